internal import SourceText
internal import TargetModel

/// Numbers that are missing between the serials of a document.
///
/// A document that lacks more numbers than it has is an extract, and nothing is said of it.
enum SerialGaps: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let numbers = subject.facts.serials
        if isWhole(subject.targets, numbers, table) { return }
        var targets = [[Int32]](repeating: [], count: table.documents.count)
        for target in subject.targets where number(target, numbers, table) != nil {
            targets[Int(table.origins[target].document)].append(Int32(target))
        }
        for ofList in targets {
            let serials = ofList.lazy.map { target in
                (number: number(Int(target), numbers, table) ?? 0, target: Int(target))
            }
            let areInOrder = zip(serials, serials.dropFirst()).allSatisfy { $0.number <= $1.number }
            let gaps = areInOrder ? self.gaps(serials) : self.gaps(serials.sorted(by: <))
            let missing = gaps.reduce(0) { $0 + $1.after.number - $1.before.number - 1 }
            guard missing <= ofList.count else { continue }
            for (before, after) in gaps {
                findings.report(
                    gap(from: before.number + 1, through: after.number - 1),
                    target: after.target,
                    field: .serial
                )
            }
        }
    }

    /// Whether each target has the number behind that of the one before it, and all are of one document.
    private static func isWhole(
        _ targets: Range<Int>,
        _ numbers: SerialNumbers,
        _ table: TargetTable
    ) -> Bool {
        guard table.documents.count == 1, let first = targets.first, let start = numbers[first]
        else { return false }
        return targets.allSatisfy { numbers[$0] == start + $0 - first }
    }

    /// What the number of a target (from 0) is, or should be: what was mistyped is not missing.
    private static func number(_ target: Int, _ numbers: SerialNumbers, _ table: TargetTable)
        -> Int?
    {
        SerialOrder.isSlip(target, numbers, in: table)
            ? numbers[target - 1].map { $0 + 1 } : numbers[target]
    }

    private typealias Numbered = (number: Int, target: Int)

    /// The neighbours among ascending numbers between which some are missing.
    private static func gaps(
        _ serials: some Collection<Numbered>
    ) -> [(before: Numbered, after: Numbered)] {
        zip(serials, serials.dropFirst()).filter { $1.number - $0.number > 1 }
            .map { (before: $0, after: $1) }
    }

    private static func gap(from first: Int, through last: Int) -> Diagnostic {
        Diagnostic(
            .note,
            .serialGap,
            first == last
                ? Wording(en: "serial \(first) is missing", zh: "缺少序号 \(first)")
                : Wording(
                    en: "serials \(first) to \(last) are missing",
                    zh: "缺少序号 \(first) 至 \(last)"
                ),
            hint: Wording(
                en: "see whether targets were left out",
                zh: "请核对是否漏列了目标"
            )
        )
    }
}
