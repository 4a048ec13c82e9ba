/// Reads the part of a worksheet, cell by cell, into the texts that a user sees.
struct SheetReader: ~Copyable {
    private var reader: XMLReader
    private let part: String
    private let formats: CellFormats
    private let epoch: DateEpoch
    private var builder: SheetBuilder
    /// Texts of numbers that were formatted: dates recur.
    private var shown: [ShownNumber: Range<Int>] = [:]
    private static let mostShown = 4_096
    /// What the cell being read holds, where it isn't a shared text.
    private var scratch: [UInt8] = []
    private var rowNumber = 0
    private var rowsLeft = Int.max
    private var leavesOutFormulas = false

    /// The workbook's texts, with those of the cells that were read.
    private(set) var texts: WorkbookTexts

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
        epoch: DateEpoch
    ) throws(SpreadsheetError) {
        part = entry.entry.name
        self.texts = texts
        self.formats = formats
        self.epoch = epoch
        builder = SheetBuilder(sheet: sheet, part: part)
        // What a part claims is believed only so far; what isn't used stays untouched.
        builder.reserve(cells: min((entry.entry.claimedSize ?? 0) / 40, 1 << 22))
        reader = try XMLReader(entry)
    }

    /// Reads the part: all of it, or its first rows only.
    ///
    /// Whether the rest is whole is then not known.
    mutating func read(_ extent: Workbook.Extent) throws(SpreadsheetError) -> SheetCells {
        var isSheet = false
        if case .firstRows(let count) = extent { rowsLeft = count }
        leavesOutFormulas = extent == .typedCells
        while true {
            switch try reader.next() {
            case .start:
                switch (reader.element, reader.depth) {
                case (.worksheet, 1): isSheet = true
                case (.sheetData, 2):
                    try readRows()
                    if rowsLeft == 0 { return try builder.finish() }
                case (.mergeCell, 3): try readMerge()
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

    private mutating func readMerge() throws(SpreadsheetError) {
        guard let range = reader.string("ref").flatMap(MergedRange.init) else {
            throw reader.malformed("a merged range that is none", zh: "合并区域无效")
        }
        try builder.add(merge: range)
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

    /// What the text in a cell's `v` is.
    private enum CellType {
        case number, shared, string, inline, boolean, error, date

        /// Reads the attribute `t`; nil where it says nothing that is known.
        @inline(__always)
        init?(_ text: Span<UInt8>) {
            if text.count == 1 {
                switch text[0] {
                case UInt8(ascii: "s"): self = .shared
                case UInt8(ascii: "n"): self = .number
                case UInt8(ascii: "b"): self = .boolean
                case UInt8(ascii: "e"): self = .error
                case UInt8(ascii: "d"): self = .date
                default: return nil
                }
            } else if text.equals("str") {
                self = .string
            } else if text.equals("inlineStr") {
                self = .inline
            } else {
                return nil
            }
        }
    }

    /// Reads a cell and returns its column (from 1); `previous` is that of the cell before it.
    @inline(__always)
    private mutating func readCell(after previous: Int) throws(SpreadsheetError) -> Int {
        var column = previous + 1
        if let attribute = reader.attribute(UInt8(ascii: "r")) {
            let reference = CellReference(reader.buffer.span.extracting(attribute))
            guard let reference, reference.row == rowNumber else {
                throw reader.malformed(
                    "a cell reference that is wrong in row \(rowNumber)",
                    zh: "第 \(rowNumber) 行的单元格引用无效"
                )
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
            style = reader.integer(attribute) ?? -1
        }
        try readContent(of: type, style: style, column: column)
        return column
    }

    @inline(__always)
    private mutating func readContent(
        of type: CellType,
        style: Int,
        column: Int
    ) throws(SpreadsheetError) {
        let depth = reader.depth
        var hasFormula = false
        var hasValue = false
        while true {
            switch try reader.next() {
            case .start:
                switch reader.element {
                case .v where hasFormula && leavesOutFormulas:
                    try reader.skipElement()
                    hasValue = true
                case .v where type == .shared:
                    try readShared(column: column)
                    hasValue = true
                case .v:
                    try readScratch()
                    hasValue = try add(type, style: style, column: column)
                case .is where type == .inline:
                    scratch.removeAll(keepingCapacity: true)
                    try RichText.append(to: &scratch, from: &reader)
                    try addText(column: column)
                    hasValue = true
                case .f:
                    hasFormula = true
                    builder.addFormula()
                    try reader.skipElement()
                default:
                    try reader.skipElement()
                }
            case .end where reader.depth < depth:
                if hasFormula, !hasValue {
                    builder.add(.missingValue, row: rowNumber, column: column)
                }
                return
            case .end, .text, .endOfDocument: continue
            }
        }
    }

    /// Reads the `v` that holds the number of a shared text.
    @inline(__always)
    private mutating func readShared(column: Int) throws(SpreadsheetError) {
        guard let number = try sharedNumber() else { return }
        guard number < texts.sharedCount else {
            throw reader.malformed("the number of a text that is not there", zh: "引用了不存在的共享文字")
        }
        try builder.add(texts.shared(number), column: column)
    }

    /// The number in a `v`; nil where it holds nothing.
    @inline(__always)
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

    /// Adds the text in `scratch`.
    private mutating func addText(column: Int) throws(SpreadsheetError) {
        TextEscapes.decode(&scratch, from: 0)
        try builder.add(texts.add(scratch, of: part), column: column)
    }

    /// Adds what the `v` in `scratch` means; false where it means nothing.
    private mutating func add(
        _ type: CellType,
        style: Int,
        column: Int
    ) throws(SpreadsheetError) -> Bool {
        switch type {
        case .shared, .string, .inline: break
        case .error:
            builder.add(.error, row: rowNumber, column: column)
        case .boolean:
            trimScratch()
            guard !scratch.isEmpty else { return false }
            scratch = try Array(boolean().utf8)
        case .number, .date:
            trimScratch()
            guard !scratch.isEmpty else { return false }
            try addNumber(type, style: style, column: column)
            return true
        }
        try addText(column: column)
        return true
    }

    private func boolean() throws(SpreadsheetError) -> String {
        switch String(decoding: scratch, as: UTF8.self) {
        case "1", "true": return "TRUE"
        case "0", "false": return "FALSE"
        default: throw reader.malformed("a truth value that is none", zh: "逻辑值无效")
        }
    }

    /// Adds what a program shows of the number in `scratch`.
    private mutating func addNumber(
        _ type: CellType,
        style: Int,
        column: Int
    ) throws(SpreadsheetError) {
        guard let format = formats.format(ofStyle: style) else {
            throw reader.malformed(
                "the number of a cell format that is not there",
                zh: "引用了不存在的单元格格式"
            )
        }
        let isPlain = format.isPlain && Self.isShortInteger(scratch)
        guard !isPlain else { return try builder.add(texts.add(scratch, of: part), column: column) }
        guard let number = number(type) else {
            throw reader.malformed("a number that is none", zh: "数字无效")
        }
        let key = ShownNumber(style: style, type: type, number: number)
        if let text = shown[key] { return try builder.add(text, column: column) }
        // A date as text stays as it is in a cell that isn't shown as a date.
        if type == .number || format.showsDates {
            scratch = Array(format.text(of: number, epoch: epoch).utf8)
        }
        let text = try texts.add(scratch, of: part)
        if shown.count < Self.mostShown { shown[key] = text }
        try builder.add(text, column: column)
    }

    private func number(_ type: CellType) -> Double? {
        let text = String(decoding: scratch, as: UTF8.self)
        // Swift reads more than decimal numbers: nan, inf, hexadecimal ones.
        let isDecimal = text.utf8.allSatisfy { byte in
            byte &- UInt8(ascii: "0") <= 9 || "+-.eE".utf8.contains(byte)
        }
        let number =
            type == .date
            ? epoch.serial(ofISO8601: text) : isDecimal ? Double(text) : nil
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    /// Whether a number's text is what a program shows: an integer of few digits.
    private static func isShortInteger(_ text: [UInt8]) -> Bool {
        guard (1...15).contains(text.count), text[0] != UInt8(ascii: "0") || text.count == 1 else {
            return false
        }
        return text.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
    }
}

extension XMLReader {
    /// The number that the bytes are: at most 18 decimal digits; nil where they are none.
    @inline(__always)
    func integer(_ range: Range<Int>) -> Int? {
        Self.integer(buffer.span.extracting(range))
    }

    /// The number that the bytes are: at most 18 decimal digits; nil where they are none.
    @inline(__always)
    static func integer(_ text: Span<UInt8>) -> Int? {
        guard (1...18).contains(text.count) else { return nil }
        var number = 0
        for index in text.indices {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
