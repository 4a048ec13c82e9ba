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
    private var filled = 0.0
    /// What was filled when the header of a table had been written.
    private var filledByHead = 0.0

    /// Points of a page upright; where the columns are made smaller to fit it, it holds more.
    private static let pageHeight = 842 - (0.75 + 0.7) * 72

    /// Whether a table goes on on another page, so that its header is needed there.
    private(set) var isTorn = false

    /// Fills a row of so many points.
    mutating func fill(_ height: Double) {
        row += 1
        filled += height
    }

    /// Says that the header of a table was written, and that its rows follow.
    mutating func beginRows() { filledByHead = filled }

    /// Begins a page inside of a table unless so many points are left on this one as a row needs, and
    /// the next one that must not stand alone, as far as a page has room for both.
    ///
    /// The header is repeated there. No page begins directly behind it: it would stand alone.
    mutating func keepRows(_ height: Double, with next: Double = 0, header: Double) {
        let both = header + height + next <= Self.pageHeight ? height + next : height
        guard filled > filledByHead, keepTogether(both) else { return }
        isTorn = true
        filled = header
        filledByHead = 0
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
    /// A short table is kept whole, a long one keeps its first rows, as far as they fit a page. Heights
    /// are in points.
    mutating func keepTable(head: Double, rows: [Double]) {
        let all = head + rows.reduce(0, +)
        guard all >= Self.pageHeight / 3 else {
            keepTogether(all)
            return
        }
        let fitting = (1...3).map { head + rows.prefix($0).reduce(0, +) }
            .last { $0 <= Self.pageHeight }
        keepTogether(fitting ?? Self.pageHeight)
    }

    /// The height, in points, of a row whose text wraps in so many characters.
    static func height(of text: String, _ format: CellFormat, width: Double) -> Double {
        let room = ColumnWidths.available(width: width, size: format.size)
        let lines = TextMetrics.lines(text.utf8.span, available: room)
        return max(18, ColumnWidths.height(lines: lines, size: format.size))
    }
}
