internal import SpreadsheetML

/// How high the header of a list of targets is.
enum HeaderRow {
    /// Pixels of a filter's button, in the lower right corner of its cell, with its edges.
    private static let button = 18.0
    /// The least height, in points.
    private static let least = 30.0

    /// Returns the height, in points, of a row with the columns' headers.
    ///
    /// Labels stand in the middle of it; none of them lies under the button of its filter.
    static func height(of columns: [SheetColumn], hasFilter: Bool) -> Double {
        columns.reduce(least) { height, column in
            max(height, self.height(of: column.header, width: column.width, hasFilter: hasFilter))
        }
    }

    private static func height(of label: String, width: Double, hasFilter: Bool) -> Double {
        let size = WorkbookTheme.header.size
        let fill = TextMetrics.fill(
            label.utf8.span,
            available: ColumnWidths.availableInMiddle(width: width, size: size)
        )
        let height = ColumnWidths.height(lines: fill.lines, size: size)
        let beside = (ColumnWidths.pixels(width: width) - ColumnWidths.pixels(fill.last, size)) / 2
        guard hasFilter, beside < button else { return height }
        // As much above the label as the button takes below it.
        let text = Double(fill.lines) * size * TextMetrics.lineHeight
        return max(height, (text + 2 * button * ColumnWidths.pointsPerPixel).rounded(.up))
    }
}
