import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Statuses that say neither yes nor no.
@Suite struct UnclearStatusesTests {
    @Test(arguments: [
        CellCase(.onSchedule, "", "blank-status"),
        CellCase(.onSchedule, "maybe", "unclear-status"),
        CellCase(.onSchedule, "基本完成", "neutral-status"),
        CellCase(.onSchedule, "大概吧", "unclear-status"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.onSchedule, "√"),
        CellCase(.onSchedule, "已完成"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
