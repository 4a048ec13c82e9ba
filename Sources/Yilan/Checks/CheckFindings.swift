internal import SourceText
internal import TargetModel

/// Collects what one check finds, with places in the table's own words.
struct CheckFindings {
    /// How many findings of one code are reported one by one.
    static let limit = 20

    private let table: TargetTable
    /// How many of one code these hold.
    private let most: Int
    private var all: [Finding] = []
    private var counts: [Count] = []
    /// The codes of which enough was found in targets before these.
    private let told: [FindingCode]

    /// How often something was found, and how sure the first of it is.
    typealias Count = (code: FindingCode, severity: Severity, count: Int)

    /// A finding, and what it is about; it gets its place in the file when it is reported.
    private struct Finding {
        var diagnostic: Diagnostic
        var target: Int?
        var column: Int?
        var bytes: Range<Int>?
    }

    /// Prepares to collect; `isWhole`: all of them, for whoever leaves some out before they are shown.
    ///
    /// `told`: what was found in targets before these. Of what was found often enough, the findings are
    /// counted and none is made.
    init(_ table: TargetTable, isWhole: Bool = false, after told: [Count] = []) {
        self.table = table
        let most = isWhole ? Int.max : Self.limit
        self.most = most
        counts = told.filter { $0.count >= most }.map { ($0.code, $0.severity, most) }
        self.told = counts.map(\.code)
    }

    /// How often each thing was found in these targets, in the order of the first of them.
    var countsHere: [Count] {
        counts.compactMap { code, severity, count in
            let here = told.contains(code) ? count - most : count
            return here > 0 ? (code, severity, here) : nil
        }
    }

    /// Whether nothing was found.
    var isEmpty: Bool { all.isEmpty }

    /// Adds what the same check has found in the targets behind those so far.
    mutating func add(_ other: CheckFindings) {
        let added = other.countsHere
        var room = added.map { added in
            most - (counts.first { $0.code == added.code }?.count ?? 0)
        }
        for finding in other.all where room.contains(where: { $0 > 0 }) {
            guard
                let kind = added.firstIndex(where: { $0.code == finding.diagnostic.code })
            else { continue }
            if room[kind] > 0 { all.append(finding) }
            room[kind] -= 1
        }
        Self.add(added, to: &counts)
    }

    /// Adds how often things were found in targets behind those so far.
    static func add(_ added: [Count], to counts: inout [Count]) {
        for (code, severity, count) in added {
            if let index = counts.firstIndex(where: { $0.code == code }) {
                counts[index].count += count
            } else {
                counts.append((code, severity, count))
            }
        }
    }

    /// Adds a finding about a target (from 0), in the cell of a column (from 0).
    ///
    /// `bytes` are those of the cell's text that it is about; nil: the whole cell.
    mutating func report(
        _ finding: Diagnostic,
        target: Int,
        column: Int?,
        bytes: Range<Int>? = nil
    ) {
        guard counts(finding) else { return }
        all.append(Finding(diagnostic: finding, target: target, column: column, bytes: bytes))
    }

    /// Adds a finding of a code as above, which is made only where it is reported: of texts that are
    /// wrong in many rows, making those that are not was a twentieth of `check`.
    mutating func report(
        _ code: FindingCode,
        target: Int,
        column: Int?,
        bytes: @autoclosure () -> Range<Int>? = nil,
        _ finding: () -> Diagnostic
    ) {
        if let index = counts.firstIndex(where: { $0.code == code && $0.count >= most }) {
            counts[index].count += 1
        } else {
            report(finding(), target: target, column: column, bytes: bytes())
        }
    }

    /// Adds a finding about a target (from 0), in the cell of a field.
    mutating func report(_ finding: Diagnostic, target: Int, field: Field) {
        report(finding, target: target, column: table.column(of: field))
    }

    /// Adds a finding about a whole column (from 0).
    mutating func report(_ finding: Diagnostic, column: Int) {
        guard counts(finding) else { return }
        var placed = finding.about(field: table.columns[column].key)
        placed.file = table.shownName
        all.append(Finding(diagnostic: placed))
    }

    /// Adds a finding about a field that no column has.
    mutating func report(_ finding: Diagnostic, field: Field) {
        guard counts(finding) else { return }
        var placed = finding.about(field: field.key)
        placed.file = table.shownName
        all.append(Finding(diagnostic: placed))
    }

    /// Adds a finding about a row of the official file that holds no target, by its line (from 1),
    /// and a column (from 0).
    mutating func report(_ finding: Diagnostic, line: Int, column: Int?) {
        guard counts(finding) else { return }
        var placed = table.placed(finding).about(field: column.map { table.columns[$0].key })
        // Lines of the official file are no places in a workbook or a JSON document.
        if table.places == nil { placed.line = line }
        all.append(Finding(diagnostic: placed))
    }

    /// How often something occurs, in English.
    static func times(_ count: Int) -> String {
        count == 1 ? "once" : "\(count) times"
    }

    /// Hands on what was found, placed by `places` of the table, and says of how much more there is.
    func report(to diagnostics: inout DiagnosticBag, _ places: TablePlaces) {
        for finding in all {
            guard let target = finding.target else {
                diagnostics.report(finding.diagnostic)
                continue
            }
            diagnostics.report(
                places.placing(finding.diagnostic, target, finding.column, bytes: finding.bytes)
            )
        }
        for (code, severity, count) in counts where count > most {
            diagnostics.report(Self.more(count - most, of: code, severity, in: table))
        }
    }

    /// Returns findings as they are shown: of each code the first ones, and how many more there are.
    static func shortened(_ findings: [Diagnostic], in table: TargetTable) -> DiagnosticBag {
        var shown = DiagnosticBag()
        var counts: [(code: FindingCode, severity: Severity, count: Int)] = []
        for finding in findings {
            guard let index = counts.firstIndex(where: { $0.code == finding.code }) else {
                counts.append((finding.code, finding.severity, 1))
                shown.report(finding)
                continue
            }
            counts[index].count += 1
            if counts[index].count <= limit { shown.report(finding) }
        }
        for (code, severity, count) in counts where count > limit {
            shown.report(more(count - limit, of: code, severity, in: table))
        }
        return shown
    }

    private static func more(
        _ count: Int,
        of code: FindingCode,
        _ severity: Severity,
        in table: TargetTable
    ) -> Diagnostic {
        Diagnostic(
            severity,
            code,
            Wording(en: "\(count) more findings of this kind", zh: "此类问题还有 \(count) 处"),
            file: table.shownName
        )
    }

    /// Counts a finding; false where it need not be made.
    private mutating func counts(_ finding: Diagnostic) -> Bool {
        guard let index = counts.firstIndex(where: { $0.code == finding.code }) else {
            counts.append((finding.code, finding.severity, 1))
            return true
        }
        counts[index].count += 1
        return counts[index].count <= most
    }
}
