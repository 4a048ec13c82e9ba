import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Quotes and brackets of which one is missing.
@Suite struct BracketsTests {
    @Test(arguments: [
        CellCase(.progress, "已建成72处“如康家园残疾人之家", "unbalanced-marks"),
        CellCase(.objective, "提升改造高平路(八一路—丹阳路等道路6条", "unbalanced-marks"),
        CellCase(.progress, "印发《实施方案", "unbalanced-marks"),
        CellCase(.progress, "\"已完工", "unbalanced-marks"),
        CellCase(.progress, "纳入《规划(2023—2035年》)", "unbalanced-marks"),
        CellCase(.progress, "已办结)26件", "unbalanced-marks"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "1)编制方案;2)组织实施"),
        CellCase(.progress, "新改建\"四好\"农村路1016公里"),
        CellCase(.progress, "印发《关于〈条例〉的意见》"),
        CellCase(.progress, "购置5\"显示屏26台"),
        CellCase(.progress, "(一)完成规划;(二)启动实施"),
        CellCase(.progress, "菏泽内陆中心(B型)已投用"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
