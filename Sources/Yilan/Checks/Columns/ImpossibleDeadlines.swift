internal import SourceText
internal import TargetModel

/// Deadlines that name a date that no calendar has; one stands in many rows, and is told once.
enum ImpossibleDeadlines: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let column = table.column(of: .deadline) else { return }
        var texts = TextOccurrences()
        for target in subject.targets {
            texts.add(table.range(target, column), of: target, in: table.text)
        }
        for found in texts.all {
            guard let date = ImpossibleDates.date(in: found.text) else { continue }
            findings.report(ImpossibleDates.impossible(date), target: found.first, column: column)
        }
    }
}
