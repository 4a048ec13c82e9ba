import SpreadsheetML
import TargetModel
import TestSupport
import Testing

/// The hidden cells that name units follow corrections, whatever the units said before.
@Suite struct UnitNamesCellTests {
    @Test(arguments: [
        ("各县(市、区)政府", "|各县(市、区)政府|"), ("市局等部门", "|市局|"), ("市甲局牵头 市乙局配合", "|市甲局|市乙局|"),
    ])
    func namesThatNoFormulaFindsStandForTheirTextOnly(units: String, names: String) throws {
        let table = TargetTable.make(rows: [["1", "张鹏", "甲", "年底", "", "是", units]])
        let written = try WrittenTable(table)
        let sheet = try #require(written.parts().first { $0.name.hasSuffix("sheet2.xml") }).text
        let quoted = FormulaText.literal(units)
        #expect(sheet.contains("IF(EXACT(G2,\(quoted)),\(FormulaText.literal(names)),IF(G2="))
        #expect(try written.read().table == table)
    }

    @Test func namesThatAFormulaFindsFollowIt() throws {
        let table = TargetTable.make(rows: [["1", "张鹏", "甲", "年底", "", "是", "市甲局、市乙局"]])
        let sheet = try #require(
            WrittenTable(table).parts().first { $0.name.hasSuffix("sheet2.xml") }
        ).text
        #expect(!sheet.contains("EXACT(G2,"))
    }
}
