internal import SourceText

/// How much a worksheet holds, in Excel and in every program that reads its files.
package enum SheetLimits {
    /// Rows of a sheet.
    package static let rows = 1_048_576
    /// Columns of a sheet.
    package static let columns = 16_384
    /// UTF-16 units of a cell's text.
    package static let textUnits = 32_767
    /// UTF-16 units of a sheet's name.
    package static let nameUnits = 31
    /// UTF-16 units of a formula.
    package static let formulaUnits = 8_192
    /// UTF-16 units of a text inside a formula.
    package static let formulaTextUnits = 255
    /// UTF-16 units of a column's header in an Excel table.
    package static let tableHeaderUnits = 255
    /// Height of a row, in points.
    package static let rowHeight = 409.0
    /// Width of a column, in characters.
    package static let columnWidth = 255.0
}

extension String {
    /// How many UTF-16 units a text has, as the limits count them.
    ///
    /// - Complexity: O(n) in the text.
    package var sheetUnits: Int {
        utf8.span.utf16Count
    }
}
