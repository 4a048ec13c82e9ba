import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Slips of a character.
@Suite struct CharacterSlipsTests {
    @Test(arguments: [
        CellCase(.progress, "己完成新改建农村公路1016公里", "character-slip"),
        CellCase(.progress, "己新增建筑业企业192家", "character-slip"),
        CellCase(.progress, "修善公共设施26处", "character-slip"),
        CellCase(.progress, "新改建农村公路1O16公里", "character-slip"),
        CellCase(.progress, "完成投资180.06亿元元", "character-slip"),
        CellCase(.progress, "新改建1016平方公理", "character-slip"),
        CellCase(.progress, "开展开展培训26期", "character-slip"),
        CellCase(.progress, "资金拔付到位", "character-slip"),
        CellCase(.progress, "工程已峻工验收", "character-slip"),
        CellCase(.progress, "全面部暑信访工作", "character-slip"),
        CellCase(.progress, "土地整冶26处", "character-slip"),
        CellCase(.progress, "老旧小区已全部改造完城", "character-slip"),
        CellCase(.progress, "全市不良贷款率1。13%", "character-slip"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "截至12月末完成投资8.6亿元"),
        CellCase(.progress, "调整冶金行业布局,引进冶炼企业2家"),
        CellCase(.progress, "做风险评估26次,按排查出的问题整改"),
        CellCase(.progress, "时刻服务群众,依法打击规模犯罪"),
        CellCase(.progress, "坚持以经济建设为中心"),
        CellCase(.progress, "既使用清洁能源,又降低成本"),
        CellCase(.progress, "做为民服务的贴心人"),
        CellCase(.progress, "按装机容量补贴8家企业"),
        CellCase(.progress, "信访工作工作专班运转良好"),
        CellCase(.progress, "重点项目项目库储备项目126个"),
        CellCase(.progress, "水利工程工程质量合格率100%"),
        CellCase(.progress, "党员干部克己奉公"),
        CellCase(.progress, "提高自己动手能力"),
        CellCase(.progress, "统计口径O2O平台3家"),
        CellCase(.progress, "配齐教材科目"),
        CellCase(.progress, "建完城市绿道26公里"),
        CellCase(.progress, "质量指数达到85。2023年新增企业26家"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }

    /// What is a word of its own is a slip where the right one stands in the table, too.
    @Test(arguments: [
        ("鲁锦人选国家级非遗", "牡丹画入选清单", true),
        ("鲁锦人选国家级非遗", "牡丹画列入清单", false),
        ("推荐劳模人选5名", "1人入选", false),
        ("接收人员126名", "收入增长8%", false),
        ("专人驻村帮扶126名", "入驻企业26家", false),
        ("招引人才126名", "引入项目12个", false),
        ("社会保险收缴率98%", "已验收", false),
        ("通过竣工验受", "已通过验收", true),
    ])
    func likelySlips(text: String, other: String, isSlip: Bool) {
        let codes = codesFound([(1, .progress, other), (2, .progress, text)])
        #expect(codes == (isSlip ? ["character-slip"] : []))
    }
}
