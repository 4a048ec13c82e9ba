internal import SourceText
internal import TargetModel

/// Targets behind schedule whose reason is blank, in tables that have a column for reasons.
enum UnexplainedDelays: Check {
    /// A column's label that holds one of these is for reasons.
    private static let reasons = ["原因", "存在的问题", "存在问题", "主要问题"]

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let columns = table.columns.indices.filter { index in
            table.columns[index].field == nil
                && reasons.contains { table.columns[index].label.contains($0) }
        }
        guard let first = columns.first else { return }
        for target in subject.targets where subject.derived.onSchedule(of: target) == false {
            guard columns.allSatisfy({ table.range(target, $0).isEmpty }) else { continue }
            findings.report(
                unexplained(table.columns[first].label),
                target: target,
                column: first
            )
        }
    }

    private static func unexplained(_ label: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .unexplainedDelay,
            Wording(
                en: "the target is behind schedule, and \(label) is blank",
                zh: "该项未按计划完成，但“\(label)”未填写"
            )
        )
    }
}
