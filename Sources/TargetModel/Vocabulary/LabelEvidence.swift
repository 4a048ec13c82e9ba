/// Why a label is read as a field's, the surest first.
package enum LabelEvidence: Sendable, Equatable {
    /// Whoever runs the program says so.
    case said
    /// The label is known as it stands.
    case known
    /// It is known without a remark in brackets.
    case remark
    /// It is known behind a period.
    case period
    /// It begins with a known label: 责任单位及责任人.
    case beginning
    /// It ends as labels of the field do: 整改任务.
    case ending

    /// Whether the label itself is known, so that a row with two of them may be a header.
    package var isSure: Bool {
        switch self {
        case .said, .known, .remark, .period: true
        case .beginning, .ending: false
        }
    }
}
