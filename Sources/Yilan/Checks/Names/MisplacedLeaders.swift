internal import SourceText
internal import TargetModel

/// A leader amid another's group: one target whose leader is another than that of its neighbours,
/// where both leaders have their targets together otherwise.
///
/// A name that differs in one character from that of the neighbours is most likely theirs.
enum MisplacedLeaders: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let column = table.column(of: .leader), table.count >= 5,
            let texts = subject.derived.texts(ofColumn: column)
        else { return }
        let leaders = texts.numbers
        var runs = [Int](repeating: 0, count: texts.all.count)
        var counts = [Int](repeating: 0, count: texts.all.count)
        for (target, leader) in leaders.enumerated() {
            counts[leader] += 1
            if target == 0 || leaders[target - 1] != leader { runs[leader] += 1 }
        }
        for target in leaders.indices {
            let leader = leaders[target]
            let before = target > 0 ? leaders[target - 1] : leader
            let behind = target + 1 < leaders.count ? leaders[target + 1] : leader
            guard before == behind, leader != before else {
                // A name that stands once, at the edge of the group of one that is nearly the same.
                if counts[leader] == 1 {
                    let neighbours = [(before, target - 1), (behind, target + 1)]
                        .filter { $0.0 != leader && counts[$0.0] >= 3 }.map(\.1)
                    reportBeside(target, neighbours, table, column, &findings)
                }
                continue
            }
            let around = before
            let name = table.string(target, column: column)
            let usual = table.string(target - 1, column: column)
            guard !name.isEmpty, !usual.isEmpty else { continue }
            if counts[leader] * 3 <= counts[around], isSlip(name, usual) {
                findings.report(.similarLeader, target: target, column: column) {
                    slip(name, usual)
                }
            } else if runs[around] == 2, runs[leader] <= 2,
                counts[around] >= 4 || counts[around] == 3 && runs[leader] == 2
            {
                // Apart from this target, the neighbours' leader stands in one run.
                findings.report(.misplacedLeader, target: target, column: column) {
                    amid(name, usual)
                }
            }
        }
    }

    private static func reportBeside(
        _ target: Int,
        _ neighbours: [Int],
        _ table: TargetTable,
        _ column: Int,
        _ findings: inout CheckFindings
    ) {
        let name = table.string(target, column: column)
        let usual = neighbours.lazy.map { table.string($0, column: column) }
            .first { isSlip(name, $0) }
        guard let usual else { return }
        findings.report(beside(name, usual), target: target, column: column)
    }

    /// Whether two names differ in one of three characters or more, or in one that one of them lacks.
    private static func isSlip(_ one: String, _ other: String) -> Bool {
        let left = Array(TextFolding.squeezed(one))
        let right = Array(TextFolding.squeezed(other))
        guard left.count == right.count else {
            let (short, long) = left.count < right.count ? (left, right) : (right, left)
            return short.count >= 2 && long.count == short.count + 1
                && long.indices.contains { index in
                    var rest = long
                    rest.remove(at: index)
                    return rest == short
                }
        }
        guard left.count >= 3 else { return false }
        return zip(left, right).count { $0 != $1 } == 1
    }

    private static func slip(_ name: String, _ usual: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .similarLeader,
            Wording(
                en: "“\(name)” stands among the targets of “\(usual)” and differs in one character",
                zh: "“\(name)”列在“\(usual)”的各项之中，只差一个字，疑似误写"
            ),
            hint: Wording(en: "correct the name", zh: "请核对姓名")
        )
    }

    private static func beside(_ name: String, _ usual: String) -> Diagnostic {
        Diagnostic(
            .note,
            .similarLeader,
            Wording(
                en: "“\(name)” stands beside the targets of “\(usual)” and differs in one "
                    + "character",
                zh: "“\(name)”与相邻各项的“\(usual)”只差一个字，请核对是否误写"
            ),
            hint: Wording(en: "correct the name, if it is one leader", zh: "如是同一人，请改正姓名")
        )
    }

    private static func amid(_ name: String, _ usual: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .misplacedLeader,
            Wording(
                en: "the target of “\(name)” stands amid those of “\(usual)”",
                zh: "“\(name)”的这一项列在“\(usual)”的各项之中"
            ),
            hint: Wording(
                en: "see whether the leader is right",
                zh: "请核对该项由哪位领导负责"
            )
        )
    }
}
