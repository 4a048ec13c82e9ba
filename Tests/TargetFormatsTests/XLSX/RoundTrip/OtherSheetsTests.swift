import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Sheets of a workbook that aren't read: leaders' sheets, and those that staff add.
@Suite struct OtherSheetsTests {
    private static let header = ["序号", "市政府领导", "责任目标内容", "完成时限", "是否按计划完成进度"]
    private static let rows = [
        ["1", "张鹏", "甲", "年底", "是"], ["2", "张鹏", "乙", "11月底", "否"], ["3", "王五", "丙", "年底", "是"],
    ]

    /// Reads a workbook with another sheet; its leaders' sheet has formulas.
    private func findings(
        _ other: [[String]],
        named name: String = "修改稿",
        list: [[String]] = rows
    ) throws -> DiagnosticBag {
        let lines = [["# 某市人民政府2023年度责任目标完成情况一览表"], Self.header] + Self.rows
        let text = lines.map { $0.joined(separator: "\t") + "\n" }.joined()
        var workbook = try ReturnedWorkbook(try readTSV(text).table)
        for (index, row) in list.enumerated() {
            workbook.rows[index + 1].replaceSubrange(..<5, with: row)
        }
        var parts = workbook.parts
        parts.sheets[2].content =
            "<sheetData>\(WorkbookParts.rows([Array(Self.header.prefix(3))]))"
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>B1</f><v>1</v></c></row></sheetData>"
        parts.sheets.append(.init(name, rows: WorkbookParts.rows(other)))
        return try readXLSX(parts.bytes).findings
    }

    @Test func rowsCorrectedInASheetOfTheirOwnAreTold() throws {
        var rows = Self.rows
        rows[1][4] = "是"
        rows[2][2] = "丙改"
        let found = try findings([Self.header] + rows.dropFirst())
        #expect(codes(found) == ["sheets-differ 修改稿 E2"])
        #expect(found.all[0].severity == .warning)
        #expect(found.all[0].message.english.contains("2 cells"))
    }

    /// A sheet that says the same, as the table says or said it, or that holds remarks is named.
    @Test func sheetsThatSayTheSameAreNamed() throws {
        var list = Self.rows
        list[1][4] = "是"
        for other in [[Self.header] + Self.rows, [Self.header] + list, [["161项请改为是"]]] {
            let found = try findings(other, list: list)
            #expect(codes(found) == ["sheet-left-out 修改稿"])
            #expect(found.all[0].severity == .note)
        }
    }

    /// Saved as values, a leader's sheet is held against the list, row by row.
    @Test func aLeadersSheetOfValuesIsHeldAgainstTheList() throws {
        let block = [["王五 2023年度责任目标完成情况"], [], Self.header]
        var rows = Self.rows
        #expect(try codes(findings(block + rows, named: "王五")) == ["sheet-left-out 王五"])
        rows[2][4] = "否"
        #expect(try codes(findings(block + rows, named: "王五")) == ["sheets-differ 王五 E6"])
    }

    /// Where leaders' sheets hold values because the targets are many, nobody added them.
    @Test func leadersSheetsOfManyTargetsAreNoOthers() throws {
        let rows = (1...5_001).map { "\($0)\t\($0 % 2 == 0 ? "张三" : "李四")\t修路\t已修\t是\n" }
        let text = "序号\t市政府领导\t责任目标内容\t完成情况\t是否完成\n" + rows.joined()
        let table = try readTSV(text).table
        let (read, findings) = try WrittenTable(table).read()
        #expect(findings.all.isEmpty)
        #expect(read == table)
    }
}
