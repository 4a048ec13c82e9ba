internal import SourceText
internal import TargetFormats
internal import TargetModel

/// Texts for which a spreadsheet has no row that is high enough.
enum OverlongTexts: Check {
    static let looksAtEachAlone = true

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        find(in: subject.table, subject.targets, reporting: &findings)
    }

    /// Looks at some targets (from 0) of a table.
    static func find(
        in table: TargetTable,
        _ targets: Range<Int>,
        reporting findings: inout CheckFindings
    ) {
        let harmless = table.columns.map(LongTexts.harmless)
        for target in targets {
            var next = 0
            table.forEachRange(of: target) { range in
                let column = next
                next += 1
                guard range.count > harmless[column],
                    table.text.withSpan(
                        of: range,
                        { LongTexts.isTooLong($0, in: table.columns[column]) }
                    )
                else { return }
                let length = table.string(target, column: column).unicodeScalars.count
                findings.report(finding(length), target: target, column: column)
            }
        }
    }

    private static func finding(_ length: Int) -> Diagnostic {
        Diagnostic(
            .note,
            .longText,
            Wording(
                en: "the text has \(length) characters, more than the highest row of a spreadsheet "
                    + "shows; a workbook sets it in smaller type",
                zh: "文字共 \(length) 个字，电子表格最高的行也放不下；工作簿中会用小号字"
            ),
            hint: Wording(
                en: "shorten it, or put details into an attachment",
                zh: "请精简文字，或把细节放入附件"
            )
        )
    }
}
