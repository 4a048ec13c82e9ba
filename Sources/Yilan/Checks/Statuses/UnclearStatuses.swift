internal import SourceText
internal import TargetModel

/// Targets that count neither as on schedule nor as behind, because their status is blank or says
/// neither clearly.
enum UnclearStatuses: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let column = table.column(of: .onSchedule), table.count > 0 else { return }
        var blank: [Int] = []
        var unclear = TextOccurrences()
        for target in subject.targets where subject.derived.onSchedule(of: target) == nil {
            let range = table.range(target, column)
            guard !range.isEmpty else {
                blank.append(target)
                continue
            }
            unclear.add(range, of: target, in: table.text)
        }
        let label = table.columns[column].label
        let found = BlankTargets(blank, .onSchedule, of: table)
        if found.isWholeTable { findings.report(blankColumn(label), column: column) }
        for target in found.wholeInputs {
            findings.report(blankColumn(label), target: target, column: nil)
        }
        for target in found.single {
            findings.report(blankStatus(label), target: target, column: column)
        }
        for found in unclear.all {
            findings.report(
                Status.isKnownNeutral(found.text)
                    ? neutralStatus(found.text, found.count)
                    : unclearStatus(found.text, found.count),
                target: found.first,
                column: column
            )
        }
    }

    private static func blankColumn(_ label: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .blankStatus,
            Wording(
                en: "every cell of \(label) is blank, so no target counts as on schedule",
                zh: "“\(label)”一栏全部空白，没有一项计为按计划完成"
            )
        )
    }

    private static func blankStatus(_ label: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .blankStatus,
            Wording(
                en: "\(label) is blank: counted as unstated",
                zh: "“\(label)”未填写，计为未注明"
            )
        )
    }

    private static func neutralStatus(_ text: String, _ count: Int) -> Diagnostic {
        Diagnostic(
            .note,
            .neutralStatus,
            Wording(
                en:
                    "“\(text)” (\(CheckFindings.times(count))) says neither yes nor no: counted as unstated",
                zh: "“\(text)”（\(count) 处）没有说明是否按计划完成，计为未注明"
            )
        )
    }

    private static func unclearStatus(_ text: String, _ count: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .unclearStatus,
            Wording(
                en:
                    "“\(text)” (\(CheckFindings.times(count))) is no known status: counted as unstated",
                zh: "“\(text)”（\(count) 处）不是已知的状态用语，计为未注明"
            ),
            hint: Wording(en: "write 是 or 否", zh: "请填写“是”或“否”")
        )
    }
}
