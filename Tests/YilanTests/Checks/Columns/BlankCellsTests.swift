import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Cells that should say something.
@Suite struct BlankCellsTests {
    @Test(arguments: [
        CellCase(.leader, "", "blank-cell"),
        CellCase(.objective, "", "blank-cell"),
        CellCase(.progress, "", "blank-cell"),
        CellCase(.units, "", "blank-cell"),
        CellCase(.deadline, "", "blank-deadline"),
        CellCase(.progress, "同上", "blank-cell"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "同上年持平"),
        CellCase(.deadline, "常年"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
