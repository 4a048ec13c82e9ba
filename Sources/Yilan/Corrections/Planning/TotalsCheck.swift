internal import SourceText
internal import TargetModel

/// Finds rows around the targets (合计, 共60项) that count what corrections change.
///
/// They are somebody's words and never rewritten; that they are no longer true is reported.
struct TotalsCheck {
    private let table: TargetTable
    private let rows: [Remark]

    /// Finds such rows in the layout of the official table.
    init(_ table: TargetTable) {
        self.table = table
        rows = table.remarks.filter { row in RowWords.counting.contains { row.text.contains($0) } }
    }

    /// Reports rows with a number that was right and isn't any more.
    func report(after corrected: TargetTable, to diagnostics: inout DiagnosticBag) {
        guard !rows.isEmpty else { return }
        let before = Self.counts(of: table)
        let after = Self.counts(of: corrected)
        let changed = zip(before, after).filter { $0 != $1 }
        for row in rows {
            let numbers = Self.counts(in: row.text)
            guard let (old, new) = changed.first(where: { numbers.contains($0.0) }) else {
                continue
            }
            diagnostics.report(
                Diagnostic.outdatedTotal(row.text, old, new)
                    .at(Place(file: table.document.file, line: row.line))
            )
        }
    }

    private static func counts(of table: TargetTable) -> [Int] {
        let counts = Summary(of: table).counts
        return [counts.total, counts.onSchedule, counts.behind]
    }

    /// The numbers in a text that count something: before 项, or alone in a cell.
    private static func counts(in text: String) -> Set<Int> {
        var counts = Set<Int>()
        for cell in text.unicodeScalars.split(separator: "\t") {
            var digits = String.UnicodeScalarView()
            for (index, scalar) in zip(cell.indices, cell) {
                if isPartOfNumber(scalar) {
                    digits.append(scalar)
                    let isLast = cell.index(after: index) == cell.endIndex
                    guard isLast, digits.count == cell.count else { continue }
                } else if !RowWords.looseCounters.contains(scalar) {
                    digits.removeAll()
                    continue
                }
                if let number = Serial.number(of: String(digits)) { counts.insert(number) }
                digits.removeAll()
            }
        }
        return counts
    }

    private static func isPartOfNumber(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "%" || scalar == "％"
            || scalar.properties.generalCategory == .decimalNumber
    }
}

extension Diagnostic {
    fileprivate static func outdatedTotal(_ text: String, _ old: Int, _ new: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .outdatedTotal,
            Wording(
                en: "this row says \(old), which the corrections make \(new): \(text)",
                zh: "这一行写的是 \(old)，更正后应为 \(new)：\(text)"
            ),
            hint: Wording(
                en: "it is left as it stands; correct it in the official file",
                zh: "该行保持原样，请在官方文件里自行更正"
            )
        )
    }
}
