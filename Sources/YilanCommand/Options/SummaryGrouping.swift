internal import ArgumentParser

/// What the targets of a row of a summary share.
enum SummaryGrouping: String, CaseIterable, ExpressibleByArgument {
    /// The leader.
    case leader
    /// A unit; a target counts once for each of its units.
    case unit
    /// The text of the deadline.
    case deadline
}

/// How a summary is printed.
enum SummaryFormat: String, CaseIterable, ExpressibleByArgument {
    /// A table for people.
    case text
    /// CSV.
    case csv
    /// The summary as it stands in the JSON of a table.
    case json
}
