internal import SourceText
internal import TargetModel

/// Figures that were promised and that the report contradicts: not reached beside 是, reached beside
/// 否, a hundred times as much, the same number in another measure.
enum IndicatorChecks: Check {
    static let looksAtEachAlone = true

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let progress = table.column(of: .progress) else { return }
        for indicator in table.indicators(of: subject.targets) {
            let target = indicator.target
            guard
                let finding = finding(
                    indicator,
                    subject.derived.onSchedule(of: target),
                    table.string(target, .onSchedule)
                )
            else { continue }
            let bytes = indicator.achieved.map {
                Self.bytes($0.range, of: table.string(target, column: progress))
            }
            findings.report(finding, target: target, column: progress, bytes: bytes)
        }
    }

    private static func finding(
        _ indicator: Indicator,
        _ value: Bool?,
        _ status: String
    ) -> Diagnostic? {
        guard let achieved = indicator.achieved, let ratio = indicator.ratio else { return nil }
        if isSameNumber(achieved, indicator.promised), let power = thousands(ratio) {
            return otherMeasure(indicator, achieved, power)
        }
        if ratio >= ExactNumber(100) { return outOfScale(indicator, achieved) }
        switch (value, indicator.isMet) {
        case (true?, false?): return notMet(indicator, achieved, status)
        case (false?, true?): return met(indicator, achieved, status)
        default: return nil
        }
    }

    /// Whether two figures have the same digits: 180亿元 and 180万元.
    private static func isSameNumber(_ one: Figure, _ other: Figure) -> Bool {
        func digits(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "." }
        }
        let own = digits(one.text)
        return !own.isEmpty && own == digits(other.text)
    }

    /// Whether a ratio is a power of ten from a thousand up, or its inverse.
    private static func thousands(_ ratio: ExactNumber) -> ExactNumber? {
        [10_000, 1_000, 100_000_000].map { ExactNumber($0) }.first {
            ratio == $0 || ratio.times($0) == ExactNumber(1)
        }
    }

    private static func bytes(_ scalars: Range<Int>, of text: String) -> Range<Int> {
        let all = text.unicodeScalars
        func offset(_ index: Int) -> Int { all.prefix(index).reduce(0) { $0 + UTF8.width($1) } }
        return offset(scalars.lowerBound)..<offset(scalars.upperBound)
    }

    private static func notMet(
        _ indicator: Indicator,
        _ achieved: Figure,
        _ status: String
    ) -> Diagnostic {
        Diagnostic(
            .warning,
            .indicatorNotMet,
            Wording(
                en:
                    "the status is “\(status)”, and of “\(indicator.name)” \(indicator.promised.text) "
                    + "was promised, \(achieved.text) reported",
                zh: "状态填“\(status)”，但“\(indicator.name)”目标为\(indicator.promised.text)，"
                    + "完成情况为\(achieved.text)"
            ),
            hint: Wording(
                en: "ask the unit for the figure, and correct the status or the figure",
                zh: "请责任单位核实完成数，并改正状态或数字"
            )
        )
    }

    private static func met(
        _ indicator: Indicator,
        _ achieved: Figure,
        _ status: String
    ) -> Diagnostic {
        Diagnostic(
            .note,
            .indicatorMet,
            Wording(
                en:
                    "the status is “\(status)”, and of “\(indicator.name)” \(indicator.promised.text) "
                    + "was promised, \(achieved.text) reported",
                zh: "状态填“\(status)”，但“\(indicator.name)”目标为\(indicator.promised.text)，"
                    + "完成情况为\(achieved.text)，已达到"
            ),
            hint: Wording(
                en: "ask the unit what is still open, or correct the status",
                zh: "请责任单位说明尚未完成的内容，或改正状态"
            )
        )
    }

    private static func outOfScale(_ indicator: Indicator, _ achieved: Figure) -> Diagnostic {
        Diagnostic(
            .warning,
            .figureOutOfScale,
            Wording(
                en: "\(achieved.text) is a hundred times what was promised "
                    + "(\(indicator.promised.text)) or more",
                zh: "完成数\(achieved.text)是目标\(indicator.promised.text)的一百倍以上"
            ),
            hint: Wording(
                en: "see whether the unit or a decimal point is wrong",
                zh: "请核对单位或小数点"
            )
        )
    }

    private static func otherMeasure(
        _ indicator: Indicator,
        _ achieved: Figure,
        _ power: ExactNumber
    ) -> Diagnostic {
        Diagnostic(
            .warning,
            .figureInTwoMeasures,
            Wording(
                en: "the same number stands in two measures: \(indicator.promised.text) promised, "
                    + "\(achieved.text) reported",
                zh: "同一数字用了两种单位：目标为\(indicator.promised.text)，完成情况为\(achieved.text)"
            ),
            hint: Wording(en: "see which measure is right", zh: "请核对单位")
        )
    }
}
