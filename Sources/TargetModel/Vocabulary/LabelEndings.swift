/// What labels of a field end with, for labels that nobody listed.
///
/// Such a label is a guess: it counts only where no known one means the same field, and the reader
/// says that it was read so.
package enum LabelEndings {
    /// Labels of a field that end so.
    private struct Ending {
        var field: Field
        var words: [String]
        var specificity: Int
        /// A label that has one of these in it is something else.
        var never: [String] = []
        /// Whether values decide between report and status.
        var maybeStatus = false
    }

    /// What follows from these is no target's: what is wrong, what is still to come.
    private static let never = ["存在", "下一步", "下步", "问题清单", "领导批示", "领导小组"]

    /// In order: the first that fits counts.
    private static let endings: [Ending] = [
        Ending(field: .onSchedule, words: ["状态", "亮灯情况", "亮灯", "亮牌", "与否"], specificity: 40),
        Ending(field: .onSchedule, words: ["评价"], specificity: 30, never: ["群众", "满意", "专家"]),
        Ending(field: .leader, words: ["领导", "副市长", "副县长", "副区长", "河长", "林长"], specificity: 40),
        Ending(field: .progress, words: ["完成情况"], specificity: 48, maybeStatus: true),
        Ending(
            field: .progress,
            words: [
                "进展情况", "进展", "落实情况", "推进情况", "办理情况", "整改情况", "实施情况", "建设情况", "进度情况", "开展情况",
                "执行情况", "工作情况", "解决情况", "处理情况", "处置情况", "情况说明", "办理结果", "成效",
            ],
            specificity: 46
        ),
        Ending(
            field: .progress,
            words: ["完成工作量", "完成量"],
            specificity: 44,
            never: ["预计", "计划"]
        ),
        Ending(
            field: .progress,
            words: ["进度"],
            specificity: 40,
            never: ["计划进度", "目标进度", "序时进度", "要求进度", "预计"]
        ),
        Ending(
            field: .deadline,
            words: ["时限", "期限", "完成日期", "截止日期"],
            specificity: 46,
            never: ["起始", "开始", "开工", "启动"]
        ),
        Ending(
            field: .deadline,
            words: ["时间", "时间节点"],
            specificity: 36,
            never: [
                "开工", "开始", "启动", "起始", "填报", "发布", "更新", "上报", "受理", "交办", "收到", "立项", "下达", "成文",
                "统计", "实际", "联系", "通过", "会议", "召开", "批示", "收文", "来文", "发文", "印发", "登记", "报送", "签订",
                "答复",
            ]
        ),
        Ending(
            field: .units,
            words: ["责任主体", "单位", "部门", "业主", "处室", "科室", "站所", "股室", "科所"],
            specificity: 40,
            never: ["计量", "填报", "编制", "审核", "审批", "施工", "监理", "设计", "勘察", "数量", "批准", "金额"]
        ),
        // 具体任务内容 says more than 为民实事.
        Ending(
            field: .objective,
            words: ["任务内容", "工作内容", "项目内容", "实事内容", "建设内容"],
            specificity: 42
        ),
        Ending(field: .objective, words: ["任务", "目标任务"], specificity: 38, never: ["完成任务"]),
        // 攻坚目标 says more than 攻坚任务.
        Ending(field: .objective, words: ["目标"], specificity: 39),
        Ending(field: .objective, words: ["事项", "标题", "实事", "诉求"], specificity: 36),
        Ending(
            field: .objective,
            words: ["项目", "项目名称", "任务名称", "事项名称", "实事名称", "工作名称"],
            specificity: 34
        ),
        Ending(
            field: .objective,
            words: ["名称"],
            specificity: 33,
            never: [
                "单位", "部门", "企业", "机构", "公司", "业主", "主体", "学校", "医院", "科室", "文件", "制度", "设备", "产品",
                "证书",
                "地点", "县", "市", "区", "乡", "镇", "街道", "社区", "村", "类别", "园区", "领导", "河流", "水库", "资金",
                "来源",
            ]
        ),
        // 考核内容 says more than 考核项目.
        Ending(field: .objective, words: ["内容"], specificity: 35),
        Ending(field: .objective, words: ["措施", "举措"], specificity: 26),
    ]

    /// 是否 at the start, and 能否, ask for the status where one of these follows.
    private static let questions = [
        "完成", "达", "办结", "整改", "按", "落实", "到位", "销号", "滞后", "解决", "化解", "兑现", "完工",
        "竣工", "建成", "投产", "投用",
    ]

    /// What a label of units says of them by a word in it.
    private static let roles: [(words: [String], role: FieldLabels.Role)] = [
        (["配合", "协办", "协同", "协作", "协助", "参与", "参加", "相关", "会办", "联办"], .joint),
        (["牵头", "主办", "主责", "第一", "主要"], .lead),
    ]

    /// Returns what a normalised label means by its end; nil where that doesn't tell.
    static func match(_ label: String) -> FieldLabels.Match? {
        let count = label.unicodeScalars.count
        guard (2...16).contains(count), !never.contains(where: label.contains) else { return nil }
        if label.hasPrefix("是否") || label.contains("能否") {
            guard questions.contains(where: label.contains) else { return nil }
            return FieldLabels.Match(field: .onSchedule, specificity: 50, evidence: .ending)
        }
        guard let ending = endings.first(where: { fits($0, label) }) else { return nil }
        var match = FieldLabels.Match(
            field: ending.field,
            specificity: ending.specificity,
            maybeStatus: ending.maybeStatus,
            evidence: .ending
        )
        if ending.field == .units {
            match.role = roles.first { $0.words.contains(where: label.contains) }?.role ?? .main
        }
        if isStep(label), ending.field == .objective { return nil }
        return match
    }

    /// Whether a normalised label that no field's is asks or names something else: 是否公开, 开工时间.
    ///
    /// What stands below doesn't make it a field's.
    package static func saysOther(_ label: String) -> Bool {
        label.hasPrefix("是否") || ["时间", "日期", "时限"].contains(where: label.contains)
    }

    private static func fits(_ ending: Ending, _ label: String) -> Bool {
        ending.words.contains { label.hasSuffix($0) && (label != $0 || $0.count > 2) }
            && !ending.never.contains(where: label.contains)
    }

    /// Whether a label names what is to be reached on the way: 一季度目标, 6月底任务.
    private static func isStep(_ label: String) -> Bool {
        ["季度", "月", "旬", "上半年", "下半年"].contains(where: label.contains)
    }
}
