/// The words of reports that speak for or against a status.
enum ProgressWords {
    /// What a word says.
    enum Kind {
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
                "已流标", "无进展", "已撤销", "已放弃", "无法推进", "仅完成", "只完成",
            ]
        ),
        (
            .stillOpen,
            [
                "仍在推进", "仍在施工", "仍在建设", "仍在办理", "仍在进行", "仍在协调", "仍在审批", "仍在谈判", "尚在", "尚处于",
                "仍处于",
            ]
        ),
        (.expected, ["预计", "预期", "计划明年", "计划20", "延至", "推迟到", "推迟至"]),
        (.remainder, ["缺口", "尚缺", "还差", "仍差", "仍有", "还有"]),
        (.none, ["无新增", "未新增", "没有新增"]),
        (.doneAsAsked, ["圆满举办", "成功举办", "顺利举办", "已举办", "已印发", "已出台", "已召开"]),
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

    /// What promises that something is built or begun.
    static let works = [
        "开工", "建成", "竣工", "通车", "项目建设", "工程建设", "新建", "投产", "建设完成", "新馆建设", "大楼建设", "园区建设",
    ]

    /// What promises that something is at least begun.
    static let starts = ["开工", "建成", "竣工", "通车", "投产"]

    /// What promises more than a beginning.
    static let results = ["建成", "竣工", "通车", "投产", "完工", "完成", "投用", "交付"]

    /// What promises a result that is there or not.
    static let dues = results + ["交工", "办结", "命名", "消除", "运行", "开放", "启用", "搬迁", "封顶", "上线"]

    /// What begins an objective that goes on for years.
    static let lasting = ["加快", "推进", "推动", "持续", "谋划", "统筹", "有序推进", "积极推进", "稳步推进"]

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
