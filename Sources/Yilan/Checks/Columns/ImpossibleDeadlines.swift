internal import SourceText
internal import TargetModel

/// Deadlines that name a date that no calendar has; one stands in many rows, and is told once.
enum ImpossibleDeadlines: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let column = table.column(of: .deadline) else { return }
        for found in subject.derived.texts(ofColumn: column)?.all ?? [] {
            guard let date = ImpossibleDates.date(in: table.text.string(found.range)) else {
                continue
            }
            findings.report(ImpossibleDates.impossible(date), target: found.first, column: column)
        }
    }
}
