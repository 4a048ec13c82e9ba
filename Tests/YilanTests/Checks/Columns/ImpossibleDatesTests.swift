import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Dates that no calendar has.
@Suite struct ImpossibleDatesTests {
    @Test(arguments: [
        CellCase(.progress, "于2月30日通过验收", "impossible-date"),
        CellCase(.progress, "13月5日建成", "impossible-date"),
        CellCase(.deadline, "2023年2月30日", "impossible-date"),
        CellCase(.deadline, "13月底", "impossible-date"),
        CellCase(.progress, "于11月31日完工", "impossible-date"),
        CellCase(.progress, "于2023年2月29日完工", "impossible-date"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "建成18月龄以上托位60个"),
        CellCase(.progress, "建设工期24月,已完工"),
        CellCase(.progress, "于12月31日完工"),
        CellCase(.progress, "2月29日召开会议"),
        CellCase(.progress, "历时18月建成"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
