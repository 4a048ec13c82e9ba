internal import SpreadsheetML

/// Where tables and charts stand under each other, and where pages end between them: no chart is cut
/// by the end of a page, no heading and no sum stands alone there, and little paper stays blank.
///
/// Every page is ended, so that programs whose pages hold more end them at the same rows.
struct OverviewPages {
    /// A table or a chart: the heights, in points, of its rows.
    struct Block {
        /// Heading, note and header of a table.
        var head: [Double] = []
        /// The rows of a table, or those that lie under a chart.
        var rows: [Double]
        /// Whether the last row adds up those above it, and doesn't stand alone.
        var addsUp = false
        /// Whether rows stay together: those of a chart.
        var isWhole = false
        /// The gap below.
        var gap: Double

        fileprivate var height: Double { head.reduce(0, +) + rows.reduce(0, +) }
    }

    /// The blocks (from 0) in the order in which they stand.
    ///
    /// A chart for which a page has no room left stands below the next table, which fills the page.
    private(set) var order: [Int] = []
    /// Rows (from 0) that begin a page.
    private(set) var breaks: [Int] = []
    /// Whether pages repeat a header, because a table goes on on another page.
    private(set) var repeatsHeader = false

    /// Points of the header that pages repeat.
    private let header: Double
    /// Whether pages rather begin with rows of a table than with a heading or a chart, over which the
    /// repeated header would stand: with the last ones of the table above, or with those of a table
    /// that comes before a chart.
    private let beginsWithRows: Bool
    /// The next row, from 0.
    private var row = 0
    /// What is filled of the page, in points.
    private var filled = 0.0
    /// The heights of the rows that this page has of the table right above, with the gap below it.
    private var above: [Double] = []
    /// Whether a page begins with a heading or a chart.
    private var beginsAtBlock = false

    /// Points of a page upright; where the columns are made smaller to fit it, it holds more.
    static let pageHeight = 842 - (0.75 + 0.7) * 72
    /// The rows of a table that stay together where it is torn.
    private static let together = 3

    /// Lays out blocks below a head of so many points in so many rows.
    ///
    /// `header` is the height of the header that pages repeat where a table is torn.
    /// - Complexity: O(n) in the rows.
    init(head: [Double], blocks: [Block], header: Double) {
        self.init(head: head, blocks: blocks, header: header, beginsWithRows: false)
        if repeatsHeader && beginsAtBlock {
            self.init(head: head, blocks: blocks, header: header, beginsWithRows: true)
        }
    }

    private init(head: [Double], blocks: [Block], header: Double, beginsWithRows: Bool) {
        self.header = header
        self.beginsWithRows = beginsWithRows
        head.forEach { fill($0) }
        var waiting: [Int] = []
        for (index, block) in blocks.enumerated() {
            guard !block.isWhole else {
                waiting.append(index)
                continue
            }
            placeFitting(&waiting, blocks, before: block)
            place(index, block)
        }
        placeFitting(&waiting, blocks, before: nil)
        for index in waiting {
            place(index, blocks[index])
        }
    }

    /// Places charts, in their order, as far as this page has room for them, and then for the table
    /// that comes next where that should begin on it.
    private mutating func placeFitting(
        _ waiting: inout [Int],
        _ blocks: [Block],
        before next: Block?
    ) {
        while let chart = waiting.first.map({ blocks[$0] }) {
            let below = next.map { chart.gap + least(of: $0) } ?? 0
            guard hasRoom(chart.height + (beginsWithRows ? below : 0)) else { return }
            place(waiting.removeFirst(), chart)
        }
    }

    private mutating func place(_ index: Int, _ block: Block) {
        order.append(index)
        keepTogether(least(of: block))
        block.head.forEach { fill($0) }
        for (index, height) in block.rows.enumerated() {
            guard !block.isWhole else {
                fill(height)
                continue
            }
            let isBeforeSum = block.addsUp && index == block.rows.count - 2
            keepRow(height, with: isBeforeSum ? block.rows[index + 1] : 0)
            fill(height)
            above.append(height)
        }
        fill(block.gap)
        if !block.isWhole { above.append(block.gap) }
    }

    private mutating func fill(_ height: Double) {
        row += 1
        filled += height
    }

    private func hasRoom(_ height: Double) -> Bool { filled + height <= Self.pageHeight }

    /// Begins a page inside of a table unless so many points are left on this one as a row needs, and
    /// the next one that must not stand alone, as far as a page has room for both.
    ///
    /// No page begins directly behind the header: it would stand alone.
    private mutating func keepRow(_ height: Double, with next: Double) {
        let both = header + height + next <= Self.pageHeight ? height + next : height
        guard !above.isEmpty, !hasRoom(both) else { return }
        repeatsHeader = true
        breaks.append(row)
        filled = header
        above = []
    }

    /// The points of a block that stand together where it begins.
    ///
    /// A short table is kept whole, a long one keeps its first rows, as far as they fit a page.
    private func least(of block: Block) -> Double {
        guard !block.isWhole, block.height >= Self.pageHeight / 4 else { return block.height }
        let head = block.head.reduce(0, +)
        let first = (1...Self.together).map { head + block.rows.prefix($0).reduce(0, +) }
        return first.last { header + $0 <= Self.pageHeight } ?? Self.pageHeight
    }

    /// Begins a page before the next row, which begins a block, unless so many points are left on
    /// this one.
    private mutating func keepTogether(_ height: Double) {
        defer { above = [] }
        guard !hasRoom(height), breaks.last != row else { return }
        let carried = beginsWithRows ? carriedRows(before: height) : []
        breaks.append(row - carried.count)
        if carried.isEmpty { beginsAtBlock = true } else { repeatsHeader = true }
        // Where no table is torn, the header isn't repeated, and the page has some points more.
        filled = header + carried.reduce(0, +)
    }

    /// The heights of the last rows of the table above that go on on the next page; none where too
    /// few would stay on this one, or half of it would be blank.
    private func carriedRows(before height: Double) -> ArraySlice<Double> {
        // With the gap.
        let carried = above.suffix(Self.together + 1)
        let taken = carried.reduce(0, +)
        let left = Self.pageHeight - filled + taken
        guard above.count > 2 * Self.together, left <= Self.pageHeight / 2,
            header + taken + height <= Self.pageHeight
        else { return [] }
        return carried
    }
}
