internal import SourceText
internal import TargetModel

/// Deadlines of a year after the table's.
enum DeadlineDates: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let column = table.column(of: .deadline) else { return }
        for target in subject.targets {
            guard let date = subject.derived.deadline(of: target).date,
                let year = table.year(of: target), date.year > year
            else { continue }
            findings.report(
                later(table.string(target, column: column), year),
                target: target,
                column: column
            )
        }
    }

    private static func later(_ text: String, _ year: Int) -> Diagnostic {
        Diagnostic(
            .note,
            .laterDeadline,
            Wording(
                en: "the deadline “\(text)” lies after \(year), the table's year",
                zh: "完成时限“\(text)”晚于本表年份 \(year) 年"
            ),
            hint: Wording(
                en: "nothing, if the project takes longer than the year",
                zh: "跨年项目可不改；否则请核对年份"
            )
        )
    }
}
