/// Counts targets one by one; each distinct text is made a string once.
struct SummaryCounter {
    /// What was counted so far.
    private(set) var summary = Summary()

    private let table: TargetTable
    private let hasDeadlines: Bool

    private var leaderTexts = DistinctTexts()
    /// By number of the leader's text: index of the leader in the summary.
    private var leadersOfTexts: [Int] = []
    private var leadersByName: [[UInt8]: Int] = [:]

    private var statusTexts = DistinctTexts()
    private var statuses: [Bool?] = []

    private var deadlineTexts = DistinctTexts()
    /// Index of a deadline among a leader's.
    private var leaderDeadlines = NumberPairs()

    /// The number of a name is the unit's index in the summary.
    private var units: TargetUnits
    /// Index of a unit among a leader's.
    private var leaderUnits = NumberPairs()

    /// Prepares to count targets of `table`.
    init(_ table: TargetTable) {
        self.table = table
        hasDeadlines = table.column(of: .deadline) != nil
        units = TargetUnits(table)
    }

    /// Counts a target (from 0).
    mutating func count(_ target: Int) {
        let value = status(of: target)
        let leader = leader(of: target)
        summary.counts.add(target, value)
        summary.leaders[leader].counts.add(target, value)
        summary.leaders[leader].targets.append(target)
        if hasDeadlines { countDeadline(target, leader, value) }
        countUnits(target, leader, value)
    }

    private mutating func status(of target: Int) -> Bool? {
        let range = table.range(target, .onSchedule)
        let number = statusTexts.number(of: range, in: table.text)
        if number == statuses.count { statuses.append(Status.value(of: table.text.string(range))) }
        return statuses[number]
    }

    private mutating func leader(of target: Int) -> Int {
        let range = table.range(target, .leader)
        let number = leaderTexts.number(of: range, in: table.text)
        if number < leadersOfTexts.count { return leadersOfTexts[number] }
        let name = DerivedValues.leaderName(table.text.string(range))
        let leader = leadersByName[Array(name.utf8), default: summary.leaders.count]
        if leader == summary.leaders.count {
            leadersByName[Array(name.utf8)] = leader
            summary.leaders.append(LeaderSummary(name: name))
        }
        leadersOfTexts.append(leader)
        return leader
    }

    private mutating func countDeadline(_ target: Int, _ leader: Int, _ value: Bool?) {
        let range = table.range(target, .deadline)
        let number = deadlineTexts.number(of: range, in: table.text)
        if number == summary.deadlines.count {
            summary.deadlines.append(GroupSummary(name: table.text.string(range)))
        }
        summary.deadlines[number].counts.add(target, value)
        let next = summary.leaders[leader].deadlines.count
        let index = leaderDeadlines.value(leader, number, orStore: next) ?? next
        if index == next {
            let name = summary.deadlines[number].name
            summary.leaders[leader].deadlines.append(GroupSummary(name: name))
        }
        summary.leaders[leader].deadlines[index].counts.add(target, value)
    }

    private mutating func countUnits(_ target: Int, _ leader: Int, _ value: Bool?) {
        let named = units.numbers(of: target, in: table)
        while summary.units.count < units.names.count {
            summary.units.append(GroupSummary(name: units.names[summary.units.count]))
        }
        for unit in named { countUnit(unit, target, leader, value) }
    }

    private mutating func countUnit(_ unit: Int, _ target: Int, _ leader: Int, _ value: Bool?) {
        summary.units[unit].counts.add(target, value)
        let next = summary.leaders[leader].units.count
        let index = leaderUnits.value(leader, unit, orStore: next) ?? next
        if index == next {
            summary.leaders[leader].units.append(GroupSummary(name: summary.units[unit].name))
        }
        summary.leaders[leader].units[index].counts.add(target, value)
    }
}
