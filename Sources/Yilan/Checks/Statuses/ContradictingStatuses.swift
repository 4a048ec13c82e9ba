internal import SourceText
internal import TargetModel

/// Statuses that the progress contradicts, where the progress is nothing but a status itself:
/// 未完成 beside 是.
///
/// Longer reports are for people to judge: what is not yet built may well be on schedule.
enum ContradictingStatuses: Check {
    static let looksAtEachAlone = true

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let progress = table.column(of: .progress),
            let status = table.column(of: .onSchedule)
        else { return }
        for target in subject.targets {
            let range = table.range(target, progress)
            guard range.count <= 60, let isOnSchedule = subject.derived.onSchedule(of: target)
            else {
                continue
            }
            let text = table.text.string(range)
            guard let other = Status.value(of: text), other != isOnSchedule,
                !told.isFound(in: text.utf8.span)
            else { continue }
            findings.report(
                contradiction(table.string(target, column: status), text),
                target: target,
                column: status
            )
        }
    }

    /// What `StatusAgainstProgress` tells.
    private static let told = PhraseMatcher(
        ProgressWords.groups.filter { $0.kind == .unmet || $0.kind == .allDone }.flatMap(\.words)
    )

    private static func contradiction(_ status: String, _ progress: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .contradictingStatus,
            Wording(
                en: "the status is “\(status)”, and the progress says “\(progress)”",
                zh: "状态为“\(status)”，完成情况却是“\(progress)”"
            ),
            hint: Wording(en: "correct one of the two", zh: "请改正其中一处")
        )
    }
}
