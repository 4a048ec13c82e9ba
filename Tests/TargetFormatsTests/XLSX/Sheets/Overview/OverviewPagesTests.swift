import SourceText
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

        /// The rows (from 0) that begin pages which hold so many points.
        func starts(_ page: Double) -> [Int] {
            OverviewPagesTests.starts(
                heights,
                breaks,
                header: repeated.map { heights[$0] } ?? 0,
                page: page
            )
        }
    }

    /// What pages hold, in points: more where another font stands in for the standard one.
    private static let pageHeights = [1, 1.05, 1.1, 1.15, 1.2, 1.27].map { $0 * (842 - 1.45 * 72) }

    /// The rows (from 0) that begin pages, but for the first: those above which a page is made to end,
    /// and those for which a page has no room, as programs break pages.
    private static func starts(
        _ heights: [Double],
        _ breaks: [Int],
        header: Double,
        page: Double
    ) -> [Int] {
        var starts: [Int] = []
        var filled = 0.0
        for (row, height) in heights.enumerated() {
            if row > 0, breaks.contains(row) || filled + height > page {
                starts.append(row)
                filled = header
            }
            filled += height
        }
        return starts
    }

    /// Each word of an English header stands on one line, and the columns are as wide as in Chinese.
    @Test func englishHeadersBreakBetweenWords() throws {
        let table = TargetTable.make(rows: [["1", "张鹏", "目标", "年底", "进展", "是", "市局"]])
        func sheet(_ language: Language) throws -> (widths: [Double], header: Double) {
            let parts = try WrittenTable(table, language: language).parts()
            let xml = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" }).text
            let widths = xml.matches(of: /<col [^>]*width="([\d.]+)"/).compactMap { Double($0.1) }
            let header = xml.firstMatch(of: /<row r="6"[^>]*ht="([\d.]+)"/).flatMap { Double($0.1) }
            return (widths, try #require(header))
        }
        let (chinese, english) = (try sheet(.chinese), try sheet(.english))
        // Two lines of 10.5 points.
        #expect(english.header < 40 && chinese.header < 30)
        #expect(english.widths.count == chinese.widths.count)
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
        #expect(Self.pageHeights.flatMap(sheet.starts).allSatisfy { $0 >= 7 })
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
        #expect(!Self.pageHeights.flatMap(sheet.starts).contains(sum))
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

    /// Layouts of one leader to sixty, made once for what is asked of all of them.
    private static let layouts = zip(1...60, (0 as UInt64)...).map { layout($0, seed: $1) }

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

    /// The rows (from 0, below the head) that begin pages which hold so many points.
    private static func starts(
        _ pages: OverviewPages,
        _ blocks: [OverviewPages.Block],
        page: Double
    ) -> [Int] {
        starts(
            head + rows(pages, blocks).map(\.height),
            pages.breaks,
            header: pages.repeatsHeader ? 24 : 0,
            page: page
        ).map { $0 - head.count }
    }

    /// Whatever a page holds, none begins amid a chart, below a heading, or with a sum.
    @Test(arguments: 1..<61)
    func pagesHoldTogetherWhatBelongsTogether(leaders: Int) throws {
        for seed in 0..<2 as Range<UInt64> {
            let (pages, blocks) = Self.layout(leaders, seed: seed)
            let rows = Self.rows(pages, blocks)
            #expect(pages.order.sorted() == Array(blocks.indices))
            #expect(
                pages.order.filter { blocks[$0].isWhole }
                    == blocks.indices.filter { blocks[$0].isWhole }
            )
            #expect(pages.breaks == Set(pages.breaks).sorted())
            for page in Self.pageHeights {
                for start in Self.starts(pages, blocks, page: page) {
                    let first = rows[start]
                    let isWhole = blocks[first.block].isWhole
                    #expect(first.part != .sum, "\(leaders), \(seed), \(page)")
                    #expect(!isWhole || first.index == 0, "\(leaders), \(seed), \(page)")
                    let isBelowHead = rows[start - 1].part == .head
                    #expect(!isBelowHead || first.part == .gap, "\(leaders), \(seed), \(page)")
                    #expect(first.part != .row || isWhole || pages.repeatsHeader)
                }
            }
        }
    }

    /// Little of the pages before the last stays blank, whatever they hold, though charts part tables.
    @Test func littlePaperStaysBlank() {
        var shares: [Double] = []
        for (pages, blocks) in Self.layouts {
            let heights = Self.head + Self.rows(pages, blocks).map(\.height)
            for page in Self.pageHeights {
                let starts = Self.starts(pages, blocks, page: page).map { $0 + Self.head.count }
                for (start, end) in zip([0] + starts, starts) {
                    let header = start > 0 && pages.repeatsHeader ? 24.0 : 0
                    shares.append(1 - heights[start..<end].reduce(header, +) / page)
                }
            }
        }
        let blank = shares.reduce(0, +) / Double(shares.count)
        #expect(blank < 0.18)
    }

    /// Of tables of several pages, too, no page before the last stays blank for the most part.
    @Test(arguments: zip([3, 12, 20, 40, 40], [200, 150, 230, 60, 200]))
    func noPageOfLongTablesStaysBlank(leaders: Int, units: Int) {
        func table(_ rows: [Double], addsUp: Bool) -> OverviewPages.Block {
            OverviewPages.Block(head: [28, 24], rows: rows, addsUp: addsUp, gap: 15)
        }
        let tables = [
            table(Array(repeating: 20, count: leaders) + [96], addsUp: true),
            table(Array(repeating: 20, count: units), addsUp: false),
            table([96, 20, 20, 20, 20, 96], addsUp: true),
        ]
        let layout = OverviewLayout(head: Self.head, tables: tables, leaders: leaders, header: 24)
        let charts = layout.division.leaders(of: leaders).map { layout.division.block(of: $0) }
        let blocks = tables.prefix(1) + charts + tables.dropFirst()
        let heights = Self.head + Self.rows(layout.pages, Array(blocks)).map(\.height)
        for page in Self.pageHeights {
            let starts = Self.starts(layout.pages, Array(blocks), page: page)
                .map { $0 + Self.head.count }
            for (start, end) in zip([0] + starts, starts) {
                let header = start > 0 && layout.pages.repeatsHeader ? 24.0 : 0
                let blank = 1 - heights[start..<end].reduce(header, +) / page
                #expect(blank < 0.5, "\(page): rows \(start) to \(end)")
            }
        }
    }

    /// Where a header is repeated, pages begin below it with rows, to which it belongs.
    @Test func headingsAndChartsSeldomStandBelowARepeatedHeader() {
        var all = 0
        var below = 0
        for (pages, blocks) in Self.layouts {
            guard pages.repeatsHeader else { continue }
            let rows = Self.rows(pages, blocks)
            for page in Self.pageHeights {
                for start in Self.starts(pages, blocks, page: page) {
                    all += 1
                    if rows[start].part != .row || blocks[rows[start].block].isWhole { below += 1 }
                }
            }
        }
        #expect(below * 10 < all, "\(below) of \(all)")
    }

    /// A row seldom stands alone where a page is made to end.
    @Test func rowsStandTogetherWhereATableIsTorn() {
        var torn = 0
        var lone = 0
        for (pages, blocks) in Self.layouts {
            let rows = Self.rows(pages, blocks)
            let starts = Set(Self.pageHeights.flatMap { Self.starts(pages, blocks, page: $0) })
            for start in starts where rows[start].part == .row {
                let table = blocks[rows[start].block]
                guard !table.isWhole else { continue }
                torn += 1
                let left = table.rows.count - rows[start].index
                if min(rows[start].index, left) < 2 { lone += 1 }
            }
        }
        #expect(torn > 60)
        #expect(lone * 20 < torn, "\(lone) of \(torn)")
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
        let heights = [800, 900] + high.head + rows
        let starts = Self.starts(heights, pages.breaks, header: 24, page: Self.pageHeights[0])
        #expect(starts.count >= 9)
        #expect(pages.breaks.allSatisfy { $0 > 1 })
    }

    /// A summary of very many units is laid out at once.
    @Test func manyRowsAreLaidOutInTime() {
        let rows = Array(repeating: 20.0, count: 3000)
        let table = OverviewPages.Block(head: [28, 24], rows: rows, gap: 15)
        let tables = [table, table]
        let layout = OverviewLayout(head: Self.head, tables: tables, leaders: 190, header: 24)
        #expect(layout.pages.order.count == 12)
    }
}
