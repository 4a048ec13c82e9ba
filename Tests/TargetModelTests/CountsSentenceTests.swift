import SourceText
import TargetModel
import TestSupport
import Testing

/// The sentence for circulars.
@Suite struct CountsSentenceTests {
    /// Counts of so many targets: on schedule, behind, unstated.
    func counts(_ onSchedule: Int, _ behind: Int, _ unstated: Int) -> Counts {
        var counts = Counts()
        let values: [Bool?] =
            Array(repeating: true, count: onSchedule) + Array(repeating: false, count: behind)
            + Array(repeating: nil, count: unstated)
        for (target, value) in values.enumerated() { counts.add(target, value) }
        return counts
    }

    @Test("the sample")
    func sample() throws {
        let table = try SampleTable.table()
        let summary = Summary(of: table)
        let serials = summary.counts.behindTargets.map { table.string($0, .serial) }
        #expect(
            summary.sentence(serials: serials, language: .chinese)
                == "共60项，按计划完成57项，占95.00%；未按计划完成3项，序号为161、163、171。"
        )
        #expect(
            summary.sentence(serials: serials, language: .english)
                == "60 targets: 57 on schedule (95.00%); 3 behind (nos. 161, 163, 171)."
        )
    }

    @Test(
        "what there is nothing of is not named",
        arguments: [
            (60, 0, 0, "共60项，按计划完成60项，占100.00%。", "60 targets: 60 on schedule (100.00%)."),
            (1, 0, 0, "共1项，按计划完成1项，占100.00%。", "1 target: 1 on schedule (100.00%)."),
            (0, 0, 0, "共0项。", "No targets."),
            (
                0, 1, 0, "共1项，按计划完成0项，占0.00%；未按计划完成1项，序号为1。",
                "1 target: 0 on schedule (0.00%); 1 behind (no. 1)."
            ),
            (
                1, 1, 1, "共3项，按计划完成1项，占33.33%；未按计划完成1项，序号为1；未注明是否按计划完成1项。",
                "3 targets: 1 on schedule (33.33%); 1 behind (no. 1); 1 not stated."
            ),
            (
                2, 0, 1, "共3项，按计划完成2项，占66.67%；未注明是否按计划完成1项。",
                "3 targets: 2 on schedule (66.67%); 1 not stated."
            ),
        ]
    )
    func forms(onSchedule: Int, behind: Int, unstated: Int, chinese: String, english: String) {
        let counts = counts(onSchedule, behind, unstated)
        let serials = (0..<behind).map { String($0 + 1) }
        #expect(counts.sentence(serials: serials, language: .chinese) == chinese)
        #expect(counts.sentence(serials: serials, language: .english) == english)
    }

    @Test("serials that are texts, and blank ones")
    func serials() {
        let counts = counts(0, 3, 0)
        let chinese = counts.sentence(serials: ["（一）", "", "6-1"], language: .chinese)
        #expect(chinese == "共3项，按计划完成0项，占0.00%；未按计划完成3项，序号为（一）、6-1。")
        #expect(counts.sentence(serials: ["", "", ""], language: .chinese).hasSuffix("未按计划完成3项。"))
        #expect(counts.sentence(serials: [], language: .english).hasSuffix("; 3 behind."))
    }

    @Test("very many serials are not all named")
    func manySerials() {
        let count = Counts.namedSerials + 1
        let serials = (1...count).map(String.init)
        let sentence = counts(0, count, 0).sentence(serials: serials, language: .chinese)
        #expect(sentence.hasSuffix("、\(Counts.namedSerials)等。"))
        let english = counts(0, count, 0).sentence(serials: serials, language: .english)
        #expect(english.hasSuffix(", \(Counts.namedSerials) and others)."))
    }

    @Test(
        "percentages are exact",
        arguments: [
            (1, 3, "33.33"), (2, 3, "66.67"), (1, 8, "12.50"), (1, 800, "0.13"),
            (1, 20_000, "0.01"),
            (1, 20_001, "0.00"), (107, 4_000, "2.68"), (57, 60, "95.00"), (0, 7, "0.00"),
            (7, 7, "100.00"),
        ]
    )
    func percent(onSchedule: Int, total: Int, percent: String) {
        #expect(counts(onSchedule, total - onSchedule, 0).percent == percent)
    }
}
