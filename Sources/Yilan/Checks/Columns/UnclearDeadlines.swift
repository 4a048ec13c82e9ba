internal import SourceText
internal import TargetModel

/// Deadlines that are not understood; each text is reported once, at the first target that has it.
enum UnclearDeadlines: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let column = table.column(of: .deadline) else { return }
        var unclear = TextOccurrences()
        for target in subject.targets
        where subject.derived.deadline(of: target).kind == .unknown {
            unclear.add(table.range(target, column), of: target, in: table.text)
        }
        // A date that no calendar has is told as one.
        for found in unclear.all where ImpossibleDates.date(in: found.text) == nil {
            findings.report(
                unclearDeadline(found.text, found.count),
                target: found.first,
                column: column
            )
        }
    }

    private static func unclearDeadline(_ text: String, _ count: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .unclearDeadline,
            Wording(
                en:
                    "the deadline “\(text)” (\(CheckFindings.times(count))) is not understood: it has no date",
                zh: "无法理解完成时限“\(text)”（\(count) 处），没有对应的日期"
            ),
            hint: Wording(
                en: "write it like 年底, 11月底 or 2023年6月30日",
                zh: "请写成“年底”“11月底”“2023年6月30日”这样的形式"
            )
        )
    }
}
