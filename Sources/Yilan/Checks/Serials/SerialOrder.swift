internal import SourceText
internal import TargetModel

/// Serials out of their order, and those that are most likely mistyped: 1145 between 144 and 146.
enum SerialOrder: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let numbers = subject.facts.serials
        var last: (number: Int, target: Int)?
        for target in subject.targets {
            guard let number = numbers[target] else {
                last = nil
                continue
            }
            if isSlip(target, numbers, in: table) {
                findings.report(
                    slip(number, between: target, table),
                    target: target,
                    field: .serial
                )
                continue
            }
            if let last, number < last.number, number != 1,
                Self.areOfOneDocument(last.target, target, in: table)
            {
                findings.report(order(number, after: last.number), target: target, field: .serial)
            }
            last = (number, target)
        }
    }

    /// Whether a target (from 0) stands between two serials that leave room for just one, and has
    /// another; `numbers` are those of all targets.
    static func isSlip(_ target: Int, _ numbers: SerialNumbers, in table: TargetTable) -> Bool {
        guard target > 0, target + 1 < table.count,
            let before = numbers[target - 1], let after = numbers[target + 1],
            after == before + 2, let number = numbers[target]
        else { return false }
        // A serial nearby was more likely moved than mistyped.
        return (number < before - 3 || number > after + 3)
            && areOfOneDocument(target - 1, target + 1, in: table)
    }

    private static func areOfOneDocument(_ one: Int, _ other: Int, in table: TargetTable) -> Bool {
        table.origins[one].document == table.origins[other].document
    }

    private static func slip(_ number: Int, between target: Int, _ table: TargetTable) -> Diagnostic
    {
        let before = table.string(target - 1, .serial)
        let after = table.string(target + 1, .serial)
        return Diagnostic(
            .warning,
            .serialSlip,
            Wording(
                en: "serial \(number) stands between \(before) and \(after)",
                zh: "序号 \(number) 列在 \(before) 与 \(after) 之间，疑似误写"
            ),
            hint: Wording(en: "correct the serial", zh: "请核对序号")
        )
    }

    private static func order(_ number: Int, after last: Int) -> Diagnostic {
        Diagnostic(
            .note,
            .serialOrder,
            Wording(
                en: "serial \(number) stands behind \(last)",
                zh: "序号 \(number) 排在 \(last) 之后"
            ),
            hint: Wording(
                en: "see whether rows were moved",
                zh: "请核对是否有行错位"
            )
        )
    }
}
