internal import Yilan

/// What a table comes to, for people: a row per group, a total, the sentence for the circular.
struct SummaryText {
    /// What the targets of a row share.
    var grouping: SummaryGrouping
    /// How wide lines may be, in columns; nil is no limit.
    var columns: Int?
    /// The language of the words.
    var language: Language

    /// Returns the text, each line ended.
    func text(of summary: Summary, _ table: TargetTable) -> String {
        var text = ""
        for title in table.documents.compactMap(\.title) { text += wrapped(title) }
        if !text.isEmpty { text += "\n" }
        text += counts(of: summary, table).text(columns: columns)
        switch grouping {
        case .leader where summary.leaders.reduce(0) { $0 + $1.counts.total } > table.count:
            text += "\n" + wrapped(say(Self.jointLeaders))
        case .unit where summary.units.reduce(0) { $0 + $1.counts.total } > table.count:
            text += "\n" + wrapped(say(Self.joint))
        case .leader, .unit, .deadline: break
        }
        let sentence = summary.sentence(
            serials: table.serialNames(of: summary.counts.behindTargets),
            language: language
        )
        return text + "\n" + wrapped(sentence)
    }

    private func counts(of summary: Summary, _ table: TargetTable) -> TerminalTable {
        let groups: [(name: String, counts: Counts)] =
            switch grouping {
            case .leader: summary.leaders.map { ($0.name, $0.counts) }
            case .unit: summary.units.map { ($0.name, $0.counts) }
            case .deadline: summary.deadlines.map { ($0.name, $0.counts) }
            }
        return TerminalTable(
            header: header,
            rows: groups.map { row($0.name.isEmpty ? say(Self.blank) : $0.name, $0.counts, table) },
            alignments: [.left, .right, .right, .right, .right, .right, .left],
            totals: [row(say(Self.total), summary.counts, table)]
        )
    }

    private var header: [String] {
        let name =
            switch grouping {
            case .leader: Wording(en: "leader", zh: "\(Field.leader.label)")
            case .unit: Wording(en: "unit", zh: "\(Field.units.label)")
            case .deadline: Wording(en: "deadline", zh: "\(Field.deadline.label)")
            }
        let labels = [
            name, Wording(en: "targets", zh: "目标数"), Wording(en: "on schedule", zh: "按计划"),
            Wording(en: "behind", zh: "未按计划"), Wording(en: "not stated", zh: "未填"),
            Wording(en: "rate", zh: "完成率"), Wording(en: "behind: nos.", zh: "未按计划完成的序号"),
        ]
        return labels.map(say)
    }

    private func row(_ name: String, _ counts: Counts, _ table: TargetTable) -> [String] {
        let serials = table.serialNames(of: counts.behindTargets.prefix(Counts.namedSerials))
        let more = counts.behindTargets.count > serials.count ? "…" : ""
        return [
            name, String(counts.total), String(counts.onSchedule), String(counts.behind),
            String(counts.unstated), counts.percent.map { $0 + "%" } ?? "—",
            say(Wording(en: "\(list: serials, ", ")", zh: "\(list: serials, "、")")) + more,
        ]
    }

    private func say(_ wording: Wording) -> String { wording[language] }

    private func wrapped(_ text: String) -> String {
        let shown = ShownText.harmless(text)
        guard let columns else { return shown + "\n" }
        return LineWrapping.lines(of: shown, columns: columns).map { $0 + "\n" }.joined()
    }

    private static let blank = Wording(en: "(blank)", zh: "（空白）")
    private static let total = Wording(en: "total", zh: "合计")
    private static let jointLeaders = Wording(
        en: "A target counts once for each leader named on it, so the rows add up to more than the "
            + "total.",
        zh: "一项目标由几位领导共同负责时，每位领导各计一次，因此各行之和大于合计。"
    )
    private static let joint = Wording(
        en: "A target counts once for each unit named on it, so the rows add up to more than the "
            + "total.",
        zh: "一项目标由几个单位共同负责时，每个单位各计一次，因此各行之和大于合计。"
    )
}
