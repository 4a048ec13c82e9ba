/// Counts targets one by one; each distinct text is made a string once.
struct SummaryCounter {
    /// What was counted so far.
    private(set) var summary = Summary()

    private let table: TargetTable
    private let unitColumns: [Int]
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

    private var unitTexts = DistinctTexts()
    /// By number of the units' text: indexes of the units in the summary.
    private var unitsOfTexts: [[Int]] = []
    private var unitsByName: [[UInt8]: Int] = [:]
    /// Index of a unit among a leader's.
    private var leaderUnits = NumberPairs()

    /// Prepares to count targets of `table`.
    init(_ table: TargetTable) {
        self.table = table
        hasDeadlines = table.column(of: .deadline) != nil
        let joint = table.columns.indices.filter { table.columns[$0].holdsJointUnits }
        unitColumns = [table.column(of: .units)].compactMap { $0 } + joint
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
        guard let first = unitColumns.first else { return }
        let leading = unitsOfText(table.range(target, first))
        for unit in leading { countUnit(unit, target, leader, value) }
        guard unitColumns.count > 1 else { return }
        var counted = leading
        for column in unitColumns.dropFirst() {
            for unit in unitsOfText(table.range(target, column)) where !counted.contains(unit) {
                counted.append(unit)
                countUnit(unit, target, leader, value)
            }
        }
    }

    private mutating func unitsOfText(_ range: TextRange) -> [Int] {
        let number = unitTexts.number(of: range, in: table.text)
        if number == unitsOfTexts.count {
            unitsOfTexts.append(UnitNames.split(table.text.string(range)).map { unit(named: $0) })
        }
        return unitsOfTexts[number]
    }

    private mutating func unit(named name: String) -> Int {
        let unit = unitsByName[Array(name.utf8), default: summary.units.count]
        if unit == summary.units.count {
            unitsByName[Array(name.utf8)] = unit
            summary.units.append(GroupSummary(name: name))
        }
        return unit
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
