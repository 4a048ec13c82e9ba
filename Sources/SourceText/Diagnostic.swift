/// How much a finding matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Something was read in one of several ways, or looks like a slip.
    case warning
    /// The data is wrong; no output is made from it.
    case error

    /// Orders by weight: note, warning, error.
    public static func < (one: Severity, other: Severity) -> Bool {
        one.rank < other.rank
    }

    /// Returns findings with errors before warnings and those before notes, in each in their order.
    public static func surestFirst(_ findings: [Diagnostic]) -> [Diagnostic] {
        allCases.sorted(by: >).flatMap { severity in
            findings.filter { $0.severity == severity }
        }
    }

    /// The word for it.
    public var word: Wording {
        switch self {
        case .error: Wording(en: "error", zh: "错误")
        case .warning: Wording(en: "warning", zh: "警告")
        case .note: Wording(en: "note", zh: "提示")
        }
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A finding about the data of one file; reading goes on after it.
///
/// A code is a stable word such as `duplicate-serial`; programs and tests compare codes and
/// places, never the text of messages.
public struct Diagnostic: Sendable, Equatable {
    /// How much it matters.
    public var severity: Severity
    /// The stable word that names the kind of finding.
    public var code: FindingCode
    /// What is wrong.
    public var message: Wording
    /// What to do about it, where that is known.
    public var hint: Wording?
    /// The setting that does it, where there is one.
    public var remedy: Remedy?
    /// Where it stands.
    public var place: Place
    /// Page of the official layout, counted from 1.
    public var page: Int?
    /// Block of the page, counted from 1.
    public var block: Int?
    /// The target's serial as its text stands.
    public var serial: String?
    /// The field's key, such as `deadline`, or the label of a column that is not known.
    public var field: String?
    /// The source line that the finding points into, without its line end; of a line that is
    /// longer than anybody sees, the part around the finding.
    public var excerpt: String?
    /// How many Unicode scalars of the line stand before `excerpt`.
    public var excerptStart = 0
    /// How many Unicode scalars of `excerpt` the finding covers, from `column` on; at least 1.
    public var span: Int

    /// Makes a finding without a place; see the `at` and `about` methods.
    public init(
        _ severity: Severity,
        _ code: FindingCode,
        _ message: Wording,
        hint: Wording? = nil,
        remedy: Remedy? = nil,
        file: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.hint = hint
        self.remedy = remedy
        place = Place(file: file ?? "")
        span = 1
    }

    /// How many bytes of a line are kept before and behind the place of a finding: a whole file may
    /// be one line.
    private static let excerptReach = 4_096

    /// Returns the finding placed at `range` of `source` (UTF-8 bytes from 0).
    ///
    /// - Complexity: O(n) in the bytes before the range; made only for printing. With the source's
    ///   `lines`, O(n) in those of its line.
    package func at(
        _ range: Range<Int>,
        of source: SourceText,
        lines: LineIndex? = nil
    ) -> Diagnostic {
        var placed = self
        let location = source.location(of: range.lowerBound, lines: lines)
        placed.file = source.name
        placed.line = location.line
        placed.column = location.column
        let line = source.lineRange(around: range.lowerBound)
        let shown = source.characters(around: range.lowerBound, in: line, reach: Self.excerptReach)
        placed.excerpt = source.string(shown)
        placed.excerptStart = source.countScalars(line.lowerBound..<shown.lowerBound)
        let covered = range.clamped(to: shown)
        placed.span = max(1, source.string(covered).unicodeScalars.count)
        return placed
    }

    /// Returns the finding with what it is about in the table's own words.
    public func about(
        page: Int? = nil,
        block: Int? = nil,
        serial: String? = nil,
        field: String? = nil
    ) -> Diagnostic {
        var placed = self
        placed.page = page ?? self.page
        placed.block = block ?? self.block
        placed.serial = serial ?? self.serial
        placed.field = field ?? self.field
        return placed
    }
}

extension Diagnostic {
    /// The file's name as the user gave it.
    public var file: String? {
        get { place.file.isEmpty ? nil : place.file }
        set { place.file = newValue ?? "" }
    }

    /// Line, counted from 1, in a text file.
    public var line: Int? {
        get { place.line }
        set { place.line = newValue }
    }

    /// Column, counted from 1, in Unicode scalars of the line.
    public var column: Int? {
        get { place.column }
        set { place.column = newValue }
    }

    /// Name of the worksheet, in a workbook.
    public var sheet: String? {
        get { place.sheet }
        set { place.sheet = newValue }
    }

    /// Cell reference such as `B7`, in a workbook.
    public var cell: String? {
        get { place.cell }
        set { place.cell = newValue }
    }

    /// Returns the finding at a place; where that names no file, in the file that it has.
    public func at(_ place: Place) -> Diagnostic {
        var placed = self
        placed.place = place
        if place.file.isEmpty { placed.place.file = self.place.file }
        return placed
    }
}

extension Diagnostic {
    /// What is said of a failure that nothing else was said of: a fault of yilan, told all the same.
    public static let unexplained = Diagnostic(
        .error,
        .internalError,
        Wording(en: "yilan failed and can't say why", zh: "yilan 未能完成，且说不出原因"),
        hint: Wording(
            en: "this is a fault of yilan; please report it, with the input",
            zh: "这是 yilan 的缺陷，请连同输入文件一并反馈"
        )
    )
}

/// Collects findings; the first does not hide the others, and after a limit they are only counted.
public struct DiagnosticBag: Sendable {
    /// How many findings of one kind of severity are kept.
    public static let limit = 100

    /// The findings kept, in the order they were reported.
    public private(set) var all: [Diagnostic] = []
    /// How many were reported and not kept.
    public private(set) var suppressed = 0
    private var kept = Counts()
    private var errors = 0
    private let holdsAll: Bool

    /// Makes an empty bag; `holdsAll`: without a limit, for whoever leaves some out before they are shown.
    public init(holdsAll: Bool = false) {
        self.holdsAll = holdsAll
    }

    /// Makes a bag with one finding.
    public init(_ diagnostic: Diagnostic) {
        holdsAll = false
        report(diagnostic)
    }

    /// Returns the bag with each finding that is kept changed; `change` leaves severities.
    public func mapping(_ change: (Diagnostic) -> Diagnostic) -> DiagnosticBag {
        var changed = self
        changed.all = all.map(change)
        return changed
    }

    /// The findings kept, errors before warnings and those before notes; in each in the order they
    /// were reported.
    public var surestFirst: [Diagnostic] { Severity.surestFirst(all) }

    /// Whether anything of severity error was reported.
    public var hasErrors: Bool { errors > 0 }

    /// Whether a further finding of `severity` would only be counted.
    ///
    /// Lets a reader skip the search for line and column that nobody will see.
    public func isFull(for severity: Severity) -> Bool {
        !holdsAll && kept[severity] >= Self.limit
    }

    /// Adds a finding; the text is made only if it will be kept.
    public mutating func report(_ severity: Severity, _ make: () -> Diagnostic) {
        if severity == .error { errors += 1 }
        guard !isFull(for: severity) else {
            suppressed += 1
            return
        }
        kept[severity] += 1
        all.append(make())
    }

    /// Adds a finding.
    public mutating func report(_ diagnostic: Diagnostic) {
        report(diagnostic.severity) { diagnostic }
    }

    /// Adds everything that `other` holds.
    public mutating func report(contentsOf other: DiagnosticBag) {
        for diagnostic in other.all { report(diagnostic) }
        suppressed += other.suppressed
        // What the other bag no longer held still counts as an error.
        if other.hasErrors && errors == 0 { errors = 1 }
    }

    /// Counts by severity; whoever copies a dictionary by them asks the runtime first what they are.
    private struct Counts: Sendable {
        private var errors = 0
        private var warnings = 0
        private var notes = 0

        subscript(severity: Severity) -> Int {
            get {
                switch severity {
                case .error: errors
                case .warning: warnings
                case .note: notes
                }
            }
            set {
                switch severity {
                case .error: errors = newValue
                case .warning: warnings = newValue
                case .note: notes = newValue
                }
            }
        }
    }
}
