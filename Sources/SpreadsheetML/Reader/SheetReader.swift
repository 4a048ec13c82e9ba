internal import SourceText

/// Reads the part of a worksheet, cell by cell, into the texts that a user sees.
struct SheetReader: ~Copyable {
    var reader: XMLReader
    private let part: String
    private let formats: CellFormats
    private let epoch: DateEpoch
    private var builder: SheetBuilder
    /// Texts of numbers that were formatted: dates recur.
    private var shown: [ShownNumber: Range<Int>] = [:]
    private static let mostShown = 4_096
    /// What the cell being read holds, where it isn't a shared text.
    var scratch: [UInt8] = []
    private(set) var rowNumber = 0
    private var rowsLeft = Int.max
    private var leavesOutFormulas = false
    /// Whether not all cells of the sheet are asked for.
    private var isOnlyLookedAt = false
    /// Whether values that are more than a text may be pictures in this workbook.
    private let hasPictures: Bool

    /// The workbook's texts, with those of the cells that were read.
    var texts: WorkbookTexts

    private struct ShownNumber: Hashable {
        var style: Int
        var type: CellType
        var number: Double
    }

    /// Prepares to read a sheet that was not read yet.
    init(
        _ entry: consuming ZIPEntryReader,
        sheet: String,
        texts: consuming WorkbookTexts,
        formats: CellFormats,
        epoch: DateEpoch,
        hasPictures: Bool
    ) throws(SpreadsheetError) {
        self.hasPictures = hasPictures
        part = entry.entry.name
        self.texts = texts
        self.formats = formats
        self.epoch = epoch
        builder = SheetBuilder(sheet: sheet, part: part)
        // What a part claims is believed only so far; what isn't used stays untouched.
        builder.reserve(cells: min((entry.entry.claimedSize ?? 0) / 40, 1 << 23))
        reader = try XMLReader(entry)
    }

    /// Reads the part: all of it, or its first rows only.
    ///
    /// Whether the rest is whole is then not known.
    mutating func read(_ extent: Workbook.Extent) throws(SpreadsheetError) -> SheetCells {
        var isSheet = false
        if case .firstRows(let count) = extent { rowsLeft = count }
        leavesOutFormulas = extent == .typedCells
        isOnlyLookedAt = extent != .all
        while true {
            switch try reader.next() {
            case .start:
                switch (reader.element, reader.depth) {
                case (.worksheet, 1): isSheet = true
                case (.sheetData, 2):
                    try readRows()
                    if rowsLeft == 0 { return try builder.finish() }
                case (.mergeCell, 3): try builder.add(mergeNamed: reader.string("ref") ?? "")
                default: continue
                }
            case .endOfDocument:
                guard isSheet else {
                    throw .damaged(part, "the part is no worksheet", zh: "该部件不是工作表")
                }
                return try builder.finish()
            case .end, .text: continue
            }
        }
    }

    // MARK: Rows

    private mutating func readRows() throws(SpreadsheetError) {
        let depth = reader.depth
        while true {
            switch try reader.next() {
            case .start where reader.element == .row:
                try readRow()
                rowsLeft -= 1
                if rowsLeft == 0 { return }
            case .start: try reader.skipElement()
            case .end where reader.depth < depth: return
            case .end, .text, .endOfDocument: continue
            }
        }
    }

    private mutating func readRow() throws(SpreadsheetError) {
        if let attribute = reader.attribute(UInt8(ascii: "r")) {
            rowNumber = reader.integer(attribute) ?? 0
        } else {
            rowNumber += 1
        }
        guard (1...CellReference.lastRow).contains(rowNumber) else {
            throw reader.malformed("a row number that no sheet has", zh: "行号无效")
        }
        builder.beginRow(rowNumber)
        let depth = reader.depth
        var column = 0
        while true {
            while let next = try readPlainCell() { column = next }
            switch try reader.next() {
            case .start where reader.element == .c: column = try readCell(after: column)
            case .start: try reader.skipElement()
            case .end where reader.depth < depth:
                try builder.finishRow()
                return
            case .end, .text, .endOfDocument: continue
            }
        }
    }

    // MARK: Cells

    /// Reads a cell and returns its column (from 1); `previous` is that of the cell before it.
    private mutating func readCell(after previous: Int) throws(SpreadsheetError) -> Int {
        var column = previous + 1
        if let attribute = reader.attribute(UInt8(ascii: "r")) {
            let reference = CellReference(reader.buffer.span.extracting(attribute))
            guard let reference, reference.row == rowNumber else {
                try skipMisplaced()
                return previous
            }
            column = reference.column
        }
        guard column <= CellReference.lastColumn else {
            throw reader.malformed("a column that no sheet has", zh: "列号无效")
        }
        var type = CellType.number
        if let attribute = reader.attribute(UInt8(ascii: "t")) {
            guard let known = CellType(reader.buffer.span.extracting(attribute)) else {
                throw reader.malformed("a cell of a type that is not known", zh: "单元格类型未知")
            }
            type = known
        }
        var style = 0
        if let attribute = reader.attribute(UInt8(ascii: "s")) {
            style = reader.integer(attribute) ?? 0
        }
        let isPicture = hasPictures && type == .error && reader.string("vm") != nil
        if isPicture {
            builder.add(.picture, row: rowNumber, column: column)
            try reader.skipElement()
        } else {
            try readContent(of: type, style: style, column: column)
        }
        return column
    }

    /// Reads past a cell whose reference contradicts its row, which only an empty one may.
    private mutating func skipMisplaced() throws(SpreadsheetError) {
        let outside = reader.depth - 1
        while reader.depth > outside {
            guard case .start = try reader.next(), [.v, .is, .f].contains(reader.element) else {
                continue
            }
            throw reader.malformed(
                "a cell reference that is wrong in row \(rowNumber)",
                zh: "第 \(rowNumber) 行的单元格引用无效"
            )
        }
        builder.add(
            leftOut: Wording(
                en: "an empty cell with a wrong reference in row \(rowNumber)",
                zh: "第 \(rowNumber) 行中引用有误的空单元格"
            )
        )
    }

    private mutating func readContent(
        of type: CellType,
        style: Int,
        column: Int
    ) throws(SpreadsheetError) {
        let depth = reader.depth
        var hasFormula = false
        var isPicture = false
        var isStruck = false
        var value: Range<Int>?
        while true {
            switch try reader.next() {
            case .start:
                switch reader.element {
                case .v where hasFormula && leavesOutFormulas:
                    try reader.skipElement()
                    value = 0..<0
                case .v where type == .shared:
                    guard let number = try readShared() else { continue }
                    value = texts.shared(number)
                    isStruck = texts.isStruck(number)
                case .v:
                    try readScratch()
                    if let new = try text(of: type, style: style, column: column) { value = new }
                case .is:
                    // A text that stands in the cell is what it says, whatever else is there.
                    scratch.removeAll(keepingCapacity: true)
                    isStruck = try RichText.append(to: &scratch, from: &reader)
                    value = try addedText()
                case .f:
                    hasFormula = true
                    builder.addFormula()
                    isPicture = try readsPicture()
                default:
                    try reader.skipElement()
                }
            case .end where reader.depth < depth:
                if isPicture {
                    builder.add(.picture, row: rowNumber, column: column)
                } else if let value {
                    try add(value, of: type, style: style, column: column, isStruck: isStruck)
                } else if hasFormula {
                    builder.add(.missingValue, row: rowNumber, column: column)
                }
                return
            case .end, .text, .endOfDocument: continue
            }
        }
    }

    /// Adds what a cell holds.
    mutating func add(
        _ value: Range<Int>,
        of type: CellType,
        style: Int,
        column: Int,
        isStruck: Bool
    ) throws(SpreadsheetError) {
        guard !value.isEmpty else { return }
        guard !Self.showsPicture(texts.bytes.span.extracting(value)) else {
            builder.add(.picture, row: rowNumber, column: column)
            return
        }
        try addValue(value, of: type, style: style, column: column)
        if isStruck || formats.isStruck(style) {
            builder.addStruckOut(row: rowNumber, column: column)
        }
    }

    /// Adds a cell's text, as its format shows it.
    private mutating func addValue(
        _ value: Range<Int>,
        of type: CellType,
        style: Int,
        column: Int
    ) throws(SpreadsheetError) {
        if type == .error { builder.add(.error, row: rowNumber, column: column) }
        var text = value
        if formats.changeTexts, type == .shared || type == .string || type == .inline {
            let format = formats.format(ofStyle: style)
            if format.changesTexts {
                scratch = Array(
                    format.text(of: String(decoding: texts.bytes[value], as: UTF8.self)).utf8
                )
                text = try texts.add(scratch, of: part)
            }
        }
        try builder.add(text, column: column)
    }

    /// Reads the `f` whose start was read last; true where the formula makes a picture.
    private mutating func readsPicture() throws(SpreadsheetError) -> Bool {
        if let content = reader.plainContent() {
            return CellPicture.isMade(by: reader.buffer.span.extracting(content))
        }
        try readScratch()
        return CellPicture.isMade(by: scratch.span)
    }

    /// Whether a text is the formula of a picture, as programs leave it that don't know pictures.
    private static func showsPicture(_ text: Span<UInt8>) -> Bool {
        text[0] == UInt8(ascii: "=") && CellPicture.isMade(by: text)
    }

    /// Reads the `v` that holds the number of a shared text; nil where it holds nothing.
    private mutating func readShared() throws(SpreadsheetError) -> Int? {
        guard let number = try sharedNumber() else { return nil }
        guard try texts.hasShared(number) else {
            // Of a sheet that is only looked at, nobody misses the text.
            if let missing = texts.missingPart {
                guard isOnlyLookedAt else { throw .missing(missing) }
                return nil
            }
            throw reader.malformed("the number of a text that is not there", zh: "引用了不存在的共享文字")
        }
        return number
    }

    /// The number in a `v`; nil where it holds nothing.
    private mutating func sharedNumber() throws(SpreadsheetError) -> Int? {
        if let content = reader.plainContent() {
            if let number = reader.integer(content) { return number }
            scratch = Array(reader.buffer[content])
        } else {
            try readScratch()
        }
        trimScratch()
        guard !scratch.isEmpty else { return nil }
        guard let number = XMLReader.integer(scratch.span) else {
            throw reader.malformed("a number that is none", zh: "数字无效")
        }
        return number
    }

    private mutating func readScratch() throws(SpreadsheetError) {
        scratch.removeAll(keepingCapacity: true)
        try reader.appendContent(to: &scratch, limit: RichText.longest)
    }

    /// XML's numbers may have blanks around them.
    private mutating func trimScratch() {
        RichText.trim(&scratch, from: 0)
    }

    /// Adds the text in `scratch` to those of the workbook.
    private mutating func addedText() throws(SpreadsheetError) -> Range<Int> {
        TextEscapes.decode(&scratch, from: 0)
        return try texts.add(scratch, of: part)
    }

    /// The text of what the `v` in `scratch` means; nil where it means nothing.
    private mutating func text(
        of type: CellType,
        style: Int,
        column: Int
    ) throws(SpreadsheetError) -> Range<Int>? {
        switch type {
        case .shared, .string, .inline, .error: break
        case .boolean:
            trimScratch()
            guard !scratch.isEmpty else { return nil }
            scratch = try Array(boolean().utf8)
            return try texts.add(shownValue: scratch, of: part)
        case .number, .date:
            trimScratch()
            guard !scratch.isEmpty else { return nil }
            return try number(type, style: style)
        }
        return try addedText()
    }

    private func boolean() throws(SpreadsheetError) -> String {
        switch String(decoding: scratch, as: UTF8.self) {
        case "1", "true": return "TRUE"
        case "0", "false": return "FALSE"
        default: throw reader.malformed("a truth value that is none", zh: "逻辑值无效")
        }
    }

    /// The text of what a program shows of the number in `scratch`.
    mutating func number(
        _ type: CellType,
        style: Int
    ) throws(SpreadsheetError) -> Range<Int> {
        if !formats.hold(style: style) { builder.noteMissingFormat() }
        let format = formats.format(ofStyle: style)
        let isPlain = format.isPlain && XMLReader.isShortInteger(scratch)
        guard !isPlain else { return try texts.add(shownValue: scratch, of: part) }
        guard let number = number(type) else {
            // A time that is written in another way says what it says.
            guard type == .date else {
                throw reader.malformed("a number that is none", zh: "数字无效")
            }
            return try addedText()
        }
        let key = ShownNumber(style: style, type: type, number: number)
        if let text = shown[key] { return text }
        // A date as text stays as it is in a cell that isn't shown as a date, and so does a day
        // before those that a cell can show.
        if type == .number || format.showsDates && number >= 0 {
            scratch = Array(format.text(of: number, epoch: epoch).utf8)
        } else if let clock = NumberFormat.clock(forISO8601: scratch) {
            scratch = Array(clock.text(of: number, epoch: epoch).utf8)
        }
        let text = try texts.add(shownValue: scratch, of: part)
        if shown.count < Self.mostShown { shown[key] = text }
        return text
    }

    private func number(_ type: CellType) -> Double? {
        let text = String(decoding: scratch, as: UTF8.self)
        // Swift reads more than decimal numbers: nan, inf, hexadecimal ones.
        let isDecimal = text.utf8.allSatisfy { byte in
            byte &- UInt8(ascii: "0") <= 9 || "+-.eE".utf8.contains(byte)
        }
        let number = isDecimal ? Double(text) : nil
        return (type == .date ? epoch.serial(ofISO8601: text) : number).flatMap {
            $0.isFinite ? $0 : nil
        }
    }
}
