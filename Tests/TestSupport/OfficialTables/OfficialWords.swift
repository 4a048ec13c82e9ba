import TargetModel

/// What generated tables say, in the words of real ones.
enum OfficialWords {
    /// Titles.
    static let titles = [
        "菏泽市人民政府2023年度经济社会发展责任目标完成情况一览表", "某市人民政府2024年度责任目标完成情况一览表",
        "市政府2022年重点工作目标任务完成情况", "牡丹区2023年度民生实事进展情况", "2021年度市政府工作报告重点任务落实情况",
        "成武县人民政府二〇二三年责任目标完成情况",
    ]

    /// Lines between title and header; none is a header or begins a page.
    static let notesAbove = ["(截至2024年12月31日)", "填报单位:市政府办公室 单位:万元", "填报日期：2024年1月5日"]

    /// Notes between rows of targets and below them.
    static let notes = [
        "注:本表数据截至12月底", "注：1.投资额为年度计划。", "备注：带*的为新增项目", "说明:进度由责任单位填报", "※ 为省级重点项目",
    ]

    /// The last lines of a table.
    static let signatures = ["填表人:张三 审核人:李四", "填报人：王五　联系电话：0530-5310000", "审核人:赵六"]

    /// Headings of sections.
    static let sections = ["一、经济发展", "二、社会事业", "（三）民生保障", "第四部分 生态环境", "五、城市建设"]

    /// What rows of sums begin with.
    static let totals = ["合计", "小计", "全市", "总计", "合 计"]

    /// Names of leaders; two of them have two characters.
    static let leaders = ["张鹏", "肖友华", "刘连栋", "王伦", "欧阳建国", "阿不都·热合曼", "李四海"]

    /// Texts of deadlines.
    static let deadlines = [
        "年底", "11月底", "6月底", "9月底", "长期坚持", "2023年12月31日", "上半年", "第三季度", "每季度末", "10月中旬",
        "①2月上旬前 ②5月底前", "12月31日前",
    ]

    /// Texts of statuses other than 是 and 否.
    static let statuses = ["已完成", "滞后", "√", "×", "基本完成", "黄灯", "达到序时进度", "—"]

    /// Names of units.
    static let units = [
        "市交通运输局", "市住房城乡建设局", "牡丹区人民政府", "市发改委", "市财政局", "各县(市、区)政府(管委会)", "菏泽鲁西新区管委会",
        "市地方金融监管局", "市残联", "国网菏泽供电公司",
    ]

    /// What separates names of units.
    static let unitSeparators = [" ", "、", ",", "，", ";", "　"]

    /// Pieces of texts, each of which may begin one.
    static let phrases = [
        "推进城南核心片区项目建设", "新增护理型养老床位1500张", "完成投资180.06亿元", "新建城乡书房10处", "改造提升老旧小区153个、3.6万户",
        "印发《国土空间总体规划(2021—2035年)》", "开展“双零”社区创建", "正在办理用地预审手续", "路基工程完成61%", "建成并投入使用",
        "持续优化营商环境", "新改建农村公路1000公里", "工可报告已获批复", "举办“花开菏泽·翰墨麟州”作品展", "强化政银担合作",
    ]

    /// What stands between two pieces.
    static let joints = [",", "，", "。", ";", "；", "、", ""]

    /// Labels of each field; the official one is first.
    static func labels(of field: Field) -> [String] {
        switch field {
        case .serial: ["序号", "编号", "案号", "项次", "No."]
        case .leader:
            ["市政府领导", "牵头领导", "牵头负责领导", "牵头县领导", "责任领导", "分管领导", "包保领导", "市级领导", "分管副市长", "挂点领导"]
        case .objective:
            [
                "责任目标内容", "责任目标", "目标任务", "任务内容", "工作任务", "重点任务", "重点工作", "工作事项", "工作目标", "项目内容",
                "实事内容", "攻坚目标任务", "督查事项", "议定事项", "案由",
            ]
        case .deadline:
            ["完成时限", "办理时限", "办结时限", "整改时限", "时间节点", "节点目标", "进度安排", "完成时间"]
        case .progress:
            [
                "完成情况", "进展情况", "落实情况", "推进情况", "办理情况", "当前进度", "具体情况", "形象进度", "第二季度完成情况",
            ]
        case .onSchedule: ["是否按计划完成进度", "是否达到序时进度", "是否完成", "完成状态", "亮灯情况", "亮牌"]
        case .units: ["责任单位", "责任部门", "承办单位", "主要责任单位", "责任科室"]
        }
    }

    /// Labels of columns of units by what they say of them, in the order in which the units of a
    /// target are named: those that lead, those that answer, those that join.
    static let unitLabels = [
        ["牵头单位", "牵头部门", "牵头责任单位", "主办单位", "主要责任单位"], ["责任单位", "责任部门", "承办单位", "整改责任单位"],
        ["配合单位", "协办单位", "协作单位", "协同责任单位"],
    ]

    /// Labels that nobody knows.
    static let unknownLabels = ["备注", "类别", "责任人", "存在的问题", "下一步措施", "计划投资(万元)", "资金来源"]

    /// Labels of one field, the less specific one first.
    static let pairedLabels = [("项目名称", "项目内容"), ("项目名称", "实事内容"), ("案由", "责任目标")]

    /// The parts of a group of reports.
    static let quarters = ["一季度", "二季度", "三季度", "四季度"]

    /// Blanks around texts.
    static let blanks = [" ", "  ", "\u{00A0}", "\u{3000}", " \u{3000}", "\u{2003}"]

    /// Texts that a spreadsheet would take for something else.
    static let formulas = [
        "=1+1", "+86-530", "-5%", "@SUM(A1)", "3-4", "2023/5", "1E5", "007", "=HYPERLINK(\"a\")",
        "1/2",
    ]

    /// Texts with `"` that aren't quoted cells.
    static let plainQuotes = [
        "\"七网\"建设", "“一站式\"化解", "5\"管道", "\"零\"事故", "建设\"双零\"社区", "\"是\"",
    ]

    /// Texts with escapes of SpreadsheetML that are text.
    static let escapes = ["_x0041_", "_x000D_", "_x005F_x0041_", "a_xD83D_b", "_x0041"]

    /// Texts with characters beyond the basic plane.
    static let fourByteTexts = ["𠮷林局", "𬭎矿", "👍", "王𬀩"]

    /// Texts with full-width forms.
    static let fullWidthTexts = ["１２３４", "Ｇ３２０线", "１００％", "（Ｂ型）", "４０００户"]

    /// Characters that can't be seen, and aren't blanks.
    static let invisibles = ["\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{00AD}"]

    /// Marks that combine with what stands before them, a tab included.
    static let combiningMarks = ["\u{0301}", "\u{0338}", "\u{20DD}", "\u{FE0F}"]
}
