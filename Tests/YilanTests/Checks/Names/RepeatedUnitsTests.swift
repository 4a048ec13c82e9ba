import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// A unit that stands twice in a cell.
@Suite struct RepeatedUnitsTests {
    @Test(arguments: [
        CellCase(.units, "市教育局 市教育局", "repeated-unit")
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.units, "市教育局 市财政局"),
        CellCase(.units, "市教育局、市财政局"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
