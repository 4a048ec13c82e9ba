internal import SourceText
internal import TargetModel

/// Fields that no column of a table has, or of one of its lists: a sheet, page or file whose header has
/// no such column though others do.
enum MissingFields: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard table.count > 0 else { return }
        for field in Field.allCases where field != .serial {
            guard table.column(of: field) != nil else {
                findings.report(missing(field, in: nil), field: field)
                continue
            }
            let lacking = LackingLists(table, field)
            for target in lacking.firstTargets {
                let list = table.section(of: target) ?? table.place(of: target).sheet ?? ""
                findings.report(missing(field, in: list), target: target, column: nil)
            }
        }
    }

    /// Says that a table lacks a field, or the list of that name (it may have none).
    private static func missing(_ field: Field, in list: String?) -> Diagnostic {
        let isRate = field == .onSchedule
        let name = list.map { $0.isEmpty ? "" : "“\($0)”" }
        let (no, chineseNo) =
            name == nil
            ? (", so there is no rate", "，无法统计完成率")
            : (", so its targets have no rate", "，其中各项不计入完成率")
        return Diagnostic(
            // Without objectives a list says nothing; other columns a form may do without.
            field == .objective ? .warning : .note,
            .missingField,
            Wording(
                en:
                    "the \(name.map { "list" + ($0.isEmpty ? " of this target" : " " + $0) } ?? "table") "
                    + "has no column for \(field.label)\(isRate ? no : "")",
                zh: "\(name.map { $0.isEmpty ? "本项所在的表" : $0 + "的表" } ?? "表")中没有"
                    + "“\(field.label)”一栏\(isRate ? chineseNo : "")"
            ),
            hint: Wording(
                en: "if a column has it under another name, say so",
                zh: "如果有一栏就是它而名称不同，请说明"
            ),
            remedy: .columns([Wording(en: "LABEL=\(field.key)", zh: "栏目名称=\(field.key)")])
        )
    }
}
