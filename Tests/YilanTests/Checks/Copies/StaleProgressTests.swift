import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Progress of another year.
@Suite struct StaleProgressTests {
    @Test(arguments: [
        CellCase(.progress, "2021年完成货运量612万吨", "progress-of-another-year"),
        CellCase(.progress, "截至2022年12月完成公路1016公里", "progress-of-another-year"),
        CellCase(.progress, "2032年完成公路1016公里", "progress-of-another-year"),
        CellCase(.progress, "已于2025年9月完工", "progress-of-another-year"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "较2022年增长7.1%"),
        CellCase(.progress, "于2022年开工,今年5月通水"),
        CellCase(.progress, "已纳入《规划纲要(2021—2035年)》"),
        CellCase(.progress, "规划期至2035年"),
        CellCase(.progress, "完成2022年度结转项目12个"),
        CellCase(.progress, "2022年以来建成30处,2023年新增5处"),
        CellCase(.progress, "已于2024年1月通过验收"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
