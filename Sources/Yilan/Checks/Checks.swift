public import SourceText
internal import Synchronization
public import TargetModel

/// What `yilan check` looks for in a table that was read without errors: slips of those who wrote
/// it, which no reader can decide.
///
/// Nothing is rewritten, and nothing is reported that could as well be meant.
public enum Checks {
    static let all: [any Check.Type] = [
        MissingFields.self, SerialGaps.self, SerialOrder.self, BlankCells.self, SwappedCells.self,
        UnclearStatuses.self,
        ContradictingStatuses.self, UnexplainedDelays.self, IndicatorChecks.self,
        TotalRows.self, UnclearDeadlines.self, ImpossibleDates.self, ImpossibleDeadlines.self,
        EarlyDeadlines.self,
        DeadlineDates.self,
        LeaderVariants.self,
        MisplacedLeaders.self, UnitVariants.self, UnitMarks.self, SimilarUnits.self,
        RepeatedUnits.self,
        CopiedTexts.self, TextChecks.self, UnfinishedSentences.self, MissingPunctuation.self,
        RepeatedClauses.self, DoubledWords.self,
        OddCharacters.self,
        PrivateNumbers.self, OverlongTexts.self,
    ]

    /// Begins to make ready what the checks look up, for whoever reads a table first: a core has little to do
    /// then, and 10 million instructions later, those that check would wait for it.
    public static func prepare() {
        _ = Ahead {
            TextChecks.prepare()
            _ = Indicator.indicators(objective: "新建农村公路100公里", progress: "已新建农村公路100公里")
        }
    }

    /// Looks for nothing but texts that a workbook has to set in smaller type.
    ///
    /// - Complexity: O(n) in the bytes of long texts.
    public static func findOverlongTexts(
        in table: TargetTable,
        reporting diagnostics: inout DiagnosticBag
    ) {
        var findings = CheckFindings(table)
        OverlongTexts.find(in: table, 0..<table.count, reporting: &findings)
        guard !findings.isEmpty else { return }
        findings.report(to: &diagnostics, TablePlaces(table))
    }

    /// Looks for nothing but control characters and such as stand for lost ones.
    ///
    /// - Complexity: O(n) in the bytes of the table's text.
    public static func findControlCharacters(
        in table: TargetTable,
        reporting diagnostics: inout DiagnosticBag
    ) {
        let pieces = Cores.ranges(of: targetsOfTask, in: table.count)
        let found = Cores.map(pieces.count) { piece in
            var findings = CheckFindings(table)
            OddCharacters.find(
                [.control, .replacement],
                in: table,
                pieces[piece],
                columns: Array(table.columns.indices),
                reporting: &findings
            )
            return findings
        }
        var findings = CheckFindings(table)
        for more in found { findings.add(more) }
        guard !findings.isEmpty else { return }
        findings.report(to: &diagnostics, TablePlaces(table))
    }

    /// Runs all checks on a table.
    ///
    /// Findings come check by check, in each in the order of the targets. A check that finds a lot
    /// reports the first ones and how many more there are, so that it doesn't hide the others.
    /// `isWhole`: all findings, for whoever leaves some out before they are shown (`shortened`).
    /// - Complexity: O(n) in the bytes of the table's text.
    public static func run(
        on table: TargetTable,
        isWhole: Bool = false,
        reporting diagnostics: inout DiagnosticBag
    ) {
        // Large ones beside the facts, for which cores wait for each other, and not behind all checks.
        let places = Ahead(isLong: table.count > targetsOfTask) { TablePlaces(table) }
        let facts = TableFacts(table)
        let tasks = tasks(for: table)
        let firstShare = tasks.firstIndex { all[$0.checks[0]].looksAtEachAlone } ?? tasks.count
        let soFar = FindingsSoFar(checks: all.count)
        let found = Cores.map(tasks.count) { number in
            var subject = CheckSubject(targets: tasks[number].targets, facts: facts)
            let before = number < firstShare ? nil : soFar.before
            if number >= firstShare { table.fetch(tasks[number].targets) }
            let found = tasks[number].checks.map { check in
                var findings = CheckFindings(
                    table,
                    isWhole: isWhole,
                    after: before?[check] ?? []
                )
                all[check].run(on: &subject, reporting: &findings)
                return findings
            }
            if number >= firstShare {
                var counts = [[CheckFindings.Count]](repeating: [], count: all.count)
                for (check, findings) in zip(tasks[number].checks, found) {
                    counts[check] = findings.countsHere
                }
                soFar.add(counts, ofShare: number - firstShare)
            }
            return found
        }
        for check in all.indices {
            var findings = CheckFindings(table, isWhole: isWhole)
            for (task, findingsOfChecks) in zip(tasks, found) {
                guard let place = task.checks.firstIndex(of: check) else { continue }
                findings.add(findingsOfChecks[place])
            }
            findings.report(to: &diagnostics, places.value)
        }
    }

    /// Returns findings of a table as they are shown: of each code the first ones, and how many more there
    /// are.
    public static func shortened(_ findings: [Diagnostic], in table: TargetTable) -> DiagnosticBag {
        CheckFindings.shortened(findings, in: table)
    }

    /// The checks (by index in `all`) with the targets that they look at: those first that have to
    /// look at all of them, since they take longest.
    private static func tasks(for table: TargetTable) -> [(checks: [Int], targets: Range<Int>)] {
        let whole = all.indices.filter { !all[$0].looksAtEachAlone }.map { ([$0], 0..<table.count) }
        let alone = all.indices.filter { all[$0].looksAtEachAlone }
        // Small ones at the end: there, cores wait for the one that has the last.
        let end = max(0, table.count / targetsOfTask - 2) * targetsOfTask
        let shares = Cores.ranges(of: targetsOfTask, in: end)
        let rest = Cores.ranges(of: targetsOfTask / 4, in: table.count - end).map {
            ($0.lowerBound + end)..<($0.upperBound + end)
        }
        return whole + (shares + rest).map { (alone, $0) }
    }

    /// How many targets one core looks at with all checks that look at each alone.
    ///
    /// With 512, each check began so often that 100,000 took 4 % longer; with 8,192, cores waited for each
    /// other at the end.
    private static let targetsOfTask = 2048
}

/// One thing that is looked for.
protocol Check: SendableMetatype {
    /// Whether what is found of a target doesn't depend on other targets: then several cores share
    /// the targets among them.
    static var looksAtEachAlone: Bool { get }

    /// The check, where it looks only at cells in which some phrases stand; nil of others.
    static var seeker: (any PhraseSeeker.Type)? { get }

    /// Looks for it in the targets of the subject.
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings)
}

extension Check {
    static var looksAtEachAlone: Bool { false }
    static var seeker: (any PhraseSeeker.Type)? { nil }
}

extension Check where Self: PhraseSeeker {
    static var seeker: (any PhraseSeeker.Type)? { Self.self }
}

/// Whether words stand in a table, for all checks together.
final class WordsOfTable: Sendable {
    private let table: TargetTable
    private let known = Mutex<[String: Bool]>([:])

    init(_ table: TargetTable) {
        self.table = table
    }

    /// Whether a word stands in the table.
    ///
    /// - Complexity: O(n) in the table's text the first time that a word is asked for.
    func contain(_ word: String) -> Bool {
        known.withLock { known in
            if let isFound = known[word] { return isFound }
            let matcher = PhraseMatcher([word])
            let isFound = (0..<table.count).contains { target in
                table.columns.indices.contains { column in
                    table.text.withSpan(of: table.range(target, column), matcher.isFound)
                }
            }
            known[word] = isFound
            return isFound
        }
    }
}

/// What several checks ask of a table, read once for all of them.
struct TableFacts: Sendable {
    /// What is derived from the table's texts, all of them read.
    let derived: DerivedValues
    /// Whether words stand in the table.
    let words: WordsOfTable
    /// What stands as unit or leader in the table.
    let names: KnownNames
    /// What its short texts are.
    let kinds: CellKinds
    /// The numbers that the serials begin with.
    let serials: SerialNumbers

    /// Reads a table.
    ///
    /// - Complexity: O(n) in the texts of all columns but objective and progress.
    init(_ table: TargetTable) {
        let derived = Self.derived(from: table)
        self.derived = derived
        // Beside the serials, which several cores share: 10 million instructions, for which the others waited.
        let kinds = Ahead { CellKinds(derived) }
        words = WordsOfTable(table)
        names = KnownNames(derived)
        serials = SerialNumbers(table)
        self.kinds = kinds.value
    }
}

extension TableFacts {
    private static func derived(from table: TargetTable) -> DerivedValues {
        var derived = DerivedValues(table)
        derived.readAll()
        return derived
    }
}

/// What checks look at: targets of a table, and what is derived from it.
struct CheckSubject {
    /// The targets that are looked at, by index from 0.
    let targets: Range<Int>
    /// The table: kept here, since one that is taken out of `derived` is copied each time.
    let table: TargetTable
    /// What is known of the table.
    let facts: TableFacts
    /// What is derived from the table's texts.
    var derived: DerivedValues
    // By target, what it promises; nil until a check asks.
    private var promised: [[Indicator]]?
    // Where the phrases stand that checks look for; nil until one asks.
    private var occurrences: PhraseOccurrences?
    // The cell whose figures were asked for last, and these.
    private var figured: (target: Int, column: Int, figures: [Figure])?

    init(targets: Range<Int>, facts: TableFacts) {
        self.targets = targets
        self.facts = facts
        table = facts.derived.table
        derived = facts.derived
    }

    /// What a target (from 0) of those that are looked at promises in figures.
    ///
    /// Read once for all checks: reading figures is a third of `check`.
    /// - Complexity: O(n) in the texts of all of `targets` the first time, then O(1).
    mutating func indicators(of target: Int) -> [Indicator] {
        if let promised { return promised[target - targets.lowerBound] }
        var byTarget = [[Indicator]](repeating: [], count: targets.count)
        table.forEachIndicator(of: targets) {
            byTarget[$0.target - targets.lowerBound].append($0)
        }
        promised = byTarget
        return byTarget[target - targets.lowerBound]
    }

    /// Where the phrases of all checks stand in the cells of the targets that are looked at.
    ///
    /// - Complexity: O(n) in the texts of all of `targets` the first time, then O(1).
    mutating func phrases() -> PhraseOccurrences {
        if let occurrences { return occurrences }
        let found = PhraseOccurrences(in: self)
        occurrences = found
        return found
    }

    /// The figures of a cell.
    ///
    /// Several checks look at one cell, one after the other, and each asks for all of them: read once, 1 % of
    /// the instructions of `check` less.
    /// - Complexity: O(n) in its text; O(1) where it was asked for last.
    mutating func figures(of cell: ExaminedCell) -> [Figure] {
        if let figured, figured.target == cell.target, figured.column == cell.column {
            return figured.figures
        }
        let figures = Figure.figures(in: cell.bytes)
        figured = (cell.target, cell.column, figures)
        return figures
    }

    /// What a target (from 0) says in the column of a field; nothing where there is no such column.
    ///
    /// Here, the table isn't copied for it, and none of its references counted.
    func bytes(of target: Int, _ field: Field) -> ArraySlice<UInt8> {
        table.text.bytes(table.range(target, field))
    }

    /// The columns (from 0) whose texts are sentences: objective and progress, those that there are.
    var columnsOfSentences: [Int] {
        [Field.objective, .progress].compactMap { table.column(of: $0) }
    }

    /// The columns (from 0) of which some cell may have what a check looks for in a text.
    ///
    /// Where the texts of a column recur, each of them is asked once, and mostly none has it.
    func columns(where mayHaveIt: (Span<UInt8>) -> Bool) -> [Int] {
        columns { _, text in mayHaveIt(text) }
    }

    /// The same for what is looked for in some columns (from 0) only.
    func columns(where mayHaveIt: (Int, Span<UInt8>) -> Bool) -> [Int] {
        table.columns.indices.filter { column in
            guard let texts = derived.texts(ofColumn: column)?.all, texts.count < targets.count
            else { return true }
            return texts.contains { found in
                table.text.withSpan(of: found.range) { mayHaveIt(column, $0) }
            }
        }
    }
}
