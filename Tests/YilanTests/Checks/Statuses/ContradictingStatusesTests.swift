import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// A progress that is nothing but a status, and another one.
@Suite struct ContradictingStatusesTests {
    @Test(arguments: [
        CellCase(.progress, "未完成", "contradicting-status")
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "已完成"),
        CellCase(.progress, "未完成部分已移交"),
        CellCase(.progress, "完成"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
