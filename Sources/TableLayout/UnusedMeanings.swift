internal import SourceText
internal import TargetModel

/// Labels that the user says the meaning of, and that no header has: a slip of the pen, most likely.
struct UnusedMeanings {
    /// The labels, normalised, in order.
    let labels: [String]

    /// Looks for those of `overrides` that name a field among the labels of `headers`.
    ///
    /// - Complexity: O(n) in the labels.
    init(_ overrides: [String: Field?], in headers: [HeaderReader.Header]) {
        let named = Set(overrides.filter { $0.value != nil }.keys.map(FieldLabels.normalize))
        guard !named.isEmpty else {
            labels = []
            return
        }
        let used = headers.flatMap { $0.labels.map(\.normalized) }
        let width = headers.map(\.labels.count).max() ?? 0
        labels = named.subtracting(used).filter { name in
            Int(name).map { !(1...max(1, width)).contains($0) } ?? true
        }.sorted()
    }

    /// Reports each label, at `header`.
    func report(at header: HeaderReader.Header, _ cells: GridSource, to bag: inout DiagnosticBag) {
        for label in labels {
            let finding = Diagnostic(
                .warning,
                .unusedColumnMeaning,
                Wording(
                    en: "no column has the label \(label), whose meaning was said",
                    zh: "没有名为“\(label)”的栏目，对它的说明没有用上"
                ),
                hint: Wording(
                    en: "write the label as the header has it",
                    zh: "请按表头的写法填写栏目名称"
                )
            )
            bag.report(cells.at(finding, row: header.rows.lowerBound, cell: 0))
        }
    }
}
