extension Column {
    /// The label that staff see above the column: of those that stand in no header of the official
    /// table, whose keys are `section` and `group`, a Chinese one.
    public var shownLabel: String {
        if isSection { return Self.sectionLabel }
        return isGroup ? Self.groupLabel : label
    }

    /// The label of a column whose header says what staff see.
    package static func label(shownAs text: String) -> String {
        switch text {
        case sectionLabel: section.label
        case groupLabel: group.label
        default: text
        }
    }

    private static let sectionLabel = "所属分组"
    private static let groupLabel = "所属任务"
}
