/// The words of reports that speak for or against a status.
enum ProgressWords {
    /// What a word says.
    enum Kind: Int, CaseIterable {
        /// That the target was not reached.
        case unmet
        /// That the target is still being worked on, where nothing is said to be done.
        case stillOpen
        /// When something is expected, which may be after the table's year.
        case expected
        /// How much is still missing or left over, where a figure follows.
        case remainder
        /// That there was nothing of what the objective names behind the word: 无新增上市公司.
        case none
        /// That what the objective asks for by the word's end was done: 圆满举办 for 举办.
        case doneAsAsked
        /// That something is being prepared: approvals, land, design.
        case preparing
        /// That something is not finished.
        case underWay
        /// That work has begun or is done.
        case working
        /// That all is done.
        case allDone
        /// That work has begun, which is all that some targets ask for.
        case begun
        /// What joins a part to its whole: 10条道路中的2条.
        case part
        /// What a share of the plan follows.
        case shareOfPlan
        /// That somebody was visited or advised, which is no result.
        case visiting

        /// Whether a word may speak against a status: against 是 (true) or 否 (false).
        func speaks(against status: Bool) -> Bool {
            switch self {
            case .unmet, .shareOfPlan, .part, .preparing, .visiting, .stillOpen, .expected,
                .remainder, .none:
                status
            case .allDone, .begun, .doneAsAsked: !status
            case .underWay, .working: false
            }
        }
    }

    /// What the words of a report say together.
    struct Kinds {
        private var bits = 0

        init(_ kinds: some Sequence<Kind>) {
            for kind in kinds { bits |= 1 << kind.rawValue }
        }

        func contains(_ kind: Kind) -> Bool { bits & 1 << kind.rawValue != 0 }

        /// Whether one of the words may speak against a status, as of a single one.
        func speak(against status: Bool) -> Bool {
            bits & (status ? Self.againstYes : Self.againstNo).bits != 0
        }

        private static let againstYes = Kinds(Kind.allCases.filter { $0.speaks(against: true) })
        private static let againstNo = Kinds(Kind.allCases.filter { $0.speaks(against: false) })
    }

    /// The words by what they say.
    static let groups: [(kind: Kind, words: [String])] = [
        (
            .unmet,
            [
                "尚未", "未开工", "未完成", "未建成", "未启动", "未实施", "未动工", "未竣工", "未达到", "未落实", "未能", "未如期",
                "暂缓",
                "取消", "停工", "终止", "搁置", "无法实施", "不再实施", "已改为", "改为", "推迟", "延期", "滞后", "进展缓慢",
                "未达标", "未按期", "未按时", "未按计划", "未按要求",
                "未通过", "未获批", "未批复", "未举办", "未举行", "未召开", "未开通", "未通车", "未交付", "未投用", "未投产",
                "未上线", "未印发", "未出台", "尚无进展", "尚无实质", "暂无进展", "毫无进展", "无实质性进展", "没有启动", "没有完成",
                "没有按时", "没有按期", "没有按计划", "没有开工", "没有建成", "没有进展", "还没有", "推进缓慢", "被退回", "因故延期",
                "因故推迟", "顺延至", "尚不具备", "暂不具备", "落后序时", "落后于序时", "已暂停", "项目暂停", "工程暂停", "停滞",
                "已流标", "无进展", "已撤销", "已放弃", "无法推进", "仅完成", "只完成", "停建", "缓建", "叫停", "中止", "未办结",
                "无法开工",
                "无法完成", "无法按期", "难以推进", "难以按期", "没能", "未完工", "未交工", "未封顶", "未投入使用", "未启用", "未开展",
                "未推进", "未落地", "未取得", "没有实施", "没有开展", "没有完工", "没有取得", "没有如期", "没有落实", "未见成效",
                "未成功", "未中标", "未获通过", "未入选", "未获评", "未获得", "被否决", "未报送", "未上报", "未批准", "未获批准",
                "已夭折",
            ]
        ),
        (
            .stillOpen,
            [
                "仍在推进", "仍在施工", "仍在建设", "仍在办理", "仍在进行", "仍在协调", "仍在审批", "仍在谈判", "尚在", "尚处于",
                "仍处于", "到位后实施", "到位后组织实施", "到位后开工", "批复后开工", "批复后实施", "后再实施", "后方可开工", "后方可实施",
            ]
        ),
        (
            .expected,
            [
                "预计", "预期", "计划明年", "计划20", "计划于明年", "计划于20", "拟于明年", "拟于20", "将于明年", "将于20",
                "力争明年",
                "力争20", "延至", "推迟到", "推迟至", "延期至", "延期到", "调整至", "调整到", "顺延到", "调整为明年",
                "调整为20", "改为明年", "改为20", "推到明年", "延到明年", "改在明年", "留待明年", "结转至明年", "结转到明年",
            ]
        ),
        (.remainder, ["缺口", "尚缺", "还差", "仍差", "仍有", "还有"]),
        (.none, ["无新增", "未新增", "没有新增"]),
        (.doneAsAsked, ["圆满举办", "成功举办", "顺利举办", "已举办", "已印发", "已出台", "已召开"]),
        (
            .preparing,
            [
                "前期工作", "前期准备", "前期手续", "土地报批", "土地组卷", "报批", "手续办理", "办理手续", "可研", "初步设计", "方案设计",
                "施工图设计", "招标", "选址", "征地", "清表", "立项", "报征",
                "谋划阶段", "论证阶段", "规划阶段", "设计阶段", "前期阶段", "研究阶段", "筹备阶段",
            ]
        ),
        (.underWay, underWay),
        (
            .working,
            [
                "开工建设", "主体", "完成投资", "已建成", "建设完成", "竣工", "通车", "投入使用", "交房", "交付",
                "已实施",
                "已完工", "封顶", "试运行", "投产", "通过验收", "已投用",
            ]
        ),
        (
            .allDone,
            [
                "全部完成", "均已完成", "已全部", "如期完成", "圆满完成", "提前完成", "超额完成", "已建成并", "已竣工验收", "全面完成",
                "已完成全部",
                "已正式通车", "已全线通车", "已投入使用", "全部完工", "全部建成", "全部竣工", "建成通车", "建成投用", "均已完工", "均已建成",
                "全面建成", "全面完工", "均已竣工", "完成全年任务", "完成年度任务", "完成全年目标", "完成年度目标", "完成全部任务", "任务已完成",
                "按期完工", "如期完工", "按时完工", "按期完成", "按时完成", "如期建成", "全部交付", "全部投用", "圆满收官",
            ]
        ),
        (
            .begun,
            [
                "已开工", "已动工", "已启动建设", "全线开工", "全面开工", "正式开工", "集中开工", "全部开工", "均已开工", "顺利开工",
            ]
        ),
        (
            .part,
            [
                "中的", "中已", "中有", "中完成", "中建成", "中完工", "中仅", ",已完成", "，已完成", ",实际完成", "，实际完成",
                "个项目已完成", "项完成",
            ]
        ),
        (.shareOfPlan, ["总任务的", "年度任务的", "任务的", "年度目标的", "目标的", "年度计划的", "计划的", "完成率"]),
        (.visiting, visits),
    ]

    /// That something is not finished.
    static let underWay = ["正在", "在建", "推进中", "办理中", "审批中", "下一步"]

    /// What is done before work may begin, and is told of nothing else.
    static let formalPreparations = ["前期工作", "前期准备", "前期手续", "手续办理", "办理手续"]

    /// What promises that something is built or begun.
    static let works = [
        "开工", "建成", "竣工", "通车", "项目建设", "工程建设", "加快建设", "加快实施", "新建", "投产", "建设完成", "新馆建设", "大楼建设",
        "园区建设", "公园建设", "院区建设", "校区建设", "迁建", "改扩建", "扩建工程", "改造工程", "提升工程", "场馆建设",
    ]

    /// What promises that something is at least begun.
    static let starts = ["开工", "建成", "竣工", "通车", "投产"]

    /// What promises more than a beginning.
    static let results = ["建成", "竣工", "通车", "投产", "完工", "完成", "投用", "交付"]

    /// What promises a result that is there or not.
    static let dues = results + ["交工", "办结", "命名", "消除", "运行", "开放", "启用", "搬迁", "封顶", "上线"]

    /// What begins an objective that goes on for years.
    static let lasting = ["加快", "推进", "推动", "持续", "谋划", "统筹", "有序推进", "积极推进", "稳步推进"]

    /// What begins an objective of which something is to be there when the year is over.
    static let making = [
        "新建", "建设", "改建", "扩建", "改扩建", "新改扩建", "新改建", "改造", "提升改造", "改造提升", "实施", "修建", "修复", "打通",
        "打造", "创建", "建立", "完善", "开展", "编制", "制定", "迁建",
    ]

    /// What begins an objective that some works are carried through: 做好滨河公园建设.
    static let carriesThrough = ["完成", "做好", "抓好", "抓紧", "建好"]

    /// What such works are called.
    static let namesOfWorks = ["建设", "改造", "扩建", "迁建", "修缮"]

    /// What is built up without being built: 做好干部队伍建设.
    static let noWorks = [
        "队伍建设", "制度建设", "体系建设", "机制建设", "法治建设", "文化建设", "作风建设", "文明建设", "能力建设", "政府建设", "组织建设",
        "思想建设", "党的建设", "诚信建设", "信用建设", "标准化建设", "班子建设", "人才建设", "环境建设",
    ]

    /// What an objective is about that asks for no more than preparations.
    static let preparations = [
        "前期", "谋划", "立项", "可研", "规划编制", "编制规划", "方案编制", "报批", "选址", "招标", "征地", "土地组卷", "手续",
    ]

    /// That what was done so far is as much as should be by now.
    static let pace = [
        "达到序时进度", "符合序时进度", "按序时进度", "完成序时进度", "快于序时进度", "超序时进度", "超过序时进度", "高于序时进度",
        "达序时进度", "与序时进度", "序时进度完成", "序时进度推进", "达到时序进度", "符合时序进度", "按时序进度", "快于时序进度",
        "超时序进度", "按计划推进", "按计划有序推进", "按计划正常推进", "按计划进行", "按计划实施", "按进度推进", "达到进度要求", "符合进度要求",
        "达到时间进度", "符合时间进度", "双过半", "任务过半",
    ]

    /// What settles what a word before it in the sentence speaks of: 一度停工,9月底已竣工通车.
    static let settled = [
        "完成", "完工", "建成", "竣工", "通车", "复工", "开工", "投用", "投入使用", "交付", "恢复", "办结", "整改", "解决", "拆除",
        "处罚", "清零", "注销", "纳入", "销号", "化解", "关停", "取缔", "启动", "整治", "追回", "兑现", "通过", "盘活", "治理",
        "补齐", "安置", "退出", "投产", "达标", "改造",
    ]

    /// What others did to those that a word speaks of: 对未达标企业, 责令停工.
    static let objects = [
        "对", "针对", "责令", "督促", "依法", "查处", "处置", "整治", "消除", "解决", "防止", "避免", "杜绝",
    ]

    /// What is done about a company without a result.
    static let visits = ["调研", "了解", "协调", "对接", "走访", "座谈", "指导", "跟踪"]
}
