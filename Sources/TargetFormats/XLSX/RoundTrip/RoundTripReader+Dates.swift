internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

extension RoundTripReader {
    /// Reports what was typed into the column of dates, which only shows what the deadlines say:
    /// once for each sheet.
    ///
    /// - Complexity: O(n) in the rows of sheets that have the column.
    mutating func reportTypedDates() {
        guard let deadline = table.columns.firstIndex(where: { $0.field == .deadline }) else {
            return
        }
        for (index, returned) in sheets.enumerated() {
            guard let cell = returned.dateCell else { continue }
            let pieces = Cores.ranges(of: Self.rowsAtOnce, in: rows.count)
            let typed = Cores.map(pieces.count) { [self] piece in
                var dates = ShownDates(in: returned, cell, of: deadline, reader: self)
                return pieces[piece].filter { row in
                    rows[row].sheet == index && !rows[row].isAdded && dates.isTyped(rows[row])
                }
            }.flatMap(\.self)
            if let first = typed.first {
                bag.report(place(TypedOverFormulas.date(typed.count), rows[first], cell))
            }
        }
    }
}

/// What rows of a sheet show as the dates of their deadlines.
private struct ShownDates {
    private let returned: RoundTripSheet
    /// The cell (from 0) of the dates.
    private let cell: Int
    /// Column (from 0) of the deadlines.
    private let deadline: Int
    /// Column (from 0) of the section; nil where there is none.
    private let section: Int?
    private let reader: RoundTripReader
    /// Whether dates were typed that were seen before, with all that this depends on.
    ///
    /// Deadlines recur, and reading them was a third of reading a workbook of yilan's own.
    private var known: [[UInt8]: Bool] = [:]
    private var key: [UInt8] = []

    init(in returned: RoundTripSheet, _ cell: Int, of deadline: Int, reader: RoundTripReader) {
        self.returned = returned
        self.cell = cell
        self.deadline = deadline
        self.reader = reader
        section = reader.kept.sectionColumn
    }

    /// Whether somebody typed the date that a row shows; false where none is shown, or it isn't known what the
    /// deadline said.
    mutating func isTyped(_ row: RoundTripReader.Row) -> Bool {
        guard let range = returned.sheet.range(row: row.row, cell: cell), !range.isEmpty else {
            return false
        }
        let shown = CellText.trimmed(returned.sheet.bytes[range])
        guard !shown.isEmpty else { return false }
        makeKey(shown, row)
        if let isTyped = known[key] { return isTyped }
        let isTyped = date(String(decoding: shown, as: UTF8.self), of: row)?.isTyped ?? false
        known[key] = isTyped
        return isTyped
    }

    /// The targets (from 0) from whose deadlines a row's date may come: its own, and that beside which hidden cells
    /// stayed when people sorted what they saw.
    private func targets(of row: RoundTripReader.Row) -> [Int] {
        row.key == row.target ? [row.target] : [row.target] + [row.key].compactMap(\.self)
    }

    /// Makes the key of all that tells whether a row's date was typed; in UTF-8, no byte is 0xFF.
    private mutating func makeKey(_ shown: ArraySlice<UInt8>, _ row: RoundTripReader.Row) {
        key.removeAll(keepingCapacity: true)
        key += shown
        key.append(0xFF)
        key += returned.text(row: row.row, column: deadline)
        key.append(0xFF)
        if let section { key += returned.text(row: row.row, column: section) }
        for target in targets(of: row) {
            key.append(0xFF)
            switch reader.kept.original(target, deadline) {
            case .text(let before):
                key.append(UInt8(ascii: "t"))
                key.append(before.utf8.span)
            case .digest(let digest):
                key.append(UInt8(ascii: "d"))
                key += String(digest).utf8
            case .unknown: key.append(UInt8(ascii: "u"))
            }
        }
        key.append(0xFF)
        key += String(reader.kept.origins[row.target].document).utf8
    }

    /// What a row shows; nil where it isn't known what the deadline said.
    private func date(_ text: String, of row: RoundTripReader.Row) -> ShownDate? {
        let now = returned.text(row: row.row, column: deadline)
        var deadlines = [String(decoding: now, as: UTF8.self)]
        for target in targets(of: row) {
            switch reader.kept.original(target, deadline) {
            case .text(let before): deadlines.append(before)
            case .digest(let digest):
                // What the deadline said isn't known, unless it still says so.
                guard Baseline.Original.digest(digest).says(deadlines[0].utf8) == true else {
                    return nil
                }
            case .unknown: return nil
            }
        }
        let documents = reader.table.documents
        let document = Int(reader.kept.origins[row.target].document)
        let year = documents.indices.contains(document) ? documents[document].year : nil
        let sectionYear = section.flatMap {
            TargetTable.year(
                ofSection: String(decoding: returned.text(row: row.row, column: $0), as: UTF8.self)
            )
        }
        return ShownDate(
            text: text,
            deadlines: deadlines,
            year: TargetTable.year(ofSectionYear: sectionYear, in: year)
        )
    }
}

/// A text in the column of dates, and the deadlines that it may come from.
private struct ShownDate {
    let text: String
    let deadlines: [String]
    /// The year of the row's table.
    let year: Int?

    /// Whether none of the deadlines comes to the text.
    var isTyped: Bool {
        let typed = Deadline(text, year: nil).date
        return !deadlines.contains { deadline in
            guard let date = Deadline(deadline, year: year).date else { return false }
            return date == typed || ExcelDate.day(of: date).map(String.init) == text
        }
    }
}
