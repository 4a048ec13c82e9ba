import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Marks that stand twice, and marks and digits of both widths.
@Suite struct PunctuationTests {
    @Test(arguments: [
        CellCase(.progress, "新改建农村公路1016公里。。", "doubled-punctuation"),
        CellCase(.progress, "新改建农村公路,,已通车", "doubled-punctuation"),
        CellCase(.progress, "完成率108%%", "doubled-punctuation"),
        CellCase(.progress, "新改建1016..5公里", "doubled-punctuation"),
        CellCase(.progress, "已完工，进展良好,很快", "mixed-width"),
        CellCase(.progress, "建成公园３处", "full-width-digits"),
        CellCase(.progress, "新改建  农村公路", "inner-blanks"),
        CellCase(.progress, "新改建\u{A0}\u{A0}农村公路", "inner-blanks"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "进展顺利..."),
        CellCase(.progress, "投资1,016万元，已完工"),
        CellCase(.progress, "于14:30召开：已办结"),
        CellCase(.progress, "争创“双百”“双千”企业"),
        CellCase(.progress, "新建 改建公路26公里"),
        CellCase(.progress, "涉及GDP、PM2.5等指标"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
