import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Deadlines that nobody understands.
@Suite struct UnclearDeadlinesTests {
    @Test(arguments: [
        CellCase(.deadline, "待定", "unclear-deadline"),
        CellCase(.deadline, "抓紧办理", "unclear-deadline"),
        CellCase(.deadline, "2023年全市GDP增长7%以上", "unclear-deadline"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.deadline, "12月31日前"),
        CellCase(.deadline, "2023.11.30"),
        CellCase(.deadline, "四季度"),
        CellCase(.deadline, "全年"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
