internal import SourceText
internal import TargetModel

/// Fields that no column of a table has.
enum MissingFields: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard table.count > 0 else { return }
        for field in Field.allCases where field != .serial && table.column(of: field) == nil {
            findings.report(missing(field), field: field)
        }
    }

    private static func missing(_ field: Field) -> Diagnostic {
        Diagnostic(
            // Without objectives a list says nothing; other columns a form may do without.
            field == .objective ? .warning : .note,
            .missingField,
            Wording(
                en:
                    "the table has no column for \(field.label)\(field == .onSchedule ? ", so there is no rate" : "")",
                zh: "表中没有“\(field.label)”一栏\(field == .onSchedule ? "，无法统计完成率" : "")"
            ),
            hint: Wording(
                en: "if a column has it under another name, say so",
                zh: "如果有一栏就是它而名称不同，请说明"
            ),
            remedy: .columns([Wording(en: "LABEL=\(field.key)", zh: "栏目名称=\(field.key)")])
        )
    }
}
