/// Takes the cells of one sheet: row by row from top to bottom, in a row from left to right.
///
/// Sheets of targets and of leaders, whose rows are many, are written through this alone, so that
/// another writer of rows can take the place of libxlsxwriter's.
package protocol RowSink: ~Copyable {
    /// Begins a row (from 0); `height` is in points.
    mutating func beginRow(_ row: Int, height: Double) throws(WorkbookError)

    /// Writes text (UTF-8) in a column (from 0) of the row.
    mutating func text(
        _ text: Span<UInt8>,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError)

    /// Writes a number in a column (from 0) of the row.
    mutating func number(
        _ number: Double,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError)

    /// Writes a formula without `=` in a column (from 0) of the row, and the text (UTF-8) that it
    /// comes to.
    mutating func formula(
        _ formula: String,
        text: Span<UInt8>,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError)

    /// Writes a formula without `=` in a column (from 0) of the row, and the number that it comes
    /// to.
    mutating func formula(
        _ formula: String,
        number: Double,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError)
}

extension RowSink where Self: ~Copyable {
    /// Writes a string in a column (from 0) of the row.
    package mutating func text(
        _ string: String,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try text(string.utf8.span, column: column, style)
    }
}
