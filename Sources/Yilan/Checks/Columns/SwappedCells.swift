internal import SourceText
internal import TargetModel

/// Cells of a row that stand in each other's column: 是 under 责任单位, a unit under 完成时限.
enum SwappedCells: Check {
    static let looksAtEachAlone = true

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let kinds = subject.facts.kinds
        let long = [Field.objective, .progress].compactMap(table.column(of:))
        for target in subject.targets {
            if let place = kinds.misplaced(target) {
                findings.report(
                    swapped(
                        table.string(target, column: place.column),
                        table.columns[place.other].label
                    ),
                    target: target,
                    column: place.column
                )
            }
            for column in long {
                guard
                    let field = otherField(
                        of: table.range(target, column),
                        in: table.text,
                        subject.facts.names
                    ),
                    let other = table.column(of: field)
                else { continue }
                let text = table.string(target, column: column)
                findings.report(
                    swapped(text, table.columns[other].label),
                    target: target,
                    column: column
                )
            }
            reportTexts(target, table, &findings)
        }
    }

    /// The field that an objective or a report clearly belongs to instead; nil for most.
    ///
    /// It says nothing but a date, 是, or what stands as unit or leader elsewhere.
    private static func otherField(
        of range: TextRange,
        in text: TextStore,
        _ names: KnownNames
    ) -> Field? {
        guard !range.isEmpty, range.count <= 60 else { return nil }
        if let field = names.field(of: range, in: text) { return field }
        // Nothing but a date is short, and has a digit or one of these in it.
        guard range.count <= 30, text.withSpan(of: range, dateSigns.isFound) else { return nil }
        let word = text.string(range)
        if statuses.contains(word) { return .onSchedule }
        // 前三季度增长6.2% and 全年零火灾 begin like a date and report something.
        guard word.unicodeScalars.allSatisfy(DeadlineWords.ofDates.contains) else { return nil }
        let deadline = Deadline(word, year: 2000)
        return deadline.kind == .date ? .deadline : nil
    }

    /// Statuses that are nothing else wherever they stand.
    private static let statuses = Status.officialWords + ["√", "×"]

    private static let dateSigns = PhraseMatcher(
        "0123456789年月底是否√×".map(String.init)
    )

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
        guard table.text.withSpan(of: table.range(target, objective), mayReport) else { return }
        let first = table.string(target, column: objective)
        let second = table.string(target, column: progress)
        let isReport =
            ProgressWords.reportStarts.contains { first.begins(with: $0) } && !second.holds("已")
        let isResult =
            ProgressWords.reportEnds.contains { first.ends(with: $0) }
            && ProgressWords.planStarts.contains { second.begins(with: $0) }
            && !ProgressWords.reported.contains { second.holds($0) }
        let isVague = isVague(second, beside: first)
        guard isReport || isResult || isVague, !second.isEmpty else { return }
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

    /// Whether a progress only says what is to be done, of which the objective tells the figure: 推动海绵城市建设
    /// beside 完成海绵城市建设18.5平方公里.
    private static func isVague(_ progress: String, beside objective: String) -> Bool {
        guard objective.begins(with: "完成"), progress.utf8.count <= 60,
            objective.contains(where: \.isNumber), !progress.contains(where: \.isNumber),
            let verb = ProgressWords.intentions.first(where: progress.hasPrefix)
        else { return false }
        let matter = progress.dropFirst(verb.count)
        return matter.count >= 4 && objective.contains(matter)
    }

    /// Whether a text begins with 已 or 完成, or ends with 工, 收 or 成.
    private static func mayReport(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 3 else { return false }
        let end = text.count - 3
        let last = (text[end], text[end + 1], text[end + 2])
        let first = (text[0], text[1], text[2])
        return first == (0xE5, 0xB7, 0xB2) || first == (0xE5, 0xAE, 0x8C)
            || last == (0xE5, 0xB7, 0xA5)
            || last == (0xE6, 0x94, 0xB6) || last == (0xE6, 0x88, 0x90)
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

/// What the short cells of a table are, by the field that they would fit; each distinct text is read
/// once.
struct CellKinds: Sendable {
    /// A column of short texts.
    private struct ShortColumn: Sendable {
        var field: Field
        /// Index from 0.
        var column: Int
        /// By target, the number of its text.
        var numbers: CompactNumbers
        /// By number of a text, what it is.
        var kinds: [Field?]
    }

    private let columns: [ShortColumn]

    /// Reads the cells of a table whose texts were read.
    init(_ derived: DerivedValues) {
        let table = derived.table
        let leaders = Set(
            (derived.texts(of: .leader)?.all ?? []).map { table.text.string($0.range) }
                // 暂无 and – name nobody, wherever they stand.
                .filter { !LeaderNames.split($0).isEmpty }
        )
        columns = [Field.deadline, .onSchedule, .units, .leader].compactMap { field in
            guard let column = table.column(of: field),
                let texts = derived.texts(ofColumn: column)
            else { return nil }
            let kinds = texts.all.map { found -> Field? in
                guard !found.range.isEmpty, found.range.count <= 60 else { return nil }
                let text = table.text.string(found.range)
                if field == .units, leaders.contains(text), !UnitNames.endsAsName(text) {
                    return .leader
                }
                return Self.kind(of: text)
            }
            return ShortColumn(field: field, column: column, numbers: texts.numbers, kinds: kinds)
        }
    }

    /// The first cell of a target (from 0) that stands in another's column, and that column (both from
    /// 0); nil where none does.
    func misplaced(_ target: Int) -> (column: Int, other: Int)? {
        // By their places: taking a column out of the list counts its references, for each target.
        for place in columns.indices {
            guard let kind = kind(of: target, inColumnAt: place), kind != columns[place].field,
                let other = columns.firstIndex(where: { $0.field == kind }),
                self.kind(of: target, inColumnAt: other) != kind || columns[place].field == .units
                    || columns[place].field == .leader
            else { continue }
            return (columns[place].column, columns[other].column)
        }
        return nil
    }

    private func kind(of target: Int, inColumnAt place: Int) -> Field? {
        columns[place].kinds[columns[place].numbers[target]]
    }

    /// The field that a text clearly belongs to; nil where that isn't clear.
    private static func kind(of text: String) -> Field? {
        if Status.value(of: text) != nil { return .onSchedule }
        let deadline = Deadline(text, year: 2000)
        if deadline.kind != .unknown, deadline.kind != .none { return .deadline }
        let names = UnitNames.split(text)
        if !names.isEmpty,
            names.allSatisfy({ name in UnitWords.sureEnds.contains { name.hasSuffix($0) } })
        {
            return .units
        }
        return nil
    }
}
