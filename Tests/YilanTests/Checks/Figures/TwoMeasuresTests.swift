import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// One number in two measures.
@Suite struct TwoMeasuresTests {
    @Test(arguments: [
        CellCase(.progress, "总投资3.2亿元,截至目前总投资3.2万元", "figure-in-two-measures")
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "总投资3.2亿元,完成投资3.2亿元"),
        CellCase(.progress, "补贴3.2亿元,人均3.2万元"),
        CellCase(.progress, "收入3.2亿元、支出32万元"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
