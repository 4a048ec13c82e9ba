internal import JSONText
internal import SourceText
internal import TargetModel

/// Compares the counts of a document's `summary` with its targets.
///
/// The summary is derived from the targets and always counted anew. One who corrects a target in
/// the JSON and leaves the summary alone has done nothing wrong, so that it is old is a note.
enum SummaryCheck {
    /// Reports the first count that isn't the targets'; what is left out is not compared.
    ///
    /// - Complexity: O(n) in the targets.
    static func run(
        _ table: TargetTable,
        _ summary: JSONValue,
        reporting findings: inout JSONFindings
    ) {
        var derived = DerivedValues(table)
        var counts = Counts()
        for target in 0..<table.count {
            counts.add(target, derived.onSchedule(of: target), hasStatus: true)
        }
        let stated: [(key: StaticString, count: Int)] = [
            ("total", counts.total), ("onSchedule", counts.onSchedule),
            ("behind", counts.behind), ("unstated", counts.unstated),
        ]
        for (key, count) in stated {
            guard let value = summary[key], value.integer != count else { continue }
            findings.report(
                .note,
                .outdatedSummary,
                at: value,
                Wording(
                    en: "`summary` is older than the targets: `\(key)` is \(count)",
                    zh: "“summary”与目标不符：“\(key)”应为 \(count)"
                ),
                hint: Wording(
                    en: "nothing to do: it is counted anew from the targets",
                    zh: "不必修改：汇总总是按目标重新计算"
                )
            )
            return
        }
    }
}
