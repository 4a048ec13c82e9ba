internal import SourceText

/// The labels that official tables use for the seven fields.
public enum FieldLabels {
    /// What a column of units says of them.
    ///
    /// The cases stand in the order in which the units are named.
    public enum Role: Sendable, Equatable, CaseIterable {
        /// The leading ones.
        case lead
        /// All of them, or not a column of units.
        case main
        /// Those that join.
        case joint
    }

    /// What a label means.
    public struct Match: Sendable, Equatable {
        /// The field.
        public var field: Field
        /// Of two labels of one field, the one with the larger number is the field's.
        public var specificity: Int
        /// What a column of units says of them.
        public var role: Role
        /// Whether the label is the status where another column says what was achieved.
        public var maybeStatus: Bool

        /// Makes a match.
        public init(field: Field, specificity: Int, role: Role = .main, maybeStatus: Bool = false) {
            self.field = field
            self.specificity = specificity
            self.role = role
            self.maybeStatus = maybeStatus
        }
    }

    /// Returns what a normalised label means; nil where nobody knows.
    ///
    /// A remark in brackets and a period before the label (第二季度完成情况) don't change it.
    public static func match(_ normalized: String) -> Match? {
        if let match = table[normalized] { return match }
        let bare = withoutRemark(normalized)
        if bare != normalized, var match = table[bare] {
            match.specificity -= 1
            return match
        }
        for label in periodical where hasSuffix(bare, label) {
            let period = String(bare.dropLast(label.count))
            guard isPeriod(period), var match = table[label] else { continue }
            match.specificity -= 2
            // Of a period it is a report, never the status.
            match.maybeStatus = false
            return match
        }
        return nil
    }

    /// Returns what a label is compared by: without blanks, line breaks and invisible characters,
    /// full-width letters and signs made half-width, small letters, no colon at the end.
    public static func normalize(_ label: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in label.unicodeScalars
        where !scalar.isInvisible && !scalar.properties.isWhitespace {
            result.append(scalar.narrowed)
        }
        while result.last == ":" || result.last == "*" { result.removeLast() }
        return String(result).lowercased()
    }

    /// Whether a normalised label is known to be no field's, and no part of a group.
    public static func standsAlone(_ normalized: String) -> Bool {
        others.contains(normalized)
    }

    private static let others: Set<String> = [
        "备注", "说明", "类别", "类型", "分类", "责任人", "联系人", "联系电话", "存在的问题", "存在问题", "下一步措施",
        "下一步工作措施", "下一步打算", "下步措施", "下步工作打算",
    ]

    private static func withoutRemark(_ label: String) -> String {
        guard label.hasSuffix(")") || label.hasSuffix("]") || label.hasSuffix("】"),
            let open = label.firstIndex(where: { $0 == "(" || $0 == "[" || $0 == "【" }),
            open != label.startIndex
        else { return label }
        return String(label[..<open])
    }

    private static func hasSuffix(_ text: String, _ suffix: String) -> Bool {
        text.utf8.count > suffix.utf8.count && text.hasSuffix(suffix)
    }

    /// Whether a text says when: 第二季度, 1-6月, 2023年上半年, 截至12月底.
    private static func isPeriod(_ text: String) -> Bool {
        let units = [
            "季度", "月", "年", "旬", "日", "目前", "当前", "本期", "上期", "q1", "q2", "q3", "q4", "月底", "年底",
        ]
        guard units.contains(where: text.contains) else { return false }
        let allowed = Set(
            "第一二三四五六七八九十〇零1234567890-—~至到.、/截止上下前半年季度月旬日底末初份目当本期累计q的全(),".unicodeScalars
        )
        return text.unicodeScalars.allSatisfy(allowed.contains)
    }

    /// Labels that may stand behind a period.
    private static let periodical = [
        "完成情况", "进展情况", "落实情况", "推进情况", "办理情况", "工作进展", "进展", "形象进度",
    ]

    private static let table: [String: Match] = {
        var table: [String: Match] = [:]
        func add(
            _ field: Field,
            _ labels: [(String, Int)],
            role: Role = .main,
            maybeStatus: Bool = false
        ) {
            for (label, specificity) in labels {
                table[label] = Match(
                    field: field,
                    specificity: specificity,
                    role: role,
                    maybeStatus: maybeStatus
                )
            }
        }
        add(
            .serial,
            [
                ("序号", 90), ("编号", 80), ("案号", 70), ("项次", 60), ("no.", 50), ("no", 50),
                ("目标序号", 85),
                ("任务序号", 85), ("项目序号", 85), ("目标编号", 75), ("任务编号", 75),
            ]
        )
        add(
            .leader,
            [
                ("市政府领导", 90), ("县政府领导", 90), ("区政府领导", 90), ("牵头领导", 85), ("牵头负责领导", 84),
                ("牵头市领导", 84), ("牵头县领导", 84), ("牵头区领导", 84), ("责任领导", 80), ("责任市领导", 80),
                ("责任县领导", 80), ("责任区领导", 80), ("市级领导", 75), ("县级领导", 75), ("区级领导", 75),
                ("市级责任领导", 76), ("市级牵头领导", 76), ("县级责任领导", 76), ("包保领导", 70), ("包保市领导", 70),
                ("包保县领导", 70), ("包抓领导", 70), ("包抓市领导", 70), ("包抓县领导", 70), ("包联领导", 70),
                ("分包领导", 70), ("挂点领导", 65), ("挂钩领导", 65), ("联系领导", 64), ("联系市领导", 64),
                ("联系县领导", 64), ("联系区领导", 64), ("分管领导", 60), ("分管市领导", 60), ("分管县领导", 60),
                ("分管区领导", 60), ("分管副市长", 60), ("分管副县长", 60), ("分管副区长", 60), ("市领导", 60),
                ("县领导", 60), ("区领导", 60),
            ]
        )
        add(
            .objective,
            [
                ("责任目标内容", 95), ("目标内容", 92), ("任务内容", 90), ("工作内容", 88), ("项目内容", 88),
                ("实事内容", 88), ("建设内容", 60), ("主要建设内容", 60), ("责任目标", 84), ("目标任务", 82),
                ("攻坚目标任务", 82), ("工作目标", 80), ("工作任务", 72), ("重点任务", 70), ("主要任务", 70),
                ("重点工作任务", 71), ("具体任务", 74), ("任务事项", 66), ("工作事项", 66), ("督查事项", 66),
                ("议定事项", 66), ("重点工作", 60), ("重点事项", 60), ("案由", 50), ("任务名称", 42),
                ("实事名称", 41), ("项目名称", 40),
            ]
        )
        add(
            .deadline,
            [
                ("完成时限", 95), ("办结时限", 90), ("办理时限", 88), ("整改时限", 88), ("完成期限", 88), ("时限要求", 86),
                ("时限", 84), ("完成时间", 84), ("完成时间节点", 83), ("计划完成时间", 83), ("时间节点", 70),
                ("节点目标", 50), ("进度安排", 45),
            ]
        )
        add(
            .progress,
            [
                ("进展情况", 84), ("工作进展情况", 84), ("工作进展", 83), ("落实情况", 80), ("推进情况", 80),
                ("办理情况", 80), ("整改情况", 80), ("目前进展", 80), ("目前进展情况", 81), ("当前进展", 80),
                ("具体情况", 70), ("当前进度", 60), ("形象进度", 55),
            ]
        )
        add(.progress, [("完成情况", 95), ("任务完成情况", 90), ("目标完成情况", 90)], maybeStatus: true)
        add(
            .onSchedule,
            [
                ("是否按计划完成进度", 95), ("是否按计划完成", 94), ("是否按进度完成", 93), ("是否达到序时进度", 92),
                ("是否达序时进度", 92), ("是否达到时序进度", 92), ("是否完成", 90), ("是否按时完成", 90), ("是否如期完成", 90),
                ("是否办结", 88), ("是否完成目标", 88), ("完成状态", 80), ("工作状态", 70), ("进度状态", 70),
                ("亮灯情况", 60),
                ("亮灯", 60), ("亮牌", 60), ("亮牌情况", 60),
            ]
        )
        add(
            .units,
            [
                ("责任单位", 95), ("责任部门", 90), ("责任单位(部门)", 90), ("主要责任单位", 88), ("承办单位", 80),
                ("承办部门", 80), ("落实单位", 78), ("责任科室", 60),
            ]
        )
        add(
            .units,
            [
                ("牵头责任单位", 95), ("牵头单位", 90), ("牵头部门", 88), ("主办单位", 85), ("主办部门", 84),
                ("牵头责任部门", 88),
            ],
            role: .lead
        )
        add(
            .units,
            [
                ("配合单位", 90), ("配合部门", 88), ("协办单位", 85), ("协办部门", 84), ("协作单位", 80),
                ("协同责任单位", 80),
                ("协同配合单位", 80), ("责任配合单位", 80), ("配合责任单位", 80), ("协同单位", 78), ("会办单位", 78),
            ],
            role: .joint
        )
        return table
    }()
}
