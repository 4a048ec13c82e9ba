@testable import TargetModel
import Testing

/// What objectives promise in figures, and what reports say of them.
///
/// The sentences are such as governments write
/// them. An expectation is the comparator, the figure promised, the figure reached, and whether the
/// promise is kept; - is what the text doesn't say.
@Suite struct IndicatorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var objective: String
        var progress: String
        var expected: [String]
        var testDescription: String { objective }

        init(_ objective: String, _ progress: String, _ expected: String...) {
            self.objective = objective
            self.progress = progress
            self.expected = expected
        }
    }

    @Test(arguments: counted + measured + told + mixed + reported + trapped + worked)
    func findsWhatIsPromisedAndReached(_ sentence: Case) {
        let found = Indicator.indicators(
            objective: sentence.objective,
            progress: sentence.progress
        )
        #expect(found.map(Self.shown) == sentence.expected)
    }

    @Test(arguments: descriptions + names)
    func leavesOutWhatOnlyDescribes(_ objective: String) {
        let found = Indicator.indicators(objective: objective, progress: "已完成50%")
        #expect(found.map(Self.shown) == [])
    }

    @Test(arguments: counted + measured + told + mixed + reported + trapped + worked)
    func figuresStandWhereTheirRangesSay(_ sentence: Case) {
        let found = Indicator.indicators(
            objective: sentence.objective,
            progress: sentence.progress
        )
        let objective = Array(sentence.objective.unicodeScalars)
        let progress = Array(sentence.progress.unicodeScalars)
        for indicator in found {
            let promised = objective[indicator.promised.range]
            #expect(promised.elementsEqual(indicator.promised.text.unicodeScalars))
            if let achieved = indicator.achieved {
                #expect(progress[achieved.range].elementsEqual(achieved.text.unicodeScalars))
            }
        }
    }

    private static func shown(_ indicator: Indicator) -> String {
        let reached = indicator.achieved?.text ?? "-"
        let isMet = indicator.isMet.map(String.init) ?? "-"
        return "\(indicator.comparator.rawValue) \(indicator.promised.text) → \(reached) \(isMet)"
    }
}
