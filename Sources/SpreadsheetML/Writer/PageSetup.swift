/// How a sheet is printed, on A4.
package struct PageSetup: Sendable {
    /// Whether the long side is the upper one.
    package var isLandscape = true
    /// The first and last row (from 0) that each page repeats at its top.
    package var repeatedRows: ClosedRange<Int>?
    /// The cells to print; nil: all.
    package var area: CellRange?
    /// What stands above each page, in Excel's codes; at most 255 characters.
    package var header = ""
    /// What stands below each page, in Excel's codes; at most 255 characters.
    package var footer = ""
    /// Rows (from 0) that begin a page.
    package var pageBreaks: [Int] = []
    /// Left and right margin, in inches.
    package var sideMargin = 0.5
    /// Top margin, in inches.
    package var topMargin = 0.75
    /// Bottom margin, in inches.
    package var bottomMargin = 0.7

    /// Makes a set-up: landscape, as wide as the page, as many pages as it takes.
    package init() {}

    /// Returns text for a header or footer: `&` begins a code there.
    package static func literal(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar)
            if scalar == "&" { result.append(scalar) }
        }
        return String(result)
    }
}
