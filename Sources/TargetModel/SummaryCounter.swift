/// Counts targets one by one; each distinct text is read once, and before, on all cores.
struct SummaryCounter {
    /// What was counted so far.
    private(set) var summary = Summary()

    private let table: TargetTable
    /// By target, the indexes of the leaders in the summary.
    private let leaders: ReadColumn<[Int]>
    private let statuses: ReadColumn<Bool?>
    /// By target, the index of the deadline in the summary; nil where the table has no deadlines.
    private let deadlines: ReadColumn<Int>?
    /// The targets that were never asked whether they go as planned.
    private let lacking: LackingLists
    /// Whether the target that is counted was.
    private var isStated = true

    /// Index of a deadline among a leader's.
    private var leaderDeadlines = NumberPairs()

    /// The number of a name is the unit's index in the summary.
    private var units: TargetUnits
    /// Index of a unit among a leader's.
    private var leaderUnits = NumberPairs()

    /// What the texts of a column mean.
    private struct ReadColumn<Meaning: Sendable>: Sendable {
        /// By number of the text.
        var meanings: [Meaning]
        /// By target, the number of its text; empty where all have the same.
        var numbers: CompactNumbers

        subscript(target: Int) -> Meaning {
            meanings[numbers.isEmpty ? 0 : numbers[target]]
        }
    }

    /// Prepares to count the targets of `table`.
    ///
    /// - Complexity: O(n) in the targets and their texts.
    init(_ table: TargetTable) {
        self.table = table
        lacking = LackingLists(table, .onSchedule)
        let fields = [Field.onSchedule, .leader, .deadline].map(table.column)
        let read = ColumnTexts.read(fields.compactMap(\.self) + table.unitColumns, of: table)
        var columns = read[...]
        /// What the texts of the next column mean; of none, what a blank one does.
        func meanings<Meaning>(
            _ column: Int?,
            _ meaning: (String) -> Meaning
        ) -> ReadColumn<Meaning> {
            guard column != nil, let texts = columns.popFirst() else {
                return ReadColumn(
                    meanings: table.count == 0 ? [] : [meaning("")],
                    numbers: CompactNumbers()
                )
            }
            return ReadColumn(
                meanings: texts.all.map { meaning(table.text.string($0.range)) },
                numbers: texts.numbers
            )
        }
        statuses = meanings(fields[0], Status.value)
        var summary = Summary()
        var known = DistinctNames()
        leaders = meanings(fields[1]) { text in
            let names = LeaderNames.split(text)
            return (names.isEmpty ? [""] : names).map { name in
                let found = known.number(of: name)
                if found.isNew { summary.leaders.append(LeaderSummary(name: name)) }
                return found.number
            }
        }
        deadlines =
            fields[2] == nil
            ? nil
            : meanings(fields[2]) { text in
                summary.deadlines.append(GroupSummary(name: text))
                return summary.deadlines.count - 1
            }
        self.summary = summary
        units = TargetUnits(table)
        // Names of several columns are met target by target.
        if columns.count == 1 { units.readAll(Array(columns), of: table) }
    }

    /// Counts a target (from 0).
    mutating func count(_ target: Int) {
        let value = statuses[target]
        isStated = !lacking.contains(target)
        summary.counts.add(target, value, hasStatus: isStated)
        let leaders = leaders[target]
        for leader in leaders {
            summary.leaders[leader].counts.add(target, value, hasStatus: isStated)
            summary.leaders[leader].targets.append(target)
        }
        if let deadlines {
            let number = deadlines[target]
            summary.deadlines[number].counts.add(target, value, hasStatus: isStated)
            for leader in leaders { countDeadline(number, target, of: leader, value) }
        }
        countUnits(target, of: leaders, value)
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
