/// The seven things that the official table says of a target, in the order of the official form.
public enum Field: String, Sendable, CaseIterable {
    /// The target's number in the official list.
    case serial
    /// The leader who answers for it.
    case leader
    /// What is to be achieved.
    case objective
    /// By when.
    case deadline
    /// What was achieved.
    case progress
    /// Whether it goes as planned: 是 or 否.
    case onSchedule
    /// The responsible units; the first one leads, the others join.
    case units

    /// The key in JSON and, with `--headers keys`, in CSV.
    public var key: String { rawValue }

    /// Hashes the place; what the compiler makes hashes the text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(index)
    }

    /// The label in the official form.
    public var label: String {
        switch self {
        case .serial: "序号"
        case .leader: "市政府领导"
        case .objective: "责任目标内容"
        case .deadline: "完成时限"
        case .progress: "完成情况"
        case .onSchedule: "是否按计划完成进度"
        case .units: "责任单位"
        }
    }

    /// The label in what is made for readers of English, such as a workbook.
    public var englishLabel: String {
        switch self {
        case .serial: "No."
        case .leader: "Leader"
        case .objective: "Target"
        case .deadline: "Deadline"
        case .progress: "Progress"
        case .onSchedule: "On schedule"
        case .units: "Responsible units"
        }
    }
}

/// One column of a table.
public struct Column: Sendable, Equatable {
    /// What the column means; nil for a column that is kept under its own label.
    public var field: Field?
    /// The label as the table has it, without blanks around it and line breaks in it; unique among
    /// the columns of a table that have no field.
    public var label: String

    /// Makes a column.
    public init(_ field: Field?, label: String) {
        self.field = field
        self.label = label
    }

    /// The key in `columns` of the JSON: the field's key, or the label.
    public var key: String { field?.key ?? label }
}
