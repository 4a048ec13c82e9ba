/// What is derived from the texts of one table; each distinct text is read once.
public struct DerivedValues: Sendable {
    /// The table.
    public let table: TargetTable
    private var deadlineTexts = DistinctTexts()
    private var deadlines: [Deadline] = []
    private var statusTexts = DistinctTexts()
    private var statuses: [Bool?] = []
    private var unitTexts = DistinctTexts()
    private var units: [[String]] = []
    private let jointColumns: [Int]
    /// Deadlines without a year depend on their document's year.
    private let deadlineYears: Set<Int?>

    /// Prepares to derive from `table`.
    public init(_ table: TargetTable) {
        self.table = table
        jointColumns = table.columns.indices.filter { table.columns[$0].holdsJointUnits }
        deadlineYears = Set(table.documents.map(\.year))
    }

    /// What the deadline of a target (from 0) means.
    public mutating func deadline(of target: Int) -> Deadline {
        let range = table.range(target, .deadline)
        let year = table.document(of: target).year
        guard deadlineYears.count == 1 else {
            return Deadline(table.text.string(range), year: year)
        }
        let number = deadlineTexts.number(of: range, in: table.text)
        if number == deadlines.count {
            deadlines.append(Deadline(table.text.string(range), year: year))
        }
        return deadlines[number]
    }

    /// Whether a target (from 0) goes as planned; nil where the table doesn't clearly say.
    public mutating func onSchedule(of target: Int) -> Bool? {
        let range = table.range(target, .onSchedule)
        let number = statusTexts.number(of: range, in: table.text)
        if number == statuses.count { statuses.append(Status.value(of: table.text.string(range))) }
        return statuses[number]
    }

    /// The names of a target's units: those of the field first, then those of columns for joint
    /// units; no name twice. The target counts from 0.
    public mutating func units(of target: Int) -> [String] {
        var names = names(in: table.range(target, .units))
        for column in jointColumns {
            for name in self.names(in: table.range(target, column)) where !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }

    private mutating func names(in range: TextRange) -> [String] {
        let number = unitTexts.number(of: range, in: table.text)
        if number == units.count { units.append(UnitNames.split(table.text.string(range))) }
        return units[number]
    }

    /// The name that a leader is counted under: the text without blanks that spread a name of two
    /// characters, and without zero-width characters.
    public static func leaderName(_ text: String) -> String {
        text
    }
}
