/// Counts targets one by one; each distinct text is made a string once.
struct SummaryCounter {
    /// What was counted so far.
    private(set) var summary = Summary()

    private let table: TargetTable
    private let hasDeadlines: Bool

    private var leaderTexts = DistinctTexts()
    /// By number of the leader's text: indexes of the leaders in the summary.
    private var leadersOfTexts: [[Int]] = []
    private var leadersByName: [[UInt8]: Int] = [:]

    private var statusTexts = DistinctTexts()
    private var statuses: [Bool?] = []
    /// For each document, whether it states what goes as planned.
    private let statesStatus: [Bool]
    /// Whether the document of the target that is counted does.
    private var isStated = true

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
        statesStatus = Self.statesStatus(table)
    }

    /// For each document, whether it states what goes as planned: of several, one that had no column
    /// for it, or left it blank, has counts and no rate.
    private static func statesStatus(_ table: TargetTable) -> [Bool] {
        guard let column = table.column(of: .onSchedule) else {
            return table.documents.map { _ in false }
        }
        guard table.documents.count > 1 else { return [true] }
        var states = table.documents.map { _ in false }
        for target in 0..<table.count where !table.range(target, column).isEmpty {
            states[Int(table.origins[target].document)] = true
        }
        return states
    }

    /// Counts a target (from 0).
    mutating func count(_ target: Int) {
        let value = status(of: target)
        isStated = statesStatus[Int(table.origins[target].document)]
        summary.counts.add(target, value, hasStatus: isStated)
        let leaders = leaders(of: target)
        for leader in leaders {
            summary.leaders[leader].counts.add(target, value, hasStatus: isStated)
            summary.leaders[leader].targets.append(target)
        }
        if hasDeadlines { countDeadline(target, of: leaders, value) }
        countUnits(target, of: leaders, value)
    }

    private mutating func status(of target: Int) -> Bool? {
        let range = table.range(target, .onSchedule)
        let number = statusTexts.number(of: range, in: table.text)
        if number == statuses.count { statuses.append(Status.value(of: table.text.string(range))) }
        return statuses[number]
    }

    /// The leaders of a target, as indexes in the summary; the empty name where there is none.
    private mutating func leaders(of target: Int) -> [Int] {
        let range = table.range(target, .leader)
        let number = leaderTexts.number(of: range, in: table.text)
        if number < leadersOfTexts.count { return leadersOfTexts[number] }
        let names = LeaderNames.split(table.text.string(range))
        leadersOfTexts.append((names.isEmpty ? [""] : names).map { index(ofLeader: $0) })
        return leadersOfTexts[number]
    }

    private mutating func index(ofLeader name: String) -> Int {
        let key = Array(name.utf8)
        if let known = leadersByName[key] { return known }
        leadersByName[key] = summary.leaders.count
        summary.leaders.append(LeaderSummary(name: name))
        return summary.leaders.count - 1
    }

    private mutating func countDeadline(_ target: Int, of leaders: [Int], _ value: Bool?) {
        let range = table.range(target, .deadline)
        let number = deadlineTexts.number(of: range, in: table.text)
        if number == summary.deadlines.count {
            summary.deadlines.append(GroupSummary(name: table.text.string(range)))
        }
        summary.deadlines[number].counts.add(target, value, hasStatus: isStated)
        for leader in leaders { countDeadline(number, target, of: leader, value) }
    }

    private mutating func countDeadline(
        _ number: Int,
        _ target: Int,
        of leader: Int,
        _ value: Bool?
    ) {
        let next = summary.leaders[leader].deadlines.count
        let index = leaderDeadlines.value(leader, number, orStore: next) ?? next
        if index == next {
            let name = summary.deadlines[number].name
            summary.leaders[leader].deadlines.append(GroupSummary(name: name))
        }
        summary.leaders[leader].deadlines[index].counts.add(target, value, hasStatus: isStated)
    }

    private mutating func countUnits(_ target: Int, of leaders: [Int], _ value: Bool?) {
        let named = units.numbers(of: target, in: table)
        while summary.units.count < units.names.count {
            summary.units.append(GroupSummary(name: units.names[summary.units.count]))
        }
        for unit in named {
            summary.units[unit].counts.add(target, value, hasStatus: isStated)
            for leader in leaders { countUnit(unit, target, of: leader, value) }
        }
    }

    private mutating func countUnit(
        _ unit: Int,
        _ target: Int,
        of leader: Int,
        _ value: Bool?
    ) {
        let next = summary.leaders[leader].units.count
        let index = leaderUnits.value(leader, unit, orStore: next) ?? next
        if index == next {
            summary.leaders[leader].units.append(GroupSummary(name: summary.units[unit].name))
        }
        summary.leaders[leader].units[index].counts.add(target, value, hasStatus: isStated)
    }
}
