internal import SourceText
internal import TargetModel

/// Deadlines that lie before the year that the table is for.
///
/// Later ones are no finding: projects take more than a year.
enum EarlyDeadlines: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        for target in subject.targets {
            guard let date = subject.derived.deadline(of: target).date,
                let year = table.year(of: target), date.year < year
            else { continue }
            findings.report(
                earlyDeadline(table.string(target, .deadline), year),
                target: target,
                field: .deadline
            )
        }
    }

    private static func earlyDeadline(_ text: String, _ year: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .earlyDeadline,
            Wording(
                en: "the deadline “\(text)” lies before \(year), the table's year",
                zh: "完成时限“\(text)”早于本表年份 \(year) 年"
            )
        )
    }
}
