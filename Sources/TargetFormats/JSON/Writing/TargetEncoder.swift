internal import JSONText
internal import SourceText
internal import TargetModel

/// Writes the targets of a table as JSON objects.
///
/// Nothing becomes a string on the way: texts go from the table's bytes to the buffer, and what is
/// derived from leaders, deadlines, statuses and units is made once for each distinct text.
struct TargetEncoder {
    /// What each object has besides the members that every one has.
    struct Additions: OptionSet {
        let rawValue: UInt8

        /// Which document the target comes from.
        static let document = Additions(rawValue: 1)
        /// The serial as it is written, where the number doesn't say it.
        static let serialText = Additions(rawValue: 2)
        /// Year and issuer.
        static let facts = Additions(rawValue: 4)
    }

    private let additions: Additions
    // What is needed of the table for each target; the whole table would be copied, as a value,
    // at each use.
    let text: TextStore
    let origins: Origins
    let cells: TextRanges
    let width: Int
    /// The column of each field, in the order of `Field.allCases`; -1 where it is missing.
    private let fieldColumns: [Int]
    var derived: DerivedValues
    var leaders = FragmentCache()
    var leaderNames = FragmentCache()
    var statuses = FragmentCache()
    var units = FragmentCache()
    /// The only column that names units; nil where there are several, or none.
    let unitColumn: Int?
    /// One for each year: what a deadline without a year means depends on it.
    var deadlines: [FragmentCache]
    private let yearOfDocument: [Int]
    /// By target, and by year the number of it among `deadlines`; empty where documents say all.
    private let sectionYears: [Int32]
    private let numberOfYear: [Int32: Int]
    /// The columns without a field, each with its key as it stands in `extra`.
    private let extras: [(column: Int, key: [UInt8])]
    /// What ends the object, for each document.
    private let endings: [[UInt8]]

    init(_ table: TargetTable, additions: Additions) {
        self.additions = additions
        text = table.text
        origins = table.origins
        cells = table.cells
        width = table.columns.count
        fieldColumns = Field.allCases.map { table.column(of: $0) ?? -1 }
        derived = DerivedValues(table)
        let unitColumns = table.unitColumns
        unitColumn = unitColumns.count == 1 ? unitColumns.first : nil
        var years: [Int?] = []
        yearOfDocument = table.documents.map { document in
            if let known = years.firstIndex(of: document.year) { return known }
            years.append(document.year)
            return years.count - 1
        }
        sectionYears = table.sectionYears
        var numbers: [Int32: Int] = [:]
        for year in Set(sectionYears) where year > 0 {
            numbers[year] = years.count
            years.append(Int(year))
        }
        numberOfYear = numbers
        deadlines = years.map { _ in FragmentCache() }
        var extras: [(column: Int, key: [UInt8])] = []
        for (column, extra) in table.columns.enumerated() where extra.field == nil {
            var key = OutputBuffer()
            if !extras.isEmpty { key.append(static: ", ") }
            key.append(jsonString: extra.label)
            key.append(static: ": ")
            extras.append((column, key.bytes))
        }
        self.extras = extras
        endings = table.documents.indices.map { Self.ending(of: $0, in: table, additions) }
    }

    private static func ending(
        of document: Int,
        in table: TargetTable,
        _ additions: Additions
    ) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject(.inline)
        // Stands for the members before, so that a comma follows.
        json.member("", 0)
        let start = json.buffer.bytes.count
        if additions.contains(.document) { json.member("document", document) }
        if additions.contains(.facts) {
            json.member("year", table.documents[document].year)
            json.member("issuer", table.documents[document].issuer)
        }
        json.endObject()
        return Array(json.buffer.bytes[start...])
    }

    /// The number among `deadlines` of the year that a target (from 0) is for.
    func deadlineYear(of target: Int) -> Int {
        let sectionYear = sectionYears.isEmpty ? nil : numberOfYear[sectionYears[target]]
        return sectionYear ?? yearOfDocument[Int(origins[target].document)]
    }

    /// Appends the object of a target (from 0).
    mutating func append(_ target: Int, to buffer: inout OutputBuffer) {
        appendSerial(of: target, to: &buffer)
        let leader = appendLeader(of: target, to: &buffer)
        appendText(.objective, static: ", \"objective\": ", of: target, to: &buffer)
        appendDeadline(of: target, to: &buffer)
        appendText(.progress, static: ", \"progress\": ", of: target, to: &buffer)
        appendStatus(of: target, to: &buffer)
        appendUnits(of: target, to: &buffer)
        appendLeaders(leader, of: target, to: &buffer)
        buffer.append(static: ", \"extra\": {")
        for extra in extras {
            buffer.append(extra.key.span)
            buffer.append(jsonText: cells[target * width + extra.column], in: text)
        }
        appendOrigin(of: target, to: &buffer)
        let ending = endings[Int(origins[target].document)]
        buffer.append(ending.span)
    }

    private func appendSerial(of target: Int, to buffer: inout OutputBuffer) {
        let range = range(target, .serial)
        buffer.append(static: "{\"serial\": ")
        buffer.append(serial: range, in: text)
        guard additions.contains(.serialText) else { return }
        let serial = text.string(range)
        guard let number = Serial.number(of: serial),
            !String(number).utf8.elementsEqual(serial.utf8)
        else { return }
        buffer.append(static: ", \"serialText\": ")
        buffer.append(jsonText: range, in: text)
    }

    private func appendText(
        _ field: Field,
        static key: StaticString,
        of target: Int,
        to buffer: inout OutputBuffer
    ) {
        buffer.append(static: key)
        appendText(field, of: target, to: &buffer)
    }

    /// Appends the text of a field; null where the table has no such column.
    func appendText(_ field: Field, of target: Int, to buffer: inout OutputBuffer) {
        guard fieldColumns[field.index] >= 0 else {
            buffer.append(static: "null")
            return
        }
        buffer.append(jsonText: range(target, field), in: text)
    }

    /// The cell of a field; empty where the table has no such column.
    func range(_ target: Int, _ field: Field) -> TextRange {
        let column = fieldColumns[field.index]
        return column < 0 ? .empty : cells[target * width + column]
    }

    private func appendOrigin(of target: Int, to buffer: inout OutputBuffer) {
        let origin = origins[target]
        func append(_ number: Int32) {
            if number > 0 {
                buffer.append(decimal: Int(number))
            } else {
                buffer.append(static: "null")
            }
        }
        buffer.append(static: "}, \"source\": {\"line\": ")
        append(origin.line)
        buffer.append(static: ", \"page\": ")
        append(origin.page)
        buffer.append(static: ", \"block\": ")
        append(origin.block)
        buffer.append(static: "}")
    }
}
