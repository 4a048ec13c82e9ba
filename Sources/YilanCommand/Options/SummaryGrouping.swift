internal import ArgumentParser
internal import Yilan

/// What the targets of a row of a summary share.
enum SummaryGrouping: String, Choice {
    /// The leader.
    case leader
    /// A unit; a target counts once for each of its units.
    case unit
    /// The text of the deadline.
    case deadline

    /// Finds what a word means, in either language: leader, 领导, or the column's label 市政府领导.
    init?(argument: String) {
        let known = Self.allCases.first { grouping in
            grouping.rawValue == argument || grouping.chinese.contains(argument)
        }
        guard let known else { return nil }
        self = known
    }

    private var chinese: [String] {
        switch self {
        case .leader: ["领导", Field.leader.label]
        case .unit: ["单位", Field.units.label]
        case .deadline: ["时限", Field.deadline.label]
        }
    }
}

/// How a summary is printed.
enum SummaryFormat: String, Choice {
    /// A table for people.
    case text
    /// CSV.
    case csv
    /// The summary as it stands in the JSON of a table.
    case json
}
