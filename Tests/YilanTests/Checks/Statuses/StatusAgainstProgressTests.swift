import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Reports that speak against their status, and reports with the same words that don't.
@Suite struct StatusAgainstProgressTests {
    struct Report: Sendable, CustomTestStringConvertible {
        var objective: String
        var progress: String
        var status: String
        var testDescription: String { "\(objective) \(progress) \(status)" }

        init(_ objective: String, _ progress: String, _ status: String = "是") {
            self.objective = objective
            self.progress = progress
            self.status = status
        }
    }

    private func codes(_ report: Report) -> [String] {
        codesFound(
            [
                (2, .objective, report.objective), (2, .progress, report.progress),
                (2, .onSchedule, report.status),
            ],
            title: "菏泽市人民政府2024年责任目标完成情况一览表"
        )
    }

    @Test(arguments: [
        Report("建成市民文化中心", "文化中心装修尚未结束,暂不具备开放条件"),
        Report("完成村庄搬迁", "搬迁工作仍在推进,目前签约率46%"),
        Report("通车运行环城高速", "环城高速预计2025年6月通车"),
        Report("建成投用第五中学", "受雨季影响,预计明年3月投用"),
        Report("加快建设省道328线工程", "受雨季影响,预计2025年6月交工"),
        Report("取得国家卫生城市命名", "创卫工作未通过国家评审"),
        Report("完成企业改制", "改制方案尚在征求意见"),
        Report("供水管网改造完工", "工程推进缓慢,仅完成总量的35%"),
        Report("推进土地报批", "土地报批材料被退回,正在补正"),
        Report("建成投用第五中学", "因故延期,顺延至下年"),
        Report("消除劣五类水体", "仍有2处断面为劣五类"),
        Report("完成年度造林任务", "造林任务缺口1200亩"),
        Report("新增上市公司", "无新增上市公司"),
        Report("举办国际马拉松", "因天气原因未举办"),
        Report("办好旅游发展大会", "第六届旅游发展大会因故取消"),
        Report("办好旅游发展大会", "因疫情取消"),
        Report("推进省道改造", "因资金问题停滞"),
        Report("推进省道改造", "仅完成60%"),
        Report("推进信访积案化解", "共10个,已完成2个"),
        Report("推进信访积案化解", "任务10项完成2项"),
        Report("开通国际货运航线", "开通工作受阻,尚无进展"),
        Report("完成规划修编", "规划修编工作还没有启动"),
        Report("完成机构改革", "机构改革没有按时完成"),
        Report("建设棚改安置房", "3个安置区未完成建设,其余已全部完成"),
        Report("持续改善居住条件", "纳入改造计划的153个项目中已完工38个"),
        Report("环城高速建成通车", "已开工,计划2025年通车"),
        Report("新建改造农村公路100公里", "正在勘察设计,计划2025年建成"),
        Report("改造人民路", "设计方案已完成,计划于明年完工"),
        Report("完成作业区建设", "因环保问题,项目已停建"),
        Report("完成作业区建设", "用地手续未办结,无法开工"),
        Report("完成作业区建设", "只完成了总工程量的40%"),
        Report("完成作业区建设", "没能按期完工"),
        Report("新增停车位10000个", "经研究,已调整为明年实施"),
        Report("长江路快速通道建成通车", "待资金到位后组织实施"),
        Report("争创国家卫生城市", "申报材料被否决"),
        Report("完成立法调研", "未报送"),
        Report("做好滨河公园建设", "计划2025年完工"),
        Report("开工建设郓城新河航道复航工程", "已于9月份正式开工建设,完成投资2.1亿元", "否"),
        Report("开工建设单县至郓城段", "单县至郓城段已全线开工", "否"),
        Report("新建书房10处", "提前两个月完成全年任务", "否"),
        Report("开展联合执法", "各项任务已全面完成并通过验收", "否"),
        Report("办好体育赛事", "赛事圆满举办", "否"),
        Report("印发实施意见", "《实施意见》已印发", "否"),
    ])
    func isFound(_ report: Report) {
        #expect(codes(report) == ["contradicting-status"])
    }

    /// Preparations are no result, also where what was promised is a number of things.
    @Test(arguments: [
        Report("新改建农村公路1000公里", "正在办理前期手续"),
        Report("新建城市道路10条", "各项前期工作正在办理中"),
        Report("改造人民路", "正在办理前期手续"),
        Report("建设市民中心", "正在进行土地报批"),
        Report("推进产业园项目建设", "已完成选址,正在办理前期手续"),
        Report("推进人民医院扩建", "正在办理前期手续"),
        Report("抓好校舍改造", "正在开展项目前期工作"),
    ])
    func preparationsAreNoResult(_ report: Report) {
        #expect(codes(report) == ["unproven-status"])
    }

    /// What is quoted is enough to be understood: the year, too.
    @Test func theTermIsQuoted() {
        let table = TargetTable.make(
            columns: Field.allCases.map(\.key),
            rows: [["1", "张鹏", "新建污水处理厂", "年底", "受雨季影响,计划于2025年完工", "是", "市教育局"]],
            title: "菏泽市人民政府2024年责任目标完成情况一览表"
        )
        let messages = checked(table).map(\.message.chinese)
        #expect(messages == ["状态填“是”，完成情况却写有“计划于2025年”"])
    }

    /// What was promised is no more than that, or some of it is done.
    @Test(arguments: [
        Report("做好人民路改造前期工作", "正在办理前期手续"),
        Report("谋划实施重大水利项目", "正在开展项目可研编制"),
        Report("新建学校5所", "新建学校5所,另有2所正在办理前期手续"),
        Report("推进规划编制", "正在招标"),
        Report("优化营商环境", "简化手续办理26项,办理时间压缩一半"),
        Report("做好干部队伍建设", "完成培训项目招标"),
    ])
    func preparationsAreEnough(_ report: Report) {
        #expect(codes(report) == [])
    }

    /// What the words speak of is somebody else's, is dealt with, is history, or is not asked for.
    @Test(arguments: [
        Report("深化减证便民", "取消证明事项36项,暂缓征收中小微企业税费2.3亿元"),
        Report("加强安全生产监管", "责令停工整改建筑工地26处,取缔非法加油点18处"),
        Report("推进违法建设治理", "未完成整改的56处违建已全部拆除"),
        Report("推进信用体系建设", "将尚未履行判决的被执行人1260名纳入失信名单"),
        Report("打击拖欠农民工工资", "未按期支付工资的企业已全部处罚"),
        Report("实施道路改造", "人民路改造受雨季影响一度停工,9月底已竣工通车"),
        Report("推动铁路建设", "临海铁路未开工标段已全部开工"),
        Report("新建公园10个", "已建成5个,达到序时进度"),
        Report("优化审批", "中止审批事项26项"),
        Report("盘活资产", "盘活停建项目12个"),
        Report("推进执法", "对未开展整治的企业进行处罚"),
        Report("推进复工", "未完工项目已全部复工"),
        Report("推进帮扶", "资金到位后及时拨付"),
        Report("新建书房", "完成全年任务的60%", "否"),
        Report("新建公园10个", "已建成5个,正按计划推进"),
        Report("实施人民路改造", "已开工建设,计划2025年完工"),
        Report("加快推进人民路改造", "正在编制方案,计划2025年开工"),
        Report("完成人民路改造前期工作", "前期手续已办结,计划2025年开工"),
        Report("化解烂尾楼问题", "6个停工项目全部复工,交付3826套"),
        Report("推进产业园建设", "一期建成投产,二期尚在规划"),
        Report("加快推进高铁建设", "完成桩基81%,预计2026年通车"),
        Report("推进校外培训治理", "压减学科类机构98.6%,未通过审核的全部注销"),
        Report("加强债务管理", "无新增隐性债务,化解存量12.6亿元"),
        Report("做好信访工作", "历史遗留的未办结事项全部清零"),
        Report("保障粮食安全", "尚未发现重大病虫害,粮食生产实现“二十连丰”"),
        Report("推进住房保障", "仍有3个项目计划明年启动前期工作"),
        Report("推进产业发展", "成功举办招商大会", "否"),
        Report("完成党群服务中心标准化提升", "提升工作有序开展,年底前可全部完成", "否"),
    ])
    func staysSilent(_ report: Report) {
        #expect(codes(report) == [])
    }

    /// One figure that was reached speaks against 否 only where no other one was missed, and nothing
    /// is said to be open.
    @Test(arguments: [
        (Report("新建学校5所、幼儿园8所", "新建学校5所、幼儿园9所", "否"), ["indicator-met", "indicator-met"]),
        (Report("新建学校5所、幼儿园8所", "新建学校5所、幼儿园6所", "否"), []),
        (Report("新建学校5所,建成体育馆", "新建学校5所,体育馆尚未开工", "否"), []),
    ])
    func figuresThatWereReached(_ report: Report, _ expected: [String]) {
        #expect(codes(report) == expected)
    }
}
