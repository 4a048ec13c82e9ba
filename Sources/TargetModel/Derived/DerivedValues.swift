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
        jointColumns = Self.jointColumns(of: table)
        deadlineYears = Set(table.documents.map(\.year))
    }

    /// The columns (from 0) that name units beside those of the field.
    ///
    /// 责任单位 beside 牵头单位 names those that join.
    private static func jointColumns(of table: TargetTable) -> [Int] {
        let leads = table.column(of: .units).map { table.columns[$0].holdsLeadingUnits } ?? false
        return table.columns.indices.filter { index in
            let column = table.columns[index]
            return column.holdsJointUnits || (leads && column.holdsAllUnits)
        }
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

    /// The names of the units of a target (from 0), no name twice.
    ///
    /// Those of the field stand first, then those of columns for joint units.
    public mutating func units(of target: Int) -> [String] {
        var names = names(in: table.range(target, .units))
        for column in jointColumns {
            for name in self.names(in: table.range(target, column)) {
                // Names that are only equal by Unicode's rules are two names.
                guard !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else { continue }
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

    /// The name that a leader is counted under.
    ///
    /// It is the text without invisible characters and without the blanks that spread a name of two
    /// characters (张 伦); any other text, such as the names of two leaders, stays as it is.
    /// - Complexity: O(n) in the text.
    public static func leaderName(_ text: String) -> String {
        let visible = text.unicodeScalars.filter { !TextFolding.isInvisible($0) }
        let letters = visible.filter { !$0.properties.isWhitespace }
        if letters.count == 2, letters.allSatisfy(\.properties.isIdeographic) {
            return String(String.UnicodeScalarView(letters))
        }
        return String(String.UnicodeScalarView(visible))
    }
}
