import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Text that a wrong encoding broke.
@Suite struct BrokenTextTests {
    @Test(arguments: [
        CellCase(.progress, "锟斤拷锟斤拷", "broken-text"),
        CellCase(.progress, "鏂版敼寤哄啘鏉戝叕璺", "broken-text"),
        CellCase(.progress, "新改建农村公路\\n1016公里", "broken-text"),
        CellCase(.progress, "新改建????1016公里", "broken-text"),
        CellCase(.progress, "æ–°å»ºåŸŽä¹¡ä¹¦æˆ¿", "broken-text"),
        CellCase(.progress, "新改建农村??1016公里", "broken-text"),
        CellCase(.progress, "新改建农村\\u516c路", "broken-text"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "群众有疑问?已答复"),
        CellCase(.progress, "引进Café品牌店2家"),
        CellCase(.progress, "开展“怎么看?怎么办?”大讨论"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
