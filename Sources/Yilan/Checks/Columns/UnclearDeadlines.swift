internal import SourceText
internal import TargetModel

/// Deadlines that are not understood; each text is reported once, at the first target that has it.
enum UnclearDeadlines: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let column = table.column(of: .deadline) else { return }
        var unclear = TextOccurrences()
        var yearless: (first: Int, count: Int)?
        for target in subject.targets
        where subject.derived.deadline(of: target).kind == .unknown {
            let isYearless =
                table.document(of: target).year == nil
                && Deadline(table.string(target, column: column), year: 2_000).date != nil
            if isYearless {
                yearless = (yearless?.first ?? target, (yearless?.count ?? 0) + 1)
            } else {
                unclear.add(table.range(target, column), of: target, in: table.text)
            }
        }
        if let yearless {
            findings.report(withoutYear(yearless.count), target: yearless.first, column: column)
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

    private static func withoutYear(_ count: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .unclearDeadline,
            Wording(
                en:
                    count == 1
                    ? "the table names no year, so this deadline has no date"
                    : "the table names no year, so \(count) deadlines such as this have no date",
                zh: "表中没有写明年度，有 \(count) 处像这样的完成时限无法对应日期"
            ),
            hint: Wording(en: "say which year the table is for", zh: "请说明表格是哪一年的"),
            remedy: .year
        )
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
