internal import SourceText
internal import TargetModel

/// Deadlines of another year, and dates that no calendar has: 2月30日, 13月底.
enum DeadlineDates: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let column = table.column(of: .deadline) else { return }
        var texts = TextOccurrences()
        for target in subject.targets {
            let year = table.document(of: target).year
            if let date = subject.derived.deadline(of: target).date {
                guard let year, date.year > year else { continue }
                findings.report(
                    later(table.string(target, column: column), year),
                    target: target,
                    column: column
                )
            } else {
                texts.add(table.range(target, column), of: target, in: table.text)
            }
        }
        for found in texts.all {
            guard let date = impossibleDate(in: found.text) else { continue }
            findings.report(impossible(date), target: found.first, column: column)
        }
    }

    /// A month or day in a text that the calendar doesn't have, as it is written.
    private static func impossibleDate(in text: String) -> String? {
        let scalars = TextFolding.squeezed(text)
        var index = 0
        while index < scalars.count {
            let digits = scalars[index...].prefix { ("0"..."9").contains($0) }
            let end = index + digits.count
            guard !digits.isEmpty, digits.count <= 2, end < scalars.count, scalars[end] == "月",
                let month = number(digits)
            else {
                index = max(end, index + 1)
                continue
            }
            let day = scalars[(end + 1)...].prefix { ("0"..."9").contains($0) }
            let mark = end + 1 + day.count
            let isDay = mark < scalars.count && (scalars[mark] == "日" || scalars[mark] == "号")
            if !(1...12).contains(month) { return string(scalars[index...end]) }
            if isDay, let day = number(day), !(1...longest(month)).contains(day) {
                return string(scalars[index...mark])
            }
            index = end + 1
        }
        return nil
    }

    private static func longest(_ month: Int) -> Int {
        switch month {
        case 2: 29
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
        Int(string(digits))
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
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

    private static func impossible(_ date: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .impossibleDate,
            Wording(en: "there is no such date: \(date)", zh: "没有这个日期：\(date)"),
            hint: Wording(en: "correct the date", zh: "请改正日期")
        )
    }
}
