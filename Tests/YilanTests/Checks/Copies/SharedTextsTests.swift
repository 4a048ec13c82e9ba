import SourceText
import TargetModel
import TestSupport
import Testing

@testable import Yilan

@Suite struct SharedTextsTests {
    /// Whatever the texts, groups are those that a dictionary of the texts themselves makes.
    @Test(arguments: UInt64(1)...30)
    func areThoseThatAreEqual(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // From hardly any that is there twice to hardly one that isn't.
        let most = random.pick([3, 50, 5000])
        let texts = (0..<random.number(in: 1...800)).map { _ in
            random.oneIn(10) ? "" : "目标\(random.number(in: 0...most))"
        }
        let table = TargetTable.make(columns: ["objective"], rows: texts.map { [$0] })
        let first = random.number(in: 0...(texts.count - 1))
        var shared = SharedTexts(ofColumn: 0, first..<texts.count)
        var targets: [String: [Int]] = [:]
        for target in first..<texts.count {
            let counts = !texts[target].isEmpty && !random.oneIn(20)
            shared.add(counts ? table.range(target, 0) : nil, of: table.text)
            if counts { targets[texts[target], default: []].append(target) }
        }
        let expected = targets.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        #expect(shared.groups(in: table) == expected)
    }
}
