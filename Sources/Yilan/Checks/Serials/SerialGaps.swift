internal import SourceText
internal import TargetModel

/// Numbers that are missing between the serials of a document.
///
/// A document that lacks more numbers than it has is an extract, and nothing is said of it.
enum SerialGaps: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        var serials = [[(number: Int, target: Int)]](repeating: [], count: table.documents.count)
        let numbers = subject.facts.serials
        for target in subject.targets {
            // What was mistyped is not missing.
            let isSlip = SerialOrder.isSlip(target, numbers, in: table)
            guard let number = isSlip ? numbers[target - 1].map({ $0 + 1 }) : numbers[target]
            else { continue }
            serials[Int(table.origins[target].document)].append((number, target))
        }
        for serialsOfList in serials {
            let sorted = serialsOfList.sorted { ($0.number, $0.target) < ($1.number, $1.target) }
            let gaps = zip(sorted, sorted.dropFirst()).filter { $1.number - $0.number > 1 }
            let missing = gaps.reduce(0) { $0 + $1.1.number - $1.0.number - 1 }
            guard missing <= sorted.count else { continue }
            for (before, after) in gaps {
                findings.report(
                    gap(from: before.number + 1, through: after.number - 1),
                    target: after.target,
                    field: .serial
                )
            }
        }
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
