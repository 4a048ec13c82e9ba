internal import SourceText

/// A text that a cell of the workbook shows: written once, it needn't be checked again.
package struct WrittenText: Sendable {
    /// The text's number among those of rows, from 1; 0 where it is blank.
    ///
    /// A workbook has one of these for each cell.
    fileprivate let number: UInt32

    /// The text with a number from 0 on.
    init(_ number: Int) {
        self.number = UInt32(number + 1)
    }

    /// No text.
    package static let blank = WrittenText(-1)
}

/// Takes the cells of one sheet that have no text of their own: numbers, formulas, and texts that
/// other cells show.
///
/// As they add nothing to the workbook's texts, several sheets are written at once.
package struct RowsXML: ~Copyable {
    let sheet: WrittenSheet
    private let looks: [CellLook]
    /// What the library's strings come to: ours are numbered behind them.
    private let firstString: Int
    private let take: ([UInt8]) -> Void
    private(set) var cells = WrittenCells()
    private var xml: [UInt8] = []
    private var cell = EscapedText()
    private var row = 0
    private var rowNumber = ShortText("")
    private var isInRow = false
    /// What stands before the row's number in a cell's reference, for each column.
    private var starts: [ShortText] = []

    private static let pieceSize = 1 << 20
    private static let cellEnd = ShortText("</v></c>")

    /// `take` is called with pieces of the XML, which end with rows.
    init(
        _ sheet: WrittenSheet,
        looks: [CellLook],
        firstString: Int,
        take: @escaping ([UInt8]) -> Void
    ) {
        self.sheet = sheet
        self.looks = looks
        self.firstString = firstString
        self.take = take
        xml.reserveCapacity(Self.pieceSize + 1 << 16)
    }

    /// Begins a row (from 0), below those before; `height` is in points, nil: as programs like.
    ///
    /// A hidden row is there for formulas, or until somebody shows it.
    ///
    /// Programs show the row so high until a text in it changes, and then fit it to its texts: a
    /// fixed height would cut what grows. LibreOffice fits it on opening, too.
    ///
    /// - Throws: `tooManyRows`.
    package mutating func beginRow(
        _ row: Int,
        height: Double? = nil,
        isHidden: Bool = false
    ) throws(WorkbookError) {
        guard row >= 0, row < SheetLimits.rows else {
            throw WorkbookError(.tooManyRows, sheet: sheet.name)
        }
        endRow()
        self.row = row
        rowNumber = ShortText(String(row + 1))
        append(static: "<row r=\"")
        append(digitsOf: row + 1)
        if let height {
            append(static: "\" ht=\"")
            appendNumber(height)
        }
        if isHidden { append(static: "\" hidden=\"1") }
        append(static: "\">")
        isInRow = true
    }

    /// Writes a text that a cell of this workbook shows already, or a blank one.
    ///
    /// - Throws: `tooManyColumns`.
    package mutating func text(
        _ text: WrittenText,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        guard text.number > 0 else {
            try beginCell(column, looks[style.index].blank)
            return
        }
        cells.references += 1
        let start = try start(of: column)
        let look = looks[style.index].shared
        let number = firstString + Int(text.number) - 1
        let row = rowNumber
        xml.append(addingCapacity: 5 * ShortText.room) { output in
            output.append(start)
            output.append(row)
            output.append(look)
            output.append(digitsOf: number)
            output.append(Self.cellEnd)
        }
    }

    /// Writes a number in a column (from 0) of the row.
    ///
    /// - Throws: `tooManyColumns`.
    package mutating func number(
        _ number: Double,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try beginCell(column, looks[style.index].number)
        appendNumber(number)
        append(static: "</v></c>")
    }

    /// Writes a formula without `=` in a column (from 0) of the row, and the text (UTF-8) that it
    /// comes to.
    ///
    /// - Throws: `textTooLong` or `nullCharacter` with the cell.
    package mutating func formula(
        _ formula: String,
        text: Span<UInt8>,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try beginCell(column, looks[style.index].textFormula)
        try append(formula.utf8.span, column)
        append(static: "</f><v>")
        try append(text, column)
        append(static: "</v></c>")
    }

    /// Writes a formula in a column (from 0) of the row, with the numbers of this cell, and the text
    /// (UTF-8) that it comes to.
    ///
    /// - Throws: `textTooLong` or `nullCharacter` with the cell.
    package mutating func formula(
        _ formula: RowFormula,
        numbers: [Int] = [],
        text: Span<UInt8>,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try beginCell(column, looks[style.index].textFormula)
        append(formula, numbers)
        append(static: "</f><v>")
        try append(text, column)
        append(static: "</v></c>")
    }

    /// Writes a formula in a column (from 0) of the row, and the number that it comes to.
    ///
    /// - Throws: `tooManyColumns`.
    package mutating func formula(
        _ formula: RowFormula,
        number: Double,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try beginCell(column, looks[style.index].numberFormula)
        append(formula, [])
        append(static: "</f><v>")
        appendNumber(number)
        append(static: "</v></c>")
    }

    /// Ends the last row.
    mutating func finish() {
        endRow()
        take(xml)
        xml = []
    }

    // MARK: XML

    private mutating func endRow() {
        guard isInRow else { return }
        isInRow = false
        append(static: "</row>")
        if xml.count >= Self.pieceSize {
            take(xml)
            xml = []
            xml.reserveCapacity(Self.pieceSize + 1 << 16)
        }
    }

    /// Writes `<c r="B7`, and what follows it.
    private mutating func beginCell(_ column: Int, _ look: ShortText) throws(WorkbookError) {
        let start = try start(of: column)
        let row = rowNumber
        xml.append(addingCapacity: 3 * ShortText.room) { output in
            output.append(start)
            output.append(row)
            output.append(look)
        }
    }

    /// What a cell in a column begins with; that there is one is noted.
    private mutating func start(of column: Int) throws(WorkbookError) -> ShortText {
        while column >= starts.count {
            guard starts.count < SheetLimits.columns else {
                throw WorkbookError(.tooManyColumns, sheet: sheet.name)
            }
            starts.append(ShortText("<c r=\"\(ColumnLetters.of(starts.count))"))
        }
        cells.add(row, column)
        return starts[column]
    }

    /// Writes a text with its escapes.
    private mutating func append(_ text: Span<UInt8>, _ column: Int) throws(WorkbookError) {
        guard !EscapedText.isPlain(text) else {
            xml.append(text)
            return
        }
        do throws(WorkbookError) {
            try cell.set(text)
        } catch {
            throw error.located(sheet.name, CellPosition(row: row, column: column))
        }
        cell.appendXML(to: &xml)
    }

    private mutating func append(_ formula: RowFormula, _ numbers: [Int]) {
        xml.append(formula.start.span)
        for piece in formula.pieces {
            append(digitsOf: piece.number == 0 ? row + 1 : numbers[piece.number - 1])
            xml.append(piece.text.span)
        }
    }

    private mutating func append(static text: StaticString) {
        unsafe xml.append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }

    private mutating func append(digitsOf number: Int) {
        xml.append(addingCapacity: ShortText.room) { $0.append(digitsOf: number) }
    }

    private mutating func appendNumber(_ number: Double) {
        if let whole = Int(exactly: number), whole >= 0 {
            append(digitsOf: whole)
        } else {
            xml += String(number).utf8
        }
    }
}

/// What the rows of a sheet come to.
struct WrittenCells {
    /// The rows and columns, from 0, that have cells; nil where there are none.
    private(set) var extent: CellRange?
    /// How many cells refer to texts.
    var references = 0

    /// Counts a cell of the last row in.
    @inline(__always)
    fileprivate mutating func add(_ row: Int, _ column: Int) {
        guard var extent else {
            let first = CellPosition(row: row, column: column)
            self.extent = CellRange(first, first)
            return
        }
        extent.last.row = row
        extent.last.column = max(extent.last.column, column)
        self.extent = extent
    }
}

/// What stands behind a cell's reference, for a style and what the cell holds.
struct CellLook {
    /// A text of the workbook's, up to its number.
    let shared: ShortText
    /// A number, up to it.
    let number: ShortText
    /// A formula that comes to a text, up to it.
    let textFormula: ShortText
    /// A formula that comes to a number, up to it.
    let numberFormula: ShortText
    /// Nothing, with the cell's end.
    let blank: ShortText

    /// The look of the library's format with a number.
    init(format: Int) {
        let style = "\" s=\"\(format)\""
        shared = ShortText(style + " t=\"s\"><v>")
        number = ShortText(style + "><v>")
        textFormula = ShortText(style + " t=\"str\"><f>")
        numberFormula = ShortText(style + "><f>")
        blank = ShortText(style + "/>")
    }
}
