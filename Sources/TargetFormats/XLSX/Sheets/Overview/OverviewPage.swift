internal import SpreadsheetML

/// Keeps count of rows and of the paper that they fill, so that no chart is cut by the end of a
/// page, and no heading and no sum stands alone there.
///
/// It ends every page, so that programs whose pages hold more end them at the same rows.
struct OverviewPage {
    /// The next row, from 0.
    var row = 0
    /// Rows that begin a page.
    private(set) var breaks: [Int] = []
    /// What is filled of the page, in points.
    private var filled = 120.0

    /// Points of a page upright; where the columns are made smaller to fit it, it holds more.
    private static let pageHeight = 842 - (0.75 + 0.7) * 72

    /// Whether a table goes on on another page, so that its header is needed there.
    private(set) var isTorn = false

    /// Fills a row of so many points.
    mutating func fill(_ height: Double) {
        row += 1
        filled += height
    }

    /// Begins a page inside of a table before rows that stay together, unless so many points are
    /// left on this one; its header is repeated there.
    mutating func keepRows(_ height: Double, header: Double) {
        guard keepTogether(height) else { return }
        isTorn = true
        filled = header
    }

    /// Begins a page before the next row unless so many points are left on this one; returns whether
    /// it did.
    @discardableResult
    mutating func keepTogether(_ height: Double) -> Bool {
        guard filled + height > Self.pageHeight, breaks.last != row else { return false }
        breaks.append(row)
        filled = 0
        return true
    }

    /// Begins a page before a table of which little would stand on this one.
    ///
    /// A short table is kept whole, a long one keeps its first rows. Heights are in points.
    mutating func keepTable(head: Double, rows: [Double]) {
        let all = head + rows.reduce(0, +)
        keepTogether(all < Self.pageHeight / 3 ? all : head + rows.prefix(3).reduce(0, +))
    }

    /// The height, in points, of a row whose text wraps in so many characters.
    static func height(of text: String, _ format: CellFormat, width: Double) -> Double {
        let room = ColumnWidths.available(width: width, size: format.size)
        let lines = TextMetrics.lines(text.utf8.span, available: room)
        return max(18, ColumnWidths.height(lines: lines, size: format.size))
    }
}
