import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Numbers that belong to a person.
@Suite struct PrivateNumbersTests {
    @Test(arguments: [
        CellCase(.progress, "受益人身份证11010519491231002X", "private-number"),
        CellCase(.progress, "联系电话13805301234", "private-number"),
        CellCase(.progress, "联系电话138-1234-5678", "private-number"),
        CellCase(.progress, "受益人320311770706001", "private-number"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "热线12345受理3000件"),
        CellCase(.progress, "咨询电话0530-5310000"),
        CellCase(.progress, "统一编号37290120230001"),
        CellCase(.progress, "信用代码91371700MA3C8XYZ1A"),
        CellCase(.progress, "项目编号2309-371700-04-01-123456"),
        CellCase(.progress, "受益人11010519491231002"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
