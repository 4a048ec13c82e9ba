internal import SourceText
internal import TargetModel

/// The same number of the same thing in 亿元 and in 万元: 总投资36亿元 promised, 总投资36万元 reported.
///
/// Figures that were promised and reached are `IndicatorChecks`'.
enum TwoMeasures: TextCheck {
    static let phrases = ["万元", "亿元"]

    static func looksAt(_ field: Field?) -> Bool { field == .progress }

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        let plan = subject.bytes(of: cell.target, .objective)
        guard let first = cell.hits.first?.phrase,
            cell.hits.contains(where: { $0.phrase != first })
                || plan.span.contains(phrases[1 - first])
        else { return }
        let reported = subject.figures(of: cell)
        let promised = plan.span.contains(yuan) ? Figure.figures(in: plan) : []
        for (number, figure) in reported.enumerated() where figure.unit.hasSameBytes(as: yuan) {
            let others =
                reported[..<number].map { ($0, cell.bytes) } + promised.map { ($0, plan) }
            guard
                let other = others.first(where: { other, otherText in
                    isOfOneThing(other, otherText, figure, cell.bytes)
                })?.0
            else { continue }
            // A figure that is held against one that was promised is `IndicatorChecks`'.
            let isIndicator = subject.indicators(of: cell.target).contains {
                $0.achieved?.range == figure.range
            }
            guard !isIndicator else { return }
            return findings.report(
                .figureInTwoMeasures,
                target: cell.target,
                column: cell.column,
                bytes: Figure.bytes(ofScalars: figure.range, in: cell.text)
            ) {
                IndicatorChecks.otherMeasure(other.text, figure.text)
            }
        }
    }

    /// What either measure counts.
    private static let yuan = "元"

    /// Whether two figures of yuan have one number in two measures, and the same two characters before
    /// them.
    private static func isOfOneThing(
        _ one: Figure,
        _ text: ArraySlice<UInt8>,
        _ other: Figure,
        _ otherText: ArraySlice<UInt8>
    ) -> Bool {
        guard one.unit.hasSameBytes(as: yuan), one.value != other.value,
            IndicatorChecks.isSameNumber(one, other)
        else { return false }
        // Made strings only here: of most, the numbers are others.
        let before = String(decoding: text, as: UTF8.self).unicodeScalars
            .prefix(one.range.lowerBound).suffix(2)
        let otherBefore = String(decoding: otherText, as: UTF8.self).unicodeScalars
            .prefix(other.range.lowerBound).suffix(2)
        return before.count == 2 && before.elementsEqual(otherBefore)
    }
}
