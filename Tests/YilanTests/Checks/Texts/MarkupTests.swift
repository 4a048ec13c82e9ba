import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// What is left of a web page.
@Suite struct MarkupTests {
    @Test(arguments: [
        CellCase(.progress, "新改建农村公路<br>1016公里", "markup"),
        CellCase(.progress, "新改建&nbsp;农村公路1016公里", "markup"),
        CellCase(.objective, "<p>建设市民中心</p>", "markup"),
        CellCase(.progress, "font-size:12pt;已完工", "markup"),
        CellCase(.progress, "书房15处&amp;书屋30家", "markup"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "失业率<4%,优良率>65%"),
        CellCase(.progress, "推进“R&D”经费投入,占比达2.6%"),
        CellCase(.progress, "水质Ⅲ类<Ⅳ类"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
