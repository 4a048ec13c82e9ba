internal import SourceText
internal import TargetModel

/// Cells that should say something and are blank.
enum BlankCells: Check {
    private static let fields: [Field] = [.leader, .objective, .deadline, .progress, .units]

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        for field in fields {
            guard let column = table.column(of: field), table.count > 0 else { continue }
            let blank = subject.targets.filter { table.range($0, column).isEmpty }
            if blank.count == table.count, table.count > 1 {
                findings.report(blankColumn(table.columns[column].label), column: column)
                continue
            }
            for target in blank {
                findings.report(
                    blankCell(table.columns[column].label, field),
                    target: target,
                    column: column
                )
            }
        }
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
