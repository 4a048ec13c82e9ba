internal import SourceText
internal import TargetModel

/// Cells that should say something and are blank.
enum BlankCells: Check {
    private static let fields: [Field] = [.leader, .objective, .deadline, .progress, .units]

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        for field in fields {
            guard let column = table.column(of: field), table.count > 0 else { continue }
            let blank = BlankTargets(
                subject.targets.filter { table.range($0, column).isEmpty },
                field,
                of: table
            )
            let label = table.columns[column].label
            if blank.isWholeTable, table.count > 1 {
                findings.report(blankColumn(label), column: column)
                continue
            }
            for target in blank.wholeInputs {
                findings.report(blankColumn(label), target: target, column: nil)
            }
            for target in blank.isWholeTable ? [0] : blank.single {
                findings.report(blankCell(label, field), target: target, column: column)
            }
            guard field == .objective || field == .progress || field == .units else { continue }
            for target in subject.targets {
                let range = table.range(target, column)
                guard !range.isEmpty, range.count <= 6, nothing.contains(table.text.string(range))
                else { continue }
                findings.report(
                    saysNothing(label, table.text.string(range)),
                    target: target,
                    column: column
                )
            }
        }
    }

    /// What leaves a cell as good as blank, but for what is told as a placeholder.
    private static let nothing = RowWords.nothing.subtracting(Placeholders.whole)
        .union(RowWords.dittos)

    private static func saysNothing(_ label: String, _ text: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .blankCell,
            Wording(en: "\(label) says only “\(text)”", zh: "“\(label)”只写了“\(text)”"),
            hint: Wording(en: "fill it in", zh: "请补充完整")
        )
    }

    private static func blankColumn(_ label: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .blankColumn,
            Wording(en: "every cell of \(label) is blank", zh: "“\(label)”一栏全部空白"),
            hint: Wording(
                en: "leave the column out, or fill it in",
                zh: "请填写，或删去这一栏"
            )
        )
    }

    private static func blankCell(_ label: String, _ field: Field) -> Diagnostic {
        let message = Wording(en: "\(label) is blank", zh: "“\(label)”未填写")
        // Some lists leave the deadline blank where a target has none.
        return field == .deadline
            ? Diagnostic(.note, .blankDeadline, message)
            : Diagnostic(.warning, .blankCell, message)
    }
}
