import TargetModel
import TestSupport
import Testing

/// Digests that are kept: those that are made anew.
@Suite struct TextDigestsTests {
    @Test func areThoseOfTheTexts() {
        var random = SplitMix64(seed: 3)
        var store = TextStore(source: [])
        var digests = TextDigests()
        // More short texts than are kept, most of them twice, and some that are long.
        for number in 0..<6000 {
            let text =
                number % 50 == 0
                ? String(repeating: "长", count: random.number(in: 1...60))
                : "值\(random.number(in: 0...4999))"
            let range = store.add(text)
            let digest = digests.digest(of: range, in: store)
            #expect(digest == Baseline.Original(digestOf: text.utf8))
        }
    }
}
