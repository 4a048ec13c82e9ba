internal import SourceText
internal import TargetModel

/// Collects what one check finds, with places in the table's own words.
struct CheckFindings {
    /// How many findings of one code are reported one by one.
    static let limit = 20

    private let table: TargetTable
    private var all: [Diagnostic] = []
    private var counts: [(code: FindingCode, severity: Severity, count: Int)] = []

    init(_ table: TargetTable) {
        self.table = table
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
        all.append(finding.at(target: target, column: column, bytes: bytes, of: table))
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
        all.append(placed)
    }

    /// Adds a finding about a row of the official file that holds no target, by its line (from 1),
    /// and a column (from 0).
    mutating func report(_ finding: Diagnostic, line: Int, column: Int?) {
        guard counts(finding) else { return }
        var placed = table.placed(finding).about(field: column.map { table.columns[$0].key })
        // Lines of the official file are no places in a workbook or a JSON document.
        if table.places == nil { placed.line = line }
        all.append(placed)
    }

    /// How often something occurs, in English.
    static func times(_ count: Int) -> String {
        count == 1 ? "once" : "\(count) times"
    }

    /// Hands on what was found, and says of how much more there is.
    func report(to diagnostics: inout DiagnosticBag) {
        for finding in all { diagnostics.report(finding) }
        for (code, severity, count) in counts where count > Self.limit {
            let more = count - Self.limit
            diagnostics.report(
                Diagnostic(
                    severity,
                    code,
                    Wording(en: "\(more) more findings of this kind", zh: "此类问题还有 \(more) 处"),
                    file: table.shownName
                )
            )
        }
    }

    /// Counts a finding; false where it need not be made.
    private mutating func counts(_ finding: Diagnostic) -> Bool {
        guard let index = counts.firstIndex(where: { $0.code == finding.code }) else {
            counts.append((finding.code, finding.severity, 1))
            return true
        }
        counts[index].count += 1
        return counts[index].count <= Self.limit
    }
}
