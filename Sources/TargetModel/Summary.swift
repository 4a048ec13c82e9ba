/// Counts of targets.
public struct Counts: Sendable, Equatable {
    /// How many targets.
    public var total = 0
    /// How many go as planned.
    public var onSchedule = 0
    /// How many don't.
    public var behind = 0
    /// Of how many the table doesn't clearly say.
    public var unstated = 0
    /// The targets that don't go as planned, by index in the table (from 0), in order.
    public var behindTargets: [Int] = []

    /// How many of the unstated ones stand in lists that have no column for it: they have no rate.
    public private(set) var withoutStatus = 0

    /// Whether any list states what goes as planned; without a column for it there is no rate.
    public var hasStatus: Bool { total == 0 || withoutStatus < total }

    /// How many targets the rate is of.
    public var rated: Int { total - withoutStatus }

    /// Makes zero counts.
    public init() {}

    /// The share that goes as planned, from 0 to 1, of the targets in lists that state it; nil of no
    /// targets, and where no list has a column for the status.
    public var rate: Double? {
        rated == 0 ? nil : Double(onSchedule) / Double(rated)
    }

    /// Counts one target; `hasStatus` says whether its list states at all what goes as planned.
    public mutating func add(_ target: Int, _ value: Bool?, hasStatus: Bool = true) {
        total += 1
        switch value {
        case true?: onSchedule += 1
        case false?:
            behind += 1
            behindTargets.append(target)
        case nil:
            unstated += 1
            if !hasStatus { withoutStatus += 1 }
        }
    }
}

/// Counts of the targets that share something: a leader, a unit, a deadline.
public struct GroupSummary: Sendable, Equatable {
    /// What they share: a name, or the text of a deadline; empty where the cell is blank.
    public var name: String
    /// The counts.
    public var counts = Counts()

    /// Makes a group of no targets.
    public init(name: String) {
        self.name = name
    }
}

extension [GroupSummary] {
    /// Those of most targets first; of as many, the first named first.
    ///
    /// - Complexity: O(n log n) in the groups.
    package var mostTargetsFirst: [GroupSummary] {
        enumerated().sorted { one, other in
            (-one.element.counts.total, one.offset) < (-other.element.counts.total, other.offset)
        }
        .map(\.element)
    }
}

/// Counts of the targets of one leader.
public struct LeaderSummary: Sendable, Equatable {
    /// The leader's name; empty where the table names none.
    public var name: String
    /// The counts.
    public var counts = Counts()
    /// The leader's targets, by index in the table (from 0), in order.
    public var targets: [Int] = []
    /// Per text of a deadline, in order of first appearance.
    public var deadlines: [GroupSummary] = []
    /// Per unit; a target counts once for each of its units.
    public var units: [GroupSummary] = []

    /// Makes the summary of no targets.
    public init(name: String) {
        self.name = name
    }
}

/// What a table comes to, in order of first appearance.
///
/// A target counts once for its leader, and once for each unit named on it (joint responsibility).
public struct Summary: Sendable, Equatable {
    /// All targets.
    public var counts = Counts()
    /// Per leader.
    public var leaders: [LeaderSummary] = []
    /// Per unit.
    public var units: [GroupSummary] = []
    /// Per text of a deadline.
    public var deadlines: [GroupSummary] = []

    /// Makes the summary of no targets.
    public init() {}
}

extension Summary {
    /// Counts the targets of a table.
    ///
    /// A target counts for each of its leaders (`LeaderNames`), and for each of its units.
    /// Where the table has no column for leaders, all targets stand under the empty name; where it
    /// has none for deadlines, there are no groups of them.
    /// - Complexity: O(n) in the targets and their texts.
    public init(of table: TargetTable) {
        var counter = SummaryCounter(table)
        for target in 0..<table.count { counter.count(target) }
        self = counter.summary
    }
}
