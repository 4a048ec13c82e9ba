import SpreadsheetML
import TargetModel
import TestSupport
import Testing

/// The block above a leader's targets.
@Suite struct LeaderBlockTests {
    private static func table(deadlines: [String]) -> TargetTable {
        .make(
            rows: deadlines.enumerated().map { number, deadline in
                ["\(number + 1)", "张鹏", "甲", deadline, "", "是", "市民政局"]
            }
        )
    }

    private static func leaderSheet(_ written: WrittenTable) throws -> String {
        try #require(written.parts().first { $0.name.hasSuffix("sheet4.xml") }).text
    }

    @Test func targetsThatCameLaterAreHintedAt() throws {
        let sheet = try Self.leaderSheet(WrittenTable(Self.table(deadlines: ["年底", "年底"])))
        // Two rows are the targets' own, four wait for those that come later.
        #expect(sheet.contains("-SUMPRODUCT(($H$10:$H$15&gt;0)*1)&gt;0,\"另有\"&amp;"))
        #expect(sheet.contains("ISNA(MATCH(ROW("))
        #expect(sheet.contains(",$H$10:$H$11,0))"))
    }

    /// LibreOffice takes one of several conditions for a cell, and of ranges that overlap the first.
    @Test func conditionsOfNoTwoColumnsOverlap() throws {
        let sheet = try Self.leaderSheet(WrittenTable(Self.table(deadlines: ["年底"])))
        let ranges = sheet.matches(of: /<conditionalFormatting sqref="([A-Z])\d+:([A-Z])\d+"/)
        #expect(!ranges.isEmpty)
        #expect(ranges.allSatisfy { $0.1 == $0.2 })
        #expect(Set(ranges.map { String($0.1) }).count == ranges.count)
    }

    /// Points of the rows of title and note.
    private func head(_ columns: [String], _ row: [String]) throws -> [Double] {
        let written = try WrittenTable(.make(columns: columns, rows: [row]))
        let names = try written.sheetNames()
        let place = try #require(names.firstIndex(of: "张三")) + 1
        let sheet = try #require(
            written.parts().first { $0.name == "xl/worksheets/sheet\(place).xml" }
        ).text
        return sheet.matches(of: /<row r="[12]"[^>]* ht="([0-9.]+)"/).compactMap {
            Double($0.output.1)
        }
    }

    @Test func theNoteOfANarrowSheetIsWhole() throws {
        let wide = try head(
            ["serial", "leader", "objective", "deadline", "progress", "on_schedule", "units"],
            ["1", "张三", String(repeating: "甲", count: 90), "年底", "乙", "是", "市教育局"]
        )
        let narrow = try head(["serial", "leader", "objective"], ["1", "张三", "甲"])
        #expect(wide.count == 2 && narrow.count == 2)
        #expect(narrow[1] >= wide[1] * 1.5)
    }

    @Test func nameThatFillsACellIsCutInTheTitle() throws {
        let name = String(repeating: "王", count: 32_760)
        let table = TargetTable.make(rows: [["1", name, "甲", "年底", "", "否", ""]])
        #expect(try WrittenTable(table).read().table == table)
    }

    @Test func unitsThatFillACellAreWritten() throws {
        // The hidden names have a sign more at both ends.
        let names = (1_000..<2_057).map { "市第\($0)专项工作领导小组办公室综合协调督查考核绩效管理局" }
        let long = names.joined(separator: "、")
        #expect(long.utf16.count == SheetLimits.textUnits - 1)
        let table = TargetTable.make(rows: [["1", "张鹏", "甲", "年底", "", "是", long]])
        let written = try WrittenTable(table)
        #expect(try written.read().table == table)
    }

    @Test(arguments: [1, 20, 100, 300, 301])
    func headerStaysInViewHoweverManyAreBehind(count: Int) throws {
        let rows = (100..<(100 + count)).map { ["\($0)", "张鹏", "甲", "年底", "", "否", "市民政局"] }
        let sheet = try Self.leaderSheet(WrittenTable(.make(rows: rows)))
        #expect(sheet.contains("ySplit=\"9\""))
        let isCut: Bool = sheet.contains("等\(count)项，见“未按计划完成”")
        #expect(isCut == (100...300).contains(count))
        let heights = sheet.matches(of: /<row r="[1-9]"[^>]* ht="([0-9.]+)"/).compactMap {
            Double($0.output.1)
        }
        // The header itself is 42: labels stand above the buttons of its filters.
        #expect(heights.reduce(0, +) < 267)
    }

    @Test(arguments: [1, 12, 60, 400])
    func headerStaysInViewHoweverManyUnitsThereAre(count: Int) throws {
        let units = (100..<(100 + count)).map { "菏泽市第\($0)局" }
        let rows = units.enumerated().map { number, unit in
            ["\(number + 1)", "张鹏", "甲", "年底", "", "是", unit]
        }
        let most = ["9999", "张鹏", "甲", "年底", "", "是", units[count - 1]]
        let sheet = try Self.leaderSheet(WrittenTable(.make(rows: rows + [most])))
        #expect(sheet.contains("ySplit=\"9\""))
        // What most targets name stands first, and what isn't listed is counted.
        #expect(sheet.contains("责任单位：\(units[count - 1])2项"))
        #expect(sheet.contains("等（另有") == (count > 12))
        let heights = sheet.matches(of: /<row r="[1-9]"[^>]* ht="([0-9.]+)"/).compactMap {
            Double($0.output.1)
        }
        #expect(heights.reduce(0, +) < 257)
    }
}
