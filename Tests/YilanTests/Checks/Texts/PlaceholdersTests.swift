import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// What somebody meant to fill in later.
@Suite struct PlaceholdersTests {
    @Test(arguments: [
        CellCase(.progress, "待补充", "placeholder"),
        CellCase(.progress, "梳理信访矛盾XX条", "placeholder"),
        CellCase(.progress, "新改建农村公路(   )公里", "placeholder"),
        CellCase(.progress, "详见附件", "placeholder"),
        CellCase(.progress, "新改建农村公路【】公里", "placeholder"),
        CellCase(.progress, "########", "placeholder"),
        CellCase(.progress, "建成公园___处", "placeholder"),
        CellCase(.progress, "此处待完善", "placeholder"),
        CellCase(.progress, "(此处补充数据)已完成平台搭建", "placeholder"),
        CellCase(.progress, "新建农村公路（　）公里", "placeholder"),
        CellCase(.objective, "新建小学××所", "placeholder"),
        CellCase(.progress, "完成投资#REF!亿元", "placeholder"),
        CellCase(.progress, "…", "placeholder"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "推进XXL工程"),
        CellCase(.progress, "已申请补充耕地指标3000亩"),
        CellCase(.progress, "联系人手机138****1234"),
        CellCase(.progress, "名单详见附件2,已公示"),
        CellCase(.progress, "进展顺利..."),
        CellCase(.progress, "暂无重大隐患"),
        CellCase(.deadline, "长期坚持"),
        CellCase(.progress, "待建项目已全部开工"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
