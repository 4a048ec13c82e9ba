import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// Where the pages of the first sheet end.
@Suite struct OverviewPagesTests {
    /// What is printed of a sheet: its rows' heights, and the rows (from 0) that begin a page.
    private struct Sheet {
        var heights: [Double] = []
        var breaks: [Int] = []
        /// The row (from 0) that each page repeats.
        var repeated: Int?

        init(_ table: TargetTable) throws {
            let parts = try WrittenTable(table).parts()
            let xml = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" }).text
            for row in xml.matches(of: /<row r="(\d+)"([^>]*)>/) {
                let number = try #require(Int(row.1))
                while heights.count < number { heights.append(15) }
                if let height = row.2.firstMatch(of: /ht="([\d.]+)"/) {
                    heights[number - 1] = try #require(Double(height.1))
                }
            }
            let names = try #require(parts.first { $0.name == "xl/workbook.xml" }).text
            repeated = names.firstMatch(of: /Print_Titles[^>]*>汇总!\$(\d+):/).flatMap {
                Int($0.1).map { $0 - 1 }
            }
            breaks = xml.matches(of: /<brk id="(\d+)"/).compactMap { Int($0.1) }
        }

        /// The rows of the pages, and their heights in points, with the header that they repeat.
        var pages: [(rows: Range<Int>, height: Double)] {
            zip([0] + breaks, breaks + [heights.count]).map { start, end in
                let header = repeated.map { $0 < start ? heights[$0] : 0 } ?? 0
                return (start..<end, heights[start..<end].reduce(header, +))
            }
        }
    }

    private static func table(_ random: inout SplitMix64) -> TargetTable {
        let leaders = Int.random(in: 1...60, using: &random)
        let units = Int.random(in: 1...60, using: &random)
        let behind = Int.random(in: 0...100, using: &random)
        return TargetTable.make(
            columns: ["serial", "leader", "objective", "deadline", "on_schedule", "units"],
            rows: (0..<Int.random(in: leaders...200, using: &random)).map { number in
                [
                    "\(number + 1)", "领导\(number % leaders)", "目标", "年底",
                    Int.random(in: 0..<100, using: &random) < behind ? "否" : "是",
                    "第\(Int.random(in: 0..<units, using: &random))局",
                ]
            }
        )
    }

    /// Programs end a page where it is full; what they would part there is kept together.
    @Test(arguments: 0..<12)
    func everyPageIsEndedBeforeItIsFull(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let table = Self.table(&random)
        let sheet = try Sheet(table)
        for page in sheet.pages {
            #expect(page.height <= 842 - (0.75 + 0.7) * 72 || page.rows.count == 1)
        }
        #expect(sheet.breaks == sheet.breaks.sorted())
    }

    /// Rows as high as half a page follow their heading and header on the first page.
    @Test(arguments: [60, 100, 150, 200])
    func noHeadingStandsAloneAboveHighRows(behind: Int) throws {
        let table = TargetTable.make(
            columns: ["serial", "leader", "objective", "on_schedule"],
            rows: (0..<behind).map { ["\($0 + 1)", "领导", "目标", "否"] }
        )
        let sheet = try Sheet(table)
        let first: Double = sheet.heights.prefix(7).reduce(0, +)
        let page: Double = 842 - (0.75 + 0.7) * 72
        #expect(first <= page)
        #expect(sheet.breaks.allSatisfy { $0 >= 7 })
    }

    /// The row that adds up comes right below the last leader's, also where it is high.
    @Test(arguments: 1..<40)
    func theSumDoesNotStandAlone(leaders: Int) throws {
        let table = TargetTable.make(
            columns: ["serial", "leader", "objective", "on_schedule"],
            rows: (0..<120).map { ["\($0 + 100)", "领导\($0 % leaders)", "目标", "否"] }
        )
        let sheet = try Sheet(table)
        // Title, line, sentence, note, heading, header.
        let sum = 6 + leaders
        #expect(!sheet.breaks.contains(sum))
    }

    /// The tables of leaders, units and deadlines, of short rows.
    private static func tables(
        leaders: Int,
        _ random: inout SplitMix64
    ) -> [OverviewPages.Block] {
        func table(_ rows: Int, addsUp: Bool) -> OverviewPages.Block {
            OverviewPages.Block(
                head: [28, 24],
                rows: (0..<rows).map { _ in Double(Int.random(in: 20...40, using: &random)) },
                addsUp: addsUp,
                gap: 15
            )
        }
        return [
            table(leaders + 1, addsUp: true),
            table(Int.random(in: 1...60, using: &random), addsUp: false),
            table(Int.random(in: 2...9, using: &random), addsUp: true),
        ]
    }

    /// A layout, with its blocks as it numbers them.
    private static func layout(
        _ leaders: Int,
        seed: UInt64
    ) -> (pages: OverviewPages, blocks: [OverviewPages.Block]) {
        var random = SplitMix64(seed: seed)
        let tables = tables(leaders: leaders, &random)
        let layout = OverviewLayout(head: head, tables: tables, leaders: leaders, header: 24)
        let charts = layout.division.leaders(of: leaders).map { layout.division.block(of: $0) }
        return (layout.pages, tables.prefix(1) + charts + tables.dropFirst())
    }

    private static let head = [33.5, 22.5, 65, 19.5]

    /// What stands in each row (from 0) below the head: the block, its part, and its height.
    private enum Part { case head, row, sum, gap }
    private static func rows(
        _ pages: OverviewPages,
        _ blocks: [OverviewPages.Block]
    ) -> [(block: Int, part: Part, index: Int, height: Double)] {
        pages.order.flatMap { number in
            let block = blocks[number]
            let heads = block.head.map { (number, Part.head, 0, $0) }
            let rows = block.rows.enumerated().map { index, height in
                let isSum = block.addsUp && index == block.rows.count - 1
                return (number, isSum ? Part.sum : .row, index, height)
            }
            return heads + rows + [(number, .gap, 0, block.gap)]
        }
    }

    /// Of every page but the last, two thirds are filled.
    @Test(arguments: 1..<61)
    func pagesHoldTogetherWhatBelongsTogetherAndAreFilled(leaders: Int) throws {
        for seed in 0..<5 as Range<UInt64> {
            let (pages, blocks) = Self.layout(leaders, seed: seed)
            let rows = Self.rows(pages, blocks)
            #expect(pages.order.sorted() == Array(blocks.indices))
            #expect(
                pages.order.filter { blocks[$0].isWhole }
                    == blocks.indices.filter { blocks[$0].isWhole }
            )
            #expect(pages.breaks == Set(pages.breaks).sorted())
            var start = 0
            let ends = pages.breaks.map { $0 - Self.head.count } + [rows.count]
            for (number, end) in ends.enumerated() {
                let header = number > 0 && pages.repeatsHeader ? 24.0 : 0
                let above = number == 0 ? Self.head.reduce(0, +) : header
                // What hangs over is the gap, in which nothing stands.
                let shown = rows[start..<end].last?.part == .gap ? start..<(end - 1) : start..<end
                let filled = rows[shown].reduce(above) { $0 + $1.height }
                #expect(filled <= OverviewPages.pageHeight)
                if end < rows.count {
                    #expect(filled >= OverviewPages.pageHeight * 2 / 3, "\(leaders), \(seed)")
                    let first = rows[end]
                    let isWhole = blocks[first.block].isWhole
                    #expect(first.part != .sum && first.part != .gap)
                    #expect(!isWhole || first.index == 0)
                    #expect(first.part != .row || rows[end - 1].part != .head)
                    #expect(first.part != .row || isWhole || pages.repeatsHeader)
                }
                start = end
            }
        }
    }

    /// Where a header is repeated, pages begin below it with rows, to which it belongs, as long as the
    /// table above has some to leave.
    @Test(arguments: 1..<41)
    func neitherHeadingNorChartStandsBelowARepeatedHeader(leaders: Int) {
        for seed in 0..<5 as Range<UInt64> {
            let (pages, blocks) = Self.layout(leaders, seed: seed)
            guard pages.repeatsHeader else { continue }
            let rows = Self.rows(pages, blocks)
            for start in pages.breaks.map({ $0 - Self.head.count }) {
                #expect(!blocks[rows[start].block].isWhole, "\(leaders), \(seed)")
                guard rows[start].part == .head else { continue }
                let above = blocks[rows[start - 1].block]
                #expect(above.isWhole || above.rows.count < 6, "\(leaders), \(seed)")
            }
        }
    }

    /// A row seldom stands alone: where two would leave a third of the page above blank.
    @Test func rowsStandTogetherWhereATableIsTorn() {
        var torn = 0
        var lone = 0
        for (leaders, seed) in zip(1...60, (0 as UInt64)...) {
            let (pages, blocks) = Self.layout(leaders, seed: seed)
            let rows = Self.rows(pages, blocks)
            for start in pages.breaks.map({ $0 - Self.head.count }) where rows[start].part == .row {
                let table = blocks[rows[start].block]
                guard !table.isWhole else { continue }
                torn += 1
                let left = table.rows.count - rows[start].index
                if min(rows[start].index, left) < 2 { lone += 1 }
            }
        }
        #expect(torn > 60)
        #expect(lone * 20 < torn)
    }

    /// The chart stands below its table, where the page has room for it and for what comes below.
    @Test func aChartStandsBelowItsTableWhereThereIsRoom() {
        func table(_ count: Int, addsUp: Bool) -> OverviewPages.Block {
            let rows = Array(repeating: 20.0, count: count)
            return OverviewPages.Block(head: [28, 24], rows: rows, addsUp: addsUp, gap: 15)
        }
        func order(_ leaders: Int) -> [Int] {
            let tables = [table(leaders + 1, addsUp: true), table(20, addsUp: false)]
            return OverviewLayout(
                head: Self.head,
                tables: tables + [table(5, addsUp: true)],
                leaders: leaders,
                header: 24
            ).pages.order
        }
        #expect(order(3) == [0, 1, 2, 3])
        #expect(order(8) == [0, 1, 2, 3])
        #expect(order(16).first == 0)
        #expect(order(16) != [0, 1, 2, 3])
    }

    /// What may not be broken is higher than two pages.
    @Test func whatFitsNoPageIsLaidOutAllTheSame() {
        let rows = Array(repeating: 409.0, count: 9)
        let high = OverviewPages.Block(head: [28, 24], rows: rows, gap: 15)
        let pages = OverviewPages(head: [800, 900], blocks: [high], header: 24)
        #expect(pages.breaks.count >= 9)
        #expect(pages.breaks.allSatisfy { $0 > 1 })
    }

    /// A summary of very many units is laid out at once.
    @Test func manyRowsAreLaidOutInTime() {
        let rows = Array(repeating: 20.0, count: 3000)
        let table = OverviewPages.Block(head: [28, 24], rows: rows, gap: 15)
        let tables = [table, table]
        let layout = OverviewLayout(head: Self.head, tables: tables, leaders: 190, header: 24)
        #expect(layout.pages.breaks.count >= 6000 / 36)
        #expect(layout.pages.order.count == 12)
    }
}
