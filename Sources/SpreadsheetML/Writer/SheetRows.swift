/// Takes the cells of one sheet: row by row from top to bottom, in a row from left to right.
///
/// Sheets of targets and of leaders, whose rows are many, are written through this alone. Rows are
/// written as XML and put into the library's file when it is finished: libxlsxwriter would keep
/// each cell as an object in two search trees and compare each text with seventeen others.
package struct SheetRows: ~Copyable {
    /// The cells that add nothing to the workbook's texts.
    private var rows: RowsXML
    private(set) var strings: SharedStringTable
    private var cell = EscapedText()
    private var row = 0

    init(_ rows: consuming RowsXML, strings: consuming SharedStringTable) {
        self.rows = rows
        self.strings = strings
    }

    /// What was written.
    var cells: WrittenCells { rows.cells }

    /// Begins a row (from 0), below those before; see `RowsXML`.
    ///
    /// - Throws: `tooManyRows`.
    package mutating func beginRow(
        _ row: Int,
        height: Double? = nil,
        isHidden: Bool = false
    ) throws(WorkbookError) {
        try rows.beginRow(row, height: height, isHidden: isHidden)
        self.row = row
    }

    /// Writes text (UTF-8) in a column (from 0) of the row, and returns it for other cells.
    ///
    /// - Throws: `textTooLong` or `nullCharacter` with the cell.
    @discardableResult
    package mutating func text(
        _ text: Span<UInt8>,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) -> WrittenText {
        var written = WrittenText.blank
        if EscapedText.isPlain(text) {
            if !text.isEmpty { written = WrittenText(strings.number(of: text)) }
        } else {
            do throws(WorkbookError) {
                try cell.set(text)
            } catch {
                throw error.located(rows.sheet.name, CellPosition(row: row, column: column))
            }
            let escaped = cell.xml()
            written = WrittenText(strings.number(of: escaped.span))
        }
        try rows.text(written, column: column, style)
        return written
    }

    /// Writes a text that a cell of this workbook shows already.
    ///
    /// - Throws: `tooManyColumns`.
    package mutating func text(
        _ text: WrittenText,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try rows.text(text, column: column, style)
    }

    /// Writes a string in a column (from 0) of the row.
    ///
    /// - Throws: `textTooLong` or `nullCharacter` with the cell.
    package mutating func text(
        _ string: String,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try text(string.utf8.span, column: column, style)
    }

    /// Writes a number in a column (from 0) of the row.
    ///
    /// - Throws: `tooManyColumns`.
    package mutating func number(
        _ number: Double,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try rows.number(number, column: column, style)
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
        try rows.formula(formula, text: text, column: column, style)
    }

    /// Writes a formula in a column (from 0) of the row, and the text (UTF-8) that it comes to.
    ///
    /// - Throws: `textTooLong` or `nullCharacter` with the cell.
    package mutating func formula(
        _ formula: RowFormula,
        text: Span<UInt8>,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try rows.formula(formula, text: text, column: column, style)
    }

    /// Ends the last row.
    mutating func finish() { rows.finish() }
}
