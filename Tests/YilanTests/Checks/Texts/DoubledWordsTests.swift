import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// A word that stands there twice in a row.
@Suite struct DoubledWordsTests {
    @Test(arguments: [
        CellCase(.progress, "信访信访事项办结率98%", "character-slip"),
        CellCase(.progress, "进一步进一步压实责任", "character-slip"),
        CellCase(.progress, "完善基础设施基础设施26处", "character-slip"),
        CellCase(.progress, "新改建农村公路公路1016公里", "character-slip"),
        CellCase(.objective, "推进乡村振兴振兴", "character-slip"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What is written so by right.
    @Test(arguments: [
        CellCase(.progress, "一项一项推进,逐村逐村排查"),
        CellCase(.progress, "服务企业企业家126人次"),
        CellCase(.progress, "建成社区社区服务中心26处"),
        CellCase(.progress, "开展“双随机、双公开”检查,村村通公交"),
        CellCase(.progress, "热线受理12121212件"),
        CellCase(.progress, "工程建设,工程验收"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }

    /// A doubled word is found wherever it stands.
    @Test(arguments: [2, 3, 4])
    func isFoundAnywhere(length: Int) {
        let word = String("公共卫生".prefix(length))
        for count in 0..<30 {
            let before = String("已按年初部署统筹推进教育医疗文化体育等各项民生事业加快发展改善".prefix(count))
            let text = before + word + word + "事项"
            #expect(CellCase(.progress, text).codes == ["character-slip"], "\(text)")
        }
    }
}
