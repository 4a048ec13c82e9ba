internal import SourceText

/// What is derived from the texts of one table; each distinct text is read once.
package struct DerivedValues: Sendable {
    /// The table.
    package let table: TargetTable
    private var deadlineTexts = DistinctTexts()
    private var deadlines: [Deadline] = []
    private var statusTexts = DistinctTexts()
    private var statuses: [Bool?] = []
    private var units: TargetUnits
    private var leaderTexts = DistinctTexts()
    private var leaders: [[String]] = []
    /// By column, its texts where all were read.
    private var columnTexts: [Int: ColumnTexts] = [:]
    /// By target, the numbers of its texts where all were read.
    private var deadlineNumbers = CompactNumbers()
    private var statusNumbers = CompactNumbers()
    private var leaderNumbers = CompactNumbers()
    /// Deadlines without a year depend on their document's year.
    private let deadlineYears: Set<Int?>

    /// Prepares to derive from `table`.
    package init(_ table: TargetTable) {
        self.table = table
        units = TargetUnits(table)
        deadlineYears = table.years
    }

    /// Reads the deadlines, statuses, leaders and units of all targets, for those who ask for each
    /// many times: then they are found without their text.
    ///
    /// Looking texts up was an eighth of `check`.
    /// - Complexity: O(n) in the texts.
    package mutating func readAll() {
        let fields = [Field.deadline, .onSchedule, .leader].compactMap(table.column(of:))
        let columns = fields + table.unitColumns
        columnTexts = Dictionary(
            zip(columns, ColumnTexts.read(columns, of: table)),
            uniquingKeysWith: { first, _ in first }
        )
        if deadlineYears.count == 1, let texts = texts(of: .deadline) {
            let year = deadlineYears.first ?? nil
            deadlines = texts.all.map { Deadline(table.text.string($0.range), year: year) }
            deadlineNumbers = texts.numbers
        }
        if let texts = texts(of: .onSchedule) {
            statuses = texts.all.map { Status.value(of: table.text.string($0.range)) }
            statusNumbers = texts.numbers
        }
        if let texts = texts(of: .leader) {
            leaders = texts.all.map { LeaderNames.split(table.text.string($0.range)) }
            leaderNumbers = texts.numbers
        }
        units.readAll(table.unitColumns.compactMap { columnTexts[$0] }, of: table)
    }

    /// The texts of a column (from 0) where `readAll` has read them: those of deadlines, statuses,
    /// leaders and units.
    package func texts(ofColumn column: Int) -> ColumnTexts? { columnTexts[column] }

    /// The texts of a field's column where `readAll` has read them; nil where there is none.
    package func texts(of field: Field) -> ColumnTexts? {
        table.column(of: field).flatMap { columnTexts[$0] }
    }

    /// What the deadline of a target (from 0) means.
    package mutating func deadline(of target: Int) -> Deadline {
        guard deadlineYears.count == 1 else {
            let text = table.string(target, .deadline)
            return Deadline(text, year: table.year(of: target))
        }
        return deadlines[deadlineNumber(of: target)]
    }

    /// The number of a target's deadline where all have one year.
    private mutating func deadlineNumber(of target: Int) -> Int {
        if !deadlineNumbers.isEmpty { return deadlineNumbers[target] }
        let range = table.range(target, .deadline)
        let number = deadlineTexts.number(of: range, in: table.text)
        if number == deadlines.count {
            let year = table.year(of: target)
            deadlines.append(Deadline(table.text.string(range), year: year))
        }
        return number
    }

    /// Whether a target (from 0) goes as planned; nil where the table doesn't clearly say.
    package mutating func onSchedule(of target: Int) -> Bool? {
        statuses[statusNumber(of: target)]
    }

    private mutating func statusNumber(of target: Int) -> Int {
        if !statusNumbers.isEmpty { return statusNumbers[target] }
        let range = table.range(target, .onSchedule)
        let number = statusTexts.number(of: range, in: table.text)
        if number == statuses.count { statuses.append(Status.value(of: table.text.string(range))) }
        return number
    }

    /// The names of the units of a target (from 0), no name twice, in the order of
    /// `TargetTable.unitColumns`.
    package mutating func units(of target: Int) -> [String] {
        units.numbers(of: target, in: table).map { units.names[$0] }
    }

    /// The numbers, from 0 in order of first appearance, of what `units(of:)` names.
    package mutating func unitNumbers(of target: Int) -> [Int] {
        // The table is copied for what may number more.
        units.numbersRead(of: target) ?? units.numbers(of: target, in: table)
    }

    /// The name of a unit by its number.
    package func unit(_ number: Int) -> String { units.names[number] }

    /// The names of the leaders of a target (from 0), no name twice.
    package mutating func leaders(of target: Int) -> [String] {
        leaders[leaderNumber(of: target)]
    }

    /// The number, from 0 in order of first appearance, of the text that `leaders(of:)` names are in.
    package mutating func leaderNumber(of target: Int) -> Int {
        if !leaderNumbers.isEmpty { return leaderNumbers[target] }
        let range = table.range(target, .leader)
        let number = leaderTexts.number(of: range, in: table.text)
        if number == leaders.count { leaders.append(LeaderNames.split(table.text.string(range))) }
        return number
    }

    /// The name that a text of one leader is counted under.
    ///
    /// It is the text without invisible characters and without the blanks that spread a name of two
    /// characters (张 伦); any other text, such as the names of two leaders, stays as it is.
    /// - Complexity: O(n) in the text.
    package static func leaderName(_ text: String) -> String {
        let visible = text.unicodeScalars.filter { !$0.isInvisible }
        let letters = visible.filter { !$0.isWhitespace }
        if letters.count == 2, letters.allSatisfy(\.properties.isIdeographic) {
            return String(scalars: letters)
        }
        return String(scalars: visible)
    }
}
