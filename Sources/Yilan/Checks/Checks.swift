public import SourceText
public import TargetModel

/// What `yilan check` looks for in a table that was read without errors: slips of those who wrote
/// it, which no reader can decide.
///
/// Nothing is rewritten, and nothing is reported that could as well be meant.
public enum Checks {
    private static let all: [any Check.Type] = [
        SerialGaps.self, SerialOrder.self, BlankCells.self, SwappedCells.self, UnclearStatuses.self,
        ContradictingStatuses.self, UnexplainedDelays.self, IndicatorChecks.self,
        TotalRows.self, UnclearDeadlines.self, EarlyDeadlines.self, DeadlineDates.self,
        LeaderVariants.self,
        MisplacedLeaders.self, UnitVariants.self, SimilarUnits.self, RepeatedUnits.self,
        CopiedTexts.self, TextChecks.self, UnfinishedSentences.self, OddCharacters.self,
        PrivateNumbers.self,
    ]

    /// Runs all checks on a table.
    ///
    /// Findings come check by check, in each in the order of the targets. A check that finds a lot
    /// reports the first ones and how many more there are, so that it doesn't hide the others.
    /// - Complexity: O(n) in the bytes of the table's text.
    public static func run(on table: TargetTable, reporting diagnostics: inout DiagnosticBag) {
        var subject = CheckSubject(table)
        for check in all {
            var findings = CheckFindings(table)
            check.run(on: &subject, reporting: &findings)
            findings.report(to: &diagnostics)
        }
    }
}

/// One thing that is looked for.
protocol Check: SendableMetatype {
    /// Looks for it in a table.
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings)
}

/// What checks look at: a table, and what is derived from it.
struct CheckSubject {
    /// The table.
    let table: TargetTable
    /// What is derived from its texts.
    var derived: DerivedValues

    init(_ table: TargetTable) {
        self.table = table
        derived = DerivedValues(table)
    }

    /// How often words that somebody asked for stand in the table.
    private var occurrences: [String: Int] = [:]

    /// How often a word stands in the table.
    ///
    /// - Complexity: O(n) in the table's text the first time that a word is asked for.
    mutating func occurrences(of word: String) -> Int {
        if let known = occurrences[word] { return known }
        let matcher = PhraseMatcher([word])
        var hits: [PhraseMatcher.Hit] = []
        for target in targets {
            for column in table.columns.indices {
                table.text.withSpan(of: table.range(target, column)) {
                    matcher.find(in: $0, addingTo: &hits)
                }
            }
        }
        occurrences[word] = hits.count
        return hits.count
    }

    /// The targets, by index from 0.
    var targets: Range<Int> { 0..<table.count }
}
