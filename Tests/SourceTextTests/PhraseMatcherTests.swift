import SourceText
import TestSupport
import Testing

@Suite struct PhraseMatcherTests {
    private static let phrases = [
        "未完成", "完成", "成率", "。。", "ab", "é", "😀", "年", "2月", "年底", "成", "底成率",
        "完成率年", "未完成率年底", "未完成率年县",
    ]

    @Test(arguments: [
        "", "未完成率", "未完成率年底", "省未完成率年县", "未完成率年",
        "完完成成率", "项目尚未完成。。", "xab é", "a年b😀2月", "未完", "率。", "2022年2月", "中中完成",
    ])
    func findsWhatASearchFinds(text: String) {
        check(text)
    }

    @Test(arguments: 0..<300)
    func findsWhatASearchFindsInAnyText(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "未", "完", "成", "率", "。", "a", "b", "é", "😀", "年", "2", "月", "x", "底", "县", "省",
            "未完成率年", "率年底",
        ]
        check(random.text(of: pieces, upTo: 20))
    }

    /// However many there are, and whichever of them begin alike.
    @Test(arguments: [0, 1, 2, 7, 60, 900, 6_000])
    func findsAnyNumberOfPhrases(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        let ideographs = (0..<40).compactMap { Unicode.Scalar(UInt32(0x4E00 + 97 * $0)) }
        let characters = ideographs.map { String(Character($0)) } + ["a", "é", "😀"]
        let phrases = (0..<count).map { _ in
            random.text(of: characters, upTo: 5) + random.pick(characters)
        }
        for _ in 0..<(count > 1_000 ? 3 : 20) {
            check(random.text(of: characters + phrases.prefix(20), upTo: 30), phrases)
        }
    }

    private func check(_ text: String, _ phrases: [String] = Self.phrases) {
        let matcher = PhraseMatcher(phrases)
        let bytes = Array(text.utf8)
        var expected: [PhraseMatcher.Hit] = []
        for (number, phrase) in phrases.enumerated() {
            let wanted = Array(phrase.utf8)
            for range in bytes.indices.map({ $0..<$0 + wanted.count })
            where range.upperBound <= bytes.count && bytes[range].elementsEqual(wanted) {
                expected.append(PhraseMatcher.Hit(phrase: number, bytes: range))
            }
        }
        expected.sort {
            ($0.bytes.upperBound, $0.bytes.lowerBound) < ($1.bytes.upperBound, $1.bytes.lowerBound)
        }
        #expect(matcher.hits(in: bytes.span) == expected)
        #expect(matcher.isFound(in: bytes.span) == !expected.isEmpty)
        let first = matcher.first(in: bytes.span)?.bytes.lowerBound
        #expect(first == expected.map(\.bytes.lowerBound).min())
        for phrase in phrases.prefix(100) {
            let places = expected.filter { phrases[$0.phrase] == phrase }
            let index = bytes.span.firstIndex(of: phrase)
            #expect(index == places.map(\.bytes.lowerBound).min())
        }
    }
}
