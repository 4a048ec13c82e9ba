internal import SourceText
internal import TargetModel

/// Cells of a row that stand in each other's column: 是 under 责任单位, a unit under 完成时限.
enum SwappedCells: Check {
    static let looksAtEachAlone = true

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let short = [Field.deadline, .onSchedule, .units, .leader].compactMap { field in
            table.column(of: field).map { (field: field, column: $0) }
        }
        var kinds = TextKinds(table)
        for target in subject.targets {
            let found = short.map { kinds.kind(of: table.range(target, $0.column)) }
            for (number, place) in short.enumerated() {
                guard let kind = found[number], kind != place.field,
                    !fits(place.field, found[number]),
                    let other = short.firstIndex(where: { $0.field == kind }),
                    found[other] != kind || place.field == .units || place.field == .leader
                else { continue }
                findings.report(
                    swapped(
                        table.string(target, column: place.column),
                        table.columns[short[other].column].label
                    ),
                    target: target,
                    column: place.column
                )
                break
            }
            reportTexts(target, table, &findings)
        }
    }

    /// Whether a cell of a kind may stand in a field: nothing but its own kind, here.
    private static func fits(_ field: Field, _ kind: Field?) -> Bool {
        kind == nil || kind == field
    }

    /// Objective and progress: one begins with 已, and the other does not.
    private static func reportTexts(
        _ target: Int,
        _ table: TargetTable,
        _ findings: inout CheckFindings
    ) {
        guard let objective = table.column(of: .objective),
            let progress = table.column(of: .progress)
        else { return }
        let done = Array("已".utf8)
        guard table.text.bytes(table.range(target, objective)).starts(with: done) else { return }
        let first = table.string(target, column: objective)
        let second = table.string(target, column: progress)
        let reports = ["已完成", "已建成", "已全部", "已开工", "已实现", "已新增", "已新建", "已发放", "已印发"]
        guard reports.contains(where: { first.hasPrefix($0) }), !second.contains("已"),
            !second.isEmpty
        else { return }
        findings.report(
            Diagnostic(
                .warning,
                .swappedCells,
                Wording(
                    en: "this reads like a progress, and the progress like an objective",
                    zh: "此格像是完成情况，而完成情况像是责任目标"
                ),
                hint: Wording(
                    en: "see whether the two were swapped",
                    zh: "请核对两格是否对调"
                )
            ),
            target: target,
            column: objective
        )
    }

    private static func swapped(_ text: String, _ label: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .swappedCells,
            Wording(
                en: "“\(text)” looks like the column \(label)",
                zh: "“\(text)”像是“\(label)”一栏的内容"
            ),
            hint: Wording(
                en: "see whether cells of this row were swapped",
                zh: "请核对本行各格是否串列"
            )
        )
    }
}

/// What short texts are, by the field that they would fit; each distinct text is read once.
private struct TextKinds {
    private let table: TargetTable
    private var texts = DistinctTexts()
    private var kinds: [Field?] = []

    init(_ table: TargetTable) {
        self.table = table
    }

    /// The field that a text clearly belongs to; nil where that isn't clear.
    mutating func kind(of range: TextRange) -> Field? {
        guard !range.isEmpty, range.count <= 60 else { return nil }
        let number = texts.number(of: range, in: table.text)
        if number == kinds.count { kinds.append(Self.kind(of: table.text.string(range))) }
        return kinds[number]
    }

    private static func kind(of text: String) -> Field? {
        if Status.value(of: text) != nil { return .onSchedule }
        let deadline = Deadline(text, year: 2000)
        if deadline.kind != .unknown, deadline.kind != .none { return .deadline }
        let endings = ["局", "委员会", "管委会", "人民政府", "县政府", "区政府", "办公室", "中心", "集团"]
        let names = UnitNames.split(text)
        if !names.isEmpty, names.allSatisfy({ name in endings.contains { name.hasSuffix($0) } }) {
            return .units
        }
        return nil
    }
}
