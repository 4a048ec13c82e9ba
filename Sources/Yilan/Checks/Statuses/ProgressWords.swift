/// The words of reports that speak for or against a status.
enum ProgressWords {
    /// What a word says.
    enum Kind {
        /// That the target was not reached.
        case unmet
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
            case .unmet, .shareOfPlan, .part, .preparing, .visiting: status
            case .allDone, .begun: !status
            case .underWay, .working: false
            }
        }
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
            ]
        ),
        (
            .preparing,
            [
                "前期工作", "前期准备", "前期手续", "土地报批", "土地组卷", "报批", "手续办理", "办理手续", "可研", "初步设计", "方案设计",
                "施工图设计", "招标", "选址", "征地", "清表", "立项", "报征",
            ]
        ),
        (.underWay, ["正在", "在建", "推进中", "办理中", "审批中", "下一步"]),
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
                "全面建成", "全面完工", "均已竣工",
            ]
        ),
        (.begun, ["已开工", "已动工", "已启动建设"]),
        (.part, ["中的"]),
        (.shareOfPlan, ["总任务的", "年度任务的", "任务的", "年度目标的", "目标的", "年度计划的", "计划的", "完成率"]),
        (.visiting, visits),
    ]

    /// What promises that something is built or begun.
    static let works = [
        "开工", "建成", "竣工", "通车", "项目建设", "工程建设", "新建", "投产", "建设完成", "新馆建设", "大楼建设", "园区建设",
    ]

    /// What promises that something is at least begun.
    static let starts = ["开工", "建成", "竣工", "通车", "投产"]

    /// What promises more than a beginning.
    static let results = ["建成", "竣工", "通车", "投产", "完工", "完成", "投用", "交付"]

    /// What is done about a company without a result.
    static let visits = ["调研", "了解", "协调", "对接", "走访", "座谈", "指导", "跟踪"]
}
