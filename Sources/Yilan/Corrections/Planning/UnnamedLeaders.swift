internal import SourceText
internal import TargetModel

/// Finds corrections that leave a leader blank, or say 同上, under a named one: the official table
/// would be read as naming that one again.
struct UnnamedLeaders {
    private let corrected: TargetTable

    /// Prepares to look at the corrected table.
    init(in corrected: TargetTable) {
        self.corrected = corrected
    }

    /// Reports each at the place of the correction that asks for it.
    ///
    /// - Complexity: O(n) in the targets, where a leader was corrected or a target added.
    func report(
        of changes: [ApplyPlan.Change],
        _ added: [ApplyPlan.WholeTarget],
        to diagnostics: inout DiagnosticBag
    ) {
        guard let column = corrected.column(of: .leader) else { return }
        let ofLeaders = changes.ofColumn(column)
        guard !ofLeaders.isEmpty || !added.isEmpty else { return }
        var above = TextRange.empty
        for target in 0..<corrected.count {
            let leader = corrected.range(target, column)
            guard leader.isEmpty || corrected.text.withSpan(of: leader, RowWords.isDitto) else {
                above = leader
                continue
            }
            guard !above.isEmpty else { continue }
            let serial = corrected.string(target, .serial)
            let place =
                ofLeaders.first { SerialIndex.areSame($0.serial, serial) }?.places.first
                ?? added.first { SerialIndex.areSame($0.serial, serial) }?.place
            diagnostics.report(
                Self.unnamed(serial, above: corrected.text.string(above))
                    .at(place ?? Place())
                    .about(serial: serial, field: Field.leader.key)
            )
        }
    }

    private static func unnamed(_ serial: String, above: String) -> Diagnostic {
        Diagnostic(
            .error,
            .unnamedLeader,
            Wording(
                en: "target \(serial) is to have no leader of its own, but a blank one and 同上 are"
                    + " read as the one above, \(above)",
                zh: "第\(serial)项的领导改为空白或“同上”，会被读作上面的“\(above)”"
            ),
            hint: Wording(
                en: "write the leader's name in each row (of merged cells only the first has it);"
                    + " where nobody answers for it, say so in words",
                zh: "请在每一行写明领导姓名（合并单元格只有第一格有内容）；如果确实无人负责，请用文字说明"
            )
        )
    }
}
