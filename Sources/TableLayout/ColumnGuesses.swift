internal import SourceText
internal import TargetModel

/// Tells which columns were read as a field's though their label isn't known.
struct ColumnGuesses {
    private let pages: [Page]

    init(_ pages: [Page]) {
        self.pages = pages
    }

    /// Reports a note for each column, once for all pages and blocks that have it.
    func report(_ cells: GridSource, to diagnostics: inout DiagnosticBag) {
        var seen = Set<String>()
        for page in pages {
            for block in page.blocks {
                for offset in block.labels.indices {
                    guard let reason = block.reason(at: offset), reason.isGuess,
                        !reason.isOfSeveral || block.isFirstPart(offset),
                        seen.insert(block.labels[offset].key).inserted
                    else { continue }
                    let label = block.labels[offset]
                    let number = block.cell + offset + 1
                    let finding = Self.finding(label, block.field(at: offset), reason, number)
                    diagnostics.report(.note) {
                        cells.at(
                            finding,
                            row: page.header.upperBound - 1,
                            cell: block.cell + offset
                        )
                    }
                }
            }
        }
    }

    private static func finding(
        _ label: HeaderLabel,
        _ field: Field?,
        _ reason: ColumnReason,
        _ number: Int
    ) -> Diagnostic {
        let why = reason.wording
        let name = label.fullText
        guard let field else {
            return Diagnostic(
                .note,
                .unlabelledColumn,
                Wording(
                    en: "a column without a label is kept as \(name)",
                    zh: "没有名称的一栏按“\(name)”保留"
                ),
                hint: Wording(
                    en: "say what it means by its number",
                    zh: "可用栏号说明其含义"
                ),
                remedy: .columns([Wording(verbatim: "\(number)=objective")])
            )
        }
        return Diagnostic(
            .note,
            .columnByEvidence,
            Wording(
                en: "the column \(name) is read as \(field.label): \(why)",
                zh: "“\(name)”一栏读作“\(field.label)”：\(why)"
            ),
            hint: Wording(
                en: "if it is something else, say so",
                zh: "如果不是，请说明"
            ),
            remedy: .columns([Wording(en: "\(name)=FIELD", zh: "\(name)=字段")])
        ).about(field: field.key)
    }
}
