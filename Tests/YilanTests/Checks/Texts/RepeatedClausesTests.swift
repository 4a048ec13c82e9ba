import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// A clause that stands there twice.
@Suite struct RepeatedClausesTests {
    @Test(arguments: [
        CellCase(.progress, "完成公路1016公里,全面提升出行条件,全面提升出行条件", "character-slip")
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "再检查,再检查"),
        CellCase(.progress, "全面提升出行条件,持续提升出行条件"),
        CellCase(.progress, "推进前期工作,开展前期工作"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
