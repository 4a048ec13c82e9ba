internal import SourceText
internal import TargetModel

/// Figures that were promised and that the report contradicts: not reached beside 是, reached beside
/// 否, a hundred times as much, the same number in another measure.
enum IndicatorChecks: Check {
    static let looksAtEachAlone = true

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let progress = table.column(of: .progress) else { return }
        for target in subject.targets {
            let indicators = subject.indicators(of: target)
            // By their places: a copy of each had its references counted.
            for place in indicators.indices {
                guard let code = code(indicators[place], subject.derived.onSchedule(of: target)),
                    let achieved = indicators[place].achieved,
                    code != .indicatorMet
                        || !indicators.contains(where: { $0.isMet == false })
                            && !tellsWhatIsOpen(target, progress, of: table),
                    // Half of it may be all that should be done by now.
                    code != .indicatorNotMet
                        || !holds(pace, target, progress, of: table)
                else { continue }
                findings.report(
                    code,
                    target: target,
                    column: progress,
                    bytes: Figure.bytes(
                        ofScalars: achieved.range,
                        in: table.string(target, column: progress)
                    )
                ) {
                    finding(
                        code,
                        indicators[place],
                        achieved,
                        table.string(target, .onSchedule)
                    )
                }
            }
        }
    }

    /// What is wrong with an indicator beside a status; nil where nothing is, and where no figure was
    /// reported.
    private static func code(_ indicator: Indicator, _ value: Bool?) -> FindingCode? {
        guard let ratio = indicator.ratio, indicator.achieved != nil else { return nil }
        let isFar =
            ratio >= ExactNumber(10)
            || ratio.times(ExactNumber(10)).map({ $0 <= ExactNumber(1) }) == true
        if isFar, let achieved = indicator.achieved, isSameNumber(achieved, indicator.promised),
            achieved.unitText != indicator.promised.unitText
        {
            return .figureInTwoMeasures
        }
        if ratio >= ExactNumber(100) { return .figureOutOfScale }
        switch (value, indicator.isMet) {
        case (true?, false?): return .indicatorNotMet
        case (false?, true?): return .indicatorMet
        default: return nil
        }
    }

    /// Whether a target with a figure that was reached says what is open: then 否 stands there by
    /// right.
    private static func tellsWhatIsOpen(
        _ target: Int,
        _ progress: Int,
        of table: TargetTable
    ) -> Bool {
        holds(open, target, progress, of: table)
    }

    /// Whether a cell (target and column from 0) holds one of some words.
    private static func holds(
        _ words: PhraseMatcher,
        _ target: Int,
        _ column: Int,
        of table: TargetTable
    ) -> Bool {
        // Not `words.isFound`, for which they would be copied.
        table.text.withSpan(of: table.range(target, column)) { words.isFound(in: $0) }
    }

    private static let open = PhraseMatcher(
        ProgressWords.groups.filter { [.unmet, .stillOpen, .underWay].contains($0.kind) }
            .flatMap(\.words)
    )

    private static let pace = PhraseMatcher(ProgressWords.pace)

    private static func finding(
        _ code: FindingCode,
        _ indicator: Indicator,
        _ achieved: Figure,
        _ status: String
    ) -> Diagnostic {
        switch code {
        case .figureInTwoMeasures: otherMeasure(indicator.promised.text, achieved.text)
        case .figureOutOfScale: outOfScale(indicator, achieved)
        case .indicatorNotMet: notMet(indicator, achieved, status)
        default: met(indicator, achieved, status)
        }
    }

    /// Whether two figures have the same digits, at least two: 18亿元 and 18万元.
    static func isSameNumber(_ one: Figure, _ other: Figure) -> Bool {
        let digits = one.digits
        return digits.count >= 2 && digits == other.digits
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

    static func otherMeasure(_ promised: String, _ achieved: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .figureInTwoMeasures,
            Wording(
                en: "the same number stands in two measures: \(promised) and \(achieved)",
                zh: "同一数字用了两种单位：\(promised)和\(achieved)"
            ),
            hint: Wording(en: "see which measure is right", zh: "请核对单位")
        )
    }
}

extension Figure {
    /// The bytes (UTF-8, from 0) of some scalars (from 0) of a text, such as those of a figure.
    static func bytes(ofScalars scalars: Range<Int>, in text: String) -> Range<Int> {
        let all = text.unicodeScalars
        func offset(_ index: Int) -> Int { all.prefix(index).reduce(0) { $0 + UTF8.width($1) } }
        return offset(scalars.lowerBound)..<offset(scalars.upperBound)
    }

    /// The digits and the decimal point of its text.
    fileprivate var digits: [Unicode.Scalar] {
        text.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "." }
    }

    /// What stands behind the digits: 亿元.
    var unitText: String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.drop { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
            )
        )
    }
}
