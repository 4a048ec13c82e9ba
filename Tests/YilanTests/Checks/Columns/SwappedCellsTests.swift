import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Cells that stand in another's column.
@Suite struct SwappedCellsTests {
    @Test(arguments: [
        CellCase(.objective, "11月底", "swapped-cells"),
        CellCase(.progress, "市教育局", "swapped-cells"),
        CellCase(.progress, "张鹏", "swapped-cells"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "市教育局已办结12件"),
        CellCase(.objective, "完成11月底任务"),
        CellCase(.progress, "前三季度增长6.2%"),
        CellCase(.progress, "全年零火灾"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }

    /// Objective and progress in each other's place.
    @Test(arguments: [
        ("已完成新改建农村公路1016公里", "新改建农村公路1000公里", true),
        ("纳入计划的153个项目已全部完工", "持续改善居住条件,改造老旧小区153个", true),
        ("新改建农村公路1000公里", "已完成新改建农村公路1016公里", false),
        ("推进已建成项目验收", "完成验收12个", false),
        ("确保年底前全部完工", "已全部完工", false),
    ])
    func objectiveAndProgress(objective: String, progress: String, isSwapped: Bool) {
        let codes = codesFound([(2, .objective, objective), (2, .progress, progress)])
        #expect(codes.contains("swapped-cells") == isSwapped)
    }
}
