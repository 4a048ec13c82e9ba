internal import SourceText
internal import TargetModel

/// Units with a full stop behind them, where those of other targets have none.
enum UnitMarks: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        for column in table.unitColumns {
            let texts = subject.derived.texts(ofColumn: column)?.all ?? []
            let marked = texts.filter { hasMark($0.range, table.text) }
            // Where many have one, that is how they are written.
            guard !marked.isEmpty, marked.count * 5 <= texts.count else { continue }
            for target in subject.targets where hasMark(table.range(target, column), table.text) {
                let count = table.range(target, column).count
                findings.report(
                    finding,
                    target: target,
                    column: column,
                    bytes: max(0, count - 3)..<count
                )
            }
        }
    }

    private static func hasMark(_ range: TextRange, _ text: TextStore) -> Bool {
        range.count > 3
            && text.withSpan(of: range) { bytes in
                (bytes[bytes.count - 3], bytes[bytes.count - 2], bytes[bytes.count - 1])
                    == (0xE3, 0x80, 0x82)
            }
    }

    private static let finding = Diagnostic(
        .note,
        .unitVariants,
        Wording(
            en: "a full stop stands behind the unit",
            zh: "责任单位后面有句号"
        ),
        hint: Wording(en: "delete it", zh: "请删去句号")
    )
}
