import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// Where the pages of the first sheet end.
@Suite struct OverviewPageTests {
    /// What is printed of a sheet: its rows' heights, and the rows (from 0) that begin a page.
    private struct Sheet {
        var heights: [Double] = []
        var breaks: [Int] = []

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
            breaks = xml.matches(of: /<brk id="(\d+)"/).compactMap { Int($0.1) }
        }

        /// The rows of the pages, and their heights in points.
        var pages: [(rows: Range<Int>, height: Double)] {
            zip([0] + breaks, breaks + [heights.count]).map { start, end in
                (start..<end, heights[start..<end].reduce(0, +))
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
            // The first one's head is counted generously, later ones' header is repeated.
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
}
