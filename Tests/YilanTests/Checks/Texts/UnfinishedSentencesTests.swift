import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Texts that begin or break off amid a sentence.
@Suite struct UnfinishedSentencesTests {
    @Test(arguments: [
        CellCase(.progress, "新改建农村公路1016公里,", "unfinished-sentence"),
        CellCase(.progress, ",新改建农村公路1016公里", "unfinished-sentence"),
        CellCase(.progress, "不断提升多式联运服务能力和平", "unfinished-sentence"),
        CellCase(.progress, "常态化开展扫黑除恶斗争,目前正在", "unfinished-sentence"),
        CellCase(.progress, "新建公园3处,下一步将", "unfinished-sentence"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "让社会更加和谐"),
        CellCase(.progress, "有120家企业参与"),
        CellCase(.progress, "推进维护世界和平"),
        CellCase(.progress, "农村电商基本普及"),
        CellCase(.progress, "整治不作为、乱作为"),
        CellCase(.progress, "开展虚拟仿真模拟"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
