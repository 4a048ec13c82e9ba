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
        let long = [Field.objective, .progress].compactMap { field in
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
            for place in long {
                guard
                    let field = kinds.otherField(
                        of: table.range(target, place.column),
                        subject.names
                    ),
                    let other = table.column(of: field)
                else { continue }
                let text = table.string(target, column: place.column)
                findings.report(
                    swapped(text, table.columns[other].label),
                    target: target,
                    column: place.column
                )
            }
            reportTexts(target, table, &findings)
        }
    }

    /// Whether a cell of a kind may stand in a field: nothing but its own kind, here.
    private static func fits(_ field: Field, _ kind: Field?) -> Bool {
        kind == nil || kind == field
    }

    /// Objective and progress: one tells what is done, and the other does not.
    private static func reportTexts(
        _ target: Int,
        _ table: TargetTable,
        _ findings: inout CheckFindings
    ) {
        guard let objective = table.column(of: .objective),
            let progress = table.column(of: .progress)
        else { return }
        // Only what begins or ends like a report is read.
        let bytes = table.text.bytes(table.range(target, objective))
        let mayReport =
            bytes.starts(with: "已".utf8)
            || ["工", "收", "成"].contains { bytes.suffix(3).elementsEqual($0.utf8) }
        guard mayReport else { return }
        let first = table.string(target, column: objective)
        let second = table.string(target, column: progress)
        let reports = ["已完成", "已建成", "已全部", "已开工", "已实现", "已新增", "已新建", "已发放", "已印发"]
        let results = ["全部完工", "通过验收", "全部建成", "均已完成", "全部完成"]
        let plans = ["实施", "完成", "推进", "建设", "新建", "开工", "加快", "启动"]
        let isReport = reports.contains { first.hasPrefix($0) } && !second.contains("已")
        let isResult =
            results.contains { first.hasSuffix($0) } && plans.contains { second.hasPrefix($0) }
            && !["已", "全部", "完工", "建成", "通过"].contains { second.contains($0) }
        guard isReport || isResult, !second.isEmpty else { return }
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

    /// The field that an objective or a report clearly belongs to instead; nil for most.
    ///
    /// It says nothing but a date, 是, or what stands as unit or leader elsewhere.
    func otherField(of range: TextRange, _ names: KnownNames) -> Field? {
        guard !range.isEmpty, range.count <= 60 else { return nil }
        let text = table.text.string(range)
        if let field = names[text] { return field }
        if ["是", "否", "√", "×"].contains(text) { return .onSchedule }
        // Nothing but a date is short, and has a digit or one of these in it.
        guard range.count <= 30,
            text.unicodeScalars.contains(where: { "0123456789年月底".unicodeScalars.contains($0) })
        else { return nil }
        let deadline = Deadline(text, year: 2000)
        return deadline.kind == .date ? .deadline : nil
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
        let endings = [
            "局", "委员会", "管委会", "人民政府", "县政府", "区政府", "镇政府", "办公室", "办事处", "中心", "集团", "公司", "支队",
            "委",
        ]
        let names = UnitNames.split(text)
        if !names.isEmpty, names.allSatisfy({ name in endings.contains { name.hasSuffix($0) } }) {
            return .units
        }
        return nil
    }
}
