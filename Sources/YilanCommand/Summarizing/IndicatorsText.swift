internal import Yilan

/// Indicators for people: a row each, then how many there are and which are not met.
struct IndicatorsText {
    /// How wide lines may be, in columns; nil is no limit.
    var columns: Int?
    /// The language of the words.
    var language: Language

    /// Returns the text, each line ended.
    func text(of indicators: [Indicator], _ table: TargetTable) -> String {
        guard !indicators.isEmpty else { return say(Self.none) + "\n" }
        let rows = indicators.map { indicator in
            [
                table.string(indicator.target, .serial), indicator.name,
                Self.sign(indicator.comparator) + indicator.promised.text,
                indicator.achieved?.text ?? say(Self.unstated), percent(indicator.ratio),
                verdict(indicator.isMet),
            ]
        }
        let form = TerminalTable(
            header: [
                Wording(en: "no.", zh: "\(Field.serial.label)"), Wording(en: "indicator", zh: "指标"),
                Wording(en: "target", zh: "目标值"), Wording(en: "reached", zh: "完成值"),
                Wording(en: "ratio", zh: "完成率"), Wording(en: "met", zh: "是否达到"),
            ].map(say),
            rows: rows,
            alignments: [.left, .left, .right, .right, .right, .left]
        )
        return form.text(columns: columns) + "\n" + say(counts(indicators, table)) + "\n"
    }

    private func counts(_ indicators: [Indicator], _ table: TargetTable) -> Wording {
        let met = indicators.count { $0.isMet == true }
        let missed = indicators.filter { $0.isMet == false }
        let unstated = indicators.count - met - missed.count
        let serials = missed.map { table.string($0.target, .serial) }
        let listed =
            serials.isEmpty
            ? Wording(verbatim: "")
            : Wording(en: " (\(list: serials, ", "))", zh: "（序号 \(list: serials, "、")）")
        return Wording(
            en: "\(indicators.count) indicator\(indicators.count == 1 ? "" : "s"): \(met) met, "
                + "\(missed.count) not met\(listed), \(unstated) not stated.",
            zh: "共 \(indicators.count) 项指标：达到 \(met) 项，未达到 \(missed.count) 项\(listed)，"
                + "未写明 \(unstated) 项。"
        )
    }

    private func percent(_ ratio: ExactNumber?) -> String {
        guard let percent = ratio?.times(ExactNumber(100)) else { return "–" }
        return percent.text(places: 1) + "%"
    }

    private func verdict(_ isMet: Bool?) -> String {
        switch isMet {
        case true?: say(Wording(en: "yes", zh: "达到"))
        case false?: say(Wording(en: "no", zh: "未达到"))
        case nil: "–"
        }
    }

    private static func sign(_ comparator: Indicator.Comparator) -> String {
        switch comparator {
        case .atLeast: "≥"
        case .atMost: "≤"
        case .moreThan: ">"
        case .lessThan: "<"
        case .equal: "="
        case .about: "≈"
        }
    }

    private func say(_ wording: Wording) -> String { wording[language] }

    private static let none = Wording(en: "No indicators found.", zh: "没有找到量化指标。")
    private static let unstated = Wording(en: "not stated", zh: "未写明")
}
