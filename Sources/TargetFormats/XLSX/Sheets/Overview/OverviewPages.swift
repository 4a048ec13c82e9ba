internal import SpreadsheetML

/// Where tables and charts stand under each other, and where pages end between them: no chart is cut
/// by the end of a page, no heading and no sum stands alone there, and little paper stays blank.
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
    }

    /// The blocks (from 0) in the order in which they stand.
    ///
    /// A chart for which a page has no room left stands below a later table, which fills the page.
    let order: [Int]
    /// Rows (from 0) above which a page is made to end; others end where they are full.
    let breaks: [Int]
    /// Whether pages repeat a header, because a table goes on on another page.
    let repeatsHeader: Bool
    /// What is said against the pages.
    let cost: Double
    /// How many pages there are, by what a page holds.
    let counts: [Int]

    /// Points of a page upright; where the columns are made smaller to fit it, it holds more.
    static let pageHeight = 842 - (0.75 + 0.7) * 72
    /// Points that stay free for a line that a correction adds to a row.
    private static let spare = 16.0
    /// What pages hold that are tried, in points, in steps so small that each row begins one of them.
    ///
    /// Up to three tenths more, as where DejaVu Sans, with the widest figures, stands in for 宋体; what
    /// they hold where that is there counts as much as a fifth of all.
    private static let pageHeights =
        (0..<32).map { pageHeight - spare + Double($0) * (pageHeight * 0.3 + spare) / 31 }
        + Array(repeating: pageHeight, count: 8)
    /// The rows at both ends of a table above which pages may be made to end, and how many come between
    /// those of its middle: where a table takes several pages, it matters what the first one holds for how
    /// the last one ends.
    private static let endedRows = 8
    private static let rowsBetweenEnds = 4
    /// The most rows of tables for which pages may be made to end in their middle.
    private static let mostEndedRows = 600
    /// The rows of a table that stay together where it is torn.
    private static let together = 3
    /// The most rows of tables, and the most charts, for which all orders are tried.
    static let fewRows = 300
    static let fewCharts = 4

    // What is said against a page that begins with a heading or a chart below the repeated header, which
    // isn't theirs; against rows that stand alone at an end of a torn table, each that is missing;
    // against a sum that stands alone, and a heading.
    private static let headingBelowHeader = 300.0
    private static let chartBelowHeader = 300.0
    private static let missingRow = 40.0
    private static let loneSum = 1e5
    private static let loneHeading = 1e5
    // What is said against a chart for each table that it lets pass.
    private static let passedTable = 100.0

    /// Lays out blocks below a head of so many points in so many rows.
    ///
    /// `header` is the height of the header that pages repeat where a table is torn. Nothing is tried
    /// that comes to `limit` or more; where nothing comes to less, the cost is infinite.
    /// - Complexity: O(n) in the rows, for each order of tables and charts.
    init(
        head: [Double],
        blocks: [Block],
        header: Double,
        below limit: Double = .infinity
    ) {
        // All rows but those of the first block follow something.
        let above = head.enumerated().map { index, height in
            PageEnds.Line(height: height, cost: index == 0 ? 0 : .infinity)
        }
        let mayEndAnywhere = blocks.reduce(0) { $0 + $1.rows.count } <= Self.mostEndedRows
        var best: (order: [Int], lines: [PageEnds.Line], ends: PageEnds, repeatsHeader: Bool)?
        var cost = limit
        for order in Self.orders(of: blocks) {
            let passed = Double(Self.passedTables(order, blocks)) * Self.passedTable
            for repeatsHeader in [false, true] {
                let lines = order.reduce(into: above) {
                    $0 += Self.lines(
                        of: blocks[$1],
                        below: repeatsHeader,
                        mayEndAnywhere: mayEndAnywhere
                    )
                }
                let ends = PageEnds(
                    of: lines,
                    heights: Self.pageHeights,
                    header: repeatsHeader ? header : 0,
                    below: cost - passed
                )
                guard ends.cost + passed < cost else { continue }
                best = (order, lines, ends, repeatsHeader)
                cost = ends.cost + passed
            }
        }
        order = best?.order ?? Array(blocks.indices)
        breaks = best?.ends.breaks ?? []
        repeatsHeader = best?.repeatsHeader ?? false
        self.cost = best == nil ? .infinity : cost
        counts =
            best.map {
                $0.ends.counts(
                    of: $0.lines,
                    heights: Self.pageHeights,
                    header: $0.repeatsHeader ? header : 0
                )
            } ?? []
    }

    /// The orders in which blocks may stand: tables as they come, and charts, as they come, too, where
    /// they are or below any later table.
    private static func orders(of blocks: [Block]) -> [[Int]] {
        let tables = blocks.indices.filter { !blocks[$0].isWhole }
        let charts = blocks.indices.filter { blocks[$0].isWhole }
        let isShort =
            tables.reduce(0) { $0 + blocks[$1].rows.count } <= fewRows
            && charts.count <= fewCharts
        // For each chart, how many tables stand above it.
        var places: [[Int]] = [[]]
        for chart in charts {
            let own = tables.prefix { $0 < chart }.count
            places = places.flatMap { before in
                let first = max(own, before.last ?? 0)
                let all = first...max(first, tables.count)
                // All at one place, where there are many.
                return (isShort || before.isEmpty ? Array(all) : [first]).map { before + [$0] }
            }
        }
        return places.map { places in
            var order: [Int] = []
            for count in 0...tables.count {
                if count > 0 { order.append(tables[count - 1]) }
                order += zip(charts, places).filter { $0.1 == count }.map(\.0)
            }
            return order
        }
    }

    /// How many tables charts let pass, all in all.
    private static func passedTables(_ order: [Int], _ blocks: [Block]) -> Int {
        order.enumerated().reduce(0) { passed, place in
            guard blocks[place.element].isWhole else { return passed }
            let above = order[..<place.offset]
            return passed + above.count { $0 > place.element && !blocks[$0].isWhole }
        }
    }

    /// The rows of a block, with what is said against a page that begins with them.
    private static func lines(
        of block: Block,
        below repeatedHeader: Bool,
        mayEndAnywhere: Bool
    ) -> [PageEnds.Line] {
        var lines = block.head.enumerated().map { index, height in
            let first = repeatedHeader ? headingBelowHeader : 0
            return PageEnds.Line(height: height, cost: index == 0 ? first : .infinity)
        }
        for (index, height) in block.rows.enumerated() {
            var cost = Double.infinity
            if block.isWhole {
                if index == 0 { cost = repeatedHeader ? chartBelowHeader : 0 }
            } else if repeatedHeader {
                let left = block.rows.count - index
                let missing = max(0, together - index) + max(0, together - left)
                let isLoneSum = block.addsUp && index == block.rows.count - 1
                cost = Double(missing) * missingRow + (isLoneSum ? loneSum : 0)
                if index == 0 { cost += loneHeading }
            }
            let isNearEnd = min(index, block.rows.count - 1 - index) < endedRows
            let mayBeEnded = isNearEnd || (mayEndAnywhere && index % rowsBetweenEnds == 0)
            lines.append(PageEnds.Line(height: height, cost: cost, mayBeEnded: mayBeEnded))
        }
        return lines + [PageEnds.Line(height: block.gap, cost: .infinity, isGap: true)]
    }
}
