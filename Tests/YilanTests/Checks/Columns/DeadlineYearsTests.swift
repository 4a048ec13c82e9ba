import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Deadlines of another year than the table's.
@Suite struct DeadlineYearsTests {
    @Test(arguments: [
        CellCase(.deadline, "2022年12月底", "early-deadline"),
        CellCase(.deadline, "2024年6月底", "later-deadline"),
        CellCase(.deadline, "2022年底", "early-deadline"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.deadline, "2023年11月底"),
        CellCase(.deadline, "11月底"),
        CellCase(.deadline, "长期坚持"),
        CellCase(.deadline, "每季度"),
        CellCase(.deadline, "年底"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
