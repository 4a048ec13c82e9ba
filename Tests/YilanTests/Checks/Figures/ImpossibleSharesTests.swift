import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Shares above the whole.
@Suite struct ImpossibleSharesTests {
    @Test(arguments: [
        CellCase(.progress, "污水集中收集率达到105%", "impossible-share"),
        CellCase(.progress, "占总投资的297%", "impossible-share"),
        CellCase(.progress, "群众满意度192.3%", "impossible-share"),
        CellCase(.progress, "支农业务占比191.89%", "impossible-share"),
        CellCase(.progress, "三电迁改完成814%", "impossible-share"),
        CellCase(.progress, "新增企业11家,其中挂牌企业22家", "part-above-whole"),
        CellCase(.progress, "新增学位5200个,其中小学3600个、初中2900个", "part-above-whole"),
        CellCase(.progress, "全市有残疾儿童5061人,已服务6051人", "part-above-whole"),
        CellCase(.progress, "改造小区153个,其中牡丹区80个、曹县60个、单县50个", "part-above-whole"),
        CellCase(.progress, "全市18个乡镇中已有22个乡镇完成", "part-above-whole"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "完成率108%"),
        CellCase(.progress, "税收增长率达到115%"),
        CellCase(.progress, "拨备覆盖率达到168%"),
        CellCase(.progress, "占年度任务的112%"),
        CellCase(.progress, "新增学位5200个,其中小学3000个、初中2200个"),
        CellCase(.progress, "项目50个,其中亿元以上30个、制造业28个"),
        CellCase(.progress, "计划服务残疾儿童5061人,已服务6051人"),
        CellCase(.progress, "改造小区153个,其中牡丹区80个、曹县60个"),
        CellCase(.progress, "全市18个乡镇中已有26个村完成"),
        CellCase(.progress, "全市18个乡镇中已有12个乡镇完成"),
        CellCase(.progress, "改造小区153个,其中城区80个、老旧小区100个"),
        CellCase(.progress, "全市有残疾儿童5061人,已服务5061人"),
        CellCase(.progress, "为正常保有量的102%"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
