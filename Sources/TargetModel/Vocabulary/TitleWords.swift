/// The words that titles of official tables are made of.
package enum TitleWords {
    /// What a table is about; its targets are for the year beside it.
    static let subjects: WordList = [
        "责任目标", "目标责任", "目标任务", "重点工作", "重点任务", "工作任务", "工作报告", "民生实事", "实事项目", "实事", "重点项目",
        "重大项目",
        "重点事项", "督查事项", "年度目标", "工作目标", "工作要点", "经济社会发展", "攻坚任务", "主要任务", "任务分解", "任务",
    ]

    /// What a table says of it; the year beside it may be only that of the report.
    static let reports: WordList = [
        "完成情况", "进展情况", "落实情况", "推进情况", "办理情况", "一览表", "台账", "清单", "情况表", "分解表", "汇总表", "统计表", "通报",
    ]

    /// What names a plan: what is to be done.
    private static let plans: WordList = ["计划", "分解", "安排", "责任书"]

    /// What names a report: what became of a plan.
    private static let outcomes: WordList = [
        "完成", "进展", "推进", "落实", "进度", "情况", "台账", "督查", "通报",
    ]

    /// Whether a text names in the end what is to be done, as 推进计划表 does, and not what became of it, as
    /// 计划完成情况 does.
    package static func namesPlan(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)[...]
        let plan = plans.lastPosition(in: scalars) ?? -1
        return plan > outcomes.lastPosition(in: scalars) ?? -1
    }

    /// What kind of table it is, at the end of a title.
    static let kinds: WordList = ["表", "台账", "清单"]

    /// The title of a circular ends so.
    static let circulars: WordList = ["通知", "公告", "公示", "的函", "通告", "意见", "决定"]

    /// What a page or a circular says around its table begins so.
    static let pageFurniture: WordList = [
        "首页", "当前位置", "您的位置", "您现在的位置", "你的位置", "所在位置", "发布日期", "发布时间", "发布机构", "发文机关", "发文字号",
        "文号",
        "索引号", "信息索引号", "主题分类", "信息分类", "公开日期", "公开方式", "成文日期", "生成日期", "来源", "信息来源", "作者", "浏览次数",
        "点击数", "字体", "打印", "分享", "扫一扫", "日期:", "时间:",
    ]

    /// A title that says so is of what another government has to do here.
    static let ofAnother: WordList = ["涉我", "涉及我", "涉本", "在我", "承接", "承担"]

    /// A line that ends so goes on in the next one.
    static let openEnds: WordList = ["年度", "年", "关于", "的"]

    /// A title that says so tells at its end what it is.
    static let about: WordList = ["关于"]

    /// A day behind it is how far the table reaches.
    static let reached: WordList = ["截至", "截止", "截至到", "截止到"]

    /// Behind these a line says when the table was filled in.
    static let filledIn: WordList = [
        "填报时间", "填报日期", "填表时间", "填表日期", "报送时间", "报送日期", "统计时间", "统计日期", "制表时间", "制表日期", "更新时间",
        "上报时间", "上报日期",
    ]

    /// A title that tells what it is about ends so.
    static let closes: WordList = ["的通报", "的公示", "的公告", "的通知", "的报告", "的通告"]

    /// What may stand before the issuer's name.
    static let openers: WordList = [
        "关于", "印发", "公布", "下达", "分解", "贯彻落实", "落实", "贯彻", "明确", "推进", "做好", "通报", "公示", "对",
    ]

    /// Marks of an attachment before the title.
    static let attachments: WordList = ["附件", "附表", "附"]

    /// The name of an issuer ends so.
    static let issuers: WordList = [
        "人民政府", "市政府", "县政府", "区政府", "州政府", "省政府", "镇政府", "乡政府", "旗政府", "委员会", "管委会", "办公室", "办公厅",
        "办事处",
        "督查室", "研究室", "市委", "县委", "区委", "州委", "省委", "工委", "发改委", "国资委", "卫健委", "卫生健康委", "住建委",
        "指挥部",
        "领导小组", "街道", "局", "厅", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡",
    ]

    /// Words that end like an issuer's name and name none.
    static let places: WordList = [
        "全省", "全市", "全县", "全区", "全旗", "全镇", "全乡", "我省", "我市", "我县", "我区", "本省", "本市", "本县", "本区",
        "各省", "各市",
        "各县", "各区", "县区", "市县", "市区", "城区", "郊区", "城市", "省市", "小区", "片区", "景区", "山区", "库区", "灾区",
        "校区", "厂区",
        "辖区", "园区", "超市", "上市", "夜市", "强市", "强县", "强区", "兴市", "强省", "格局", "布局", "大局", "全局", "结局",
        "开局", "城乡",
        "城镇", "乡镇", "集镇", "客厅", "餐厅",
    ]

    /// Signs behind which four digits are no year.
    static let noYearBehind: [Unicode.Scalar] = ["〔", "[", "(", "【", ".", "-", "/"]

    /// Signs behind which a new part of a title begins.
    static let breaks: [Unicode.Scalar] = [
        ":", ",", "。", ";", "《", "》", "“", "”", "\"", "|", "!", "?", "#",
    ]
}
