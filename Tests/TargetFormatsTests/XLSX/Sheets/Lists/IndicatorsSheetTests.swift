import TargetModel
import TestSupport
import Testing

/// The sheet of what was promised in figures.
@Suite struct IndicatorsSheetTests {
    /// The widths, in characters, of the columns of figures, and the styles of their cells in the first
    /// row.
    private func figures(
        _ objective: String,
        _ progress: String
    ) throws -> (widths: [Double], xml: String) {
        let table = TargetTable.make(rows: [["1", "张鹏", objective, "年底", progress, "是", "市局"]])
        let parts = try WrittenTable(table, hasIndicators: true).parts()
        let workbook = try #require(parts.first { $0.name == "xl/workbook.xml" }).text
        let names = workbook.matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
        let place = try #require(names.firstIndex(of: "指标")) + 1
        let xml = try #require(parts.first { $0.name == "xl/worksheets/sheet\(place).xml" }).text
        let widths = [6, 8].compactMap { column in
            xml.matches(of: /<col min="(\d+)" max="(\d+)" width="([\d.]+)"/).first {
                (Int($0.1) ?? 0)...(Int($0.2) ?? 0) ~= column
            }.flatMap { Double($0.3) }
        }
        return (widths, xml)
    }

    /// Programs show #### in place of a figure that is wider than its cell.
    @Test func figuresHaveRoom() throws {
        let few = try figures("新建城乡书房10处", "新建城乡书房15处")
        #expect(few.widths.allSatisfy { $0 < 13 })
        let many = try figures("综合交通基础设施完成投资180亿元", "综合交通基础设施完成投资180.06亿元")
        #expect(many.xml.contains("<v>18000000000</v>"))
        // 18,000,000,000 has 14 signs of at most 8 pixels; a character of the width has 7.
        #expect(many.widths.count == 2)
        #expect(many.widths.allSatisfy { $0 * 7 >= 14 * 7.8 })
    }

    /// Which figures follow a correction is said, and those that don't are marked where others do.
    @Test func whatDoesNotFollowIsMarked() throws {
        let plain = ["1", "张鹏", "新建城乡书房10处", "年底", "新建城乡书房15处", "是", "市局"]
        let none = ["2", "张鹏", "新建城乡书房20处", "年底", "正在推进", "否", "市局"]
        func parts(_ rows: [[String]]) throws -> String {
            try WrittenTable(TargetTable.make(rows: rows), hasIndicators: true).parts()
                .map(\.text).joined()
        }
        let all = try parts([plain])
        #expect(all.contains("本表数字随“全部目标”自动更新。") && !all.contains("“*”"))
        let some = try parts([plain, none])
        #expect(some.contains("带“*”的除外") && some.contains("#,##0&quot;*&quot;"))
        let stored = try parts([none])
        #expect(stored.contains("不随改动更新") && !stored.contains("“*”"))
        #expect(!stored.contains("*&quot;"))
    }
}
