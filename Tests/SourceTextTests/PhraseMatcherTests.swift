import SourceText
import Testing

@Suite struct PhraseMatcherTests {
    private static let phrases = ["未完成", "完成", "成率", "。。", "ab", "é", "😀", "年", "2月"]

    @Test(arguments: [
        "", "未完成率", "完完成成率", "项目尚未完成。。", "xab é", "a年b😀2月", "未完", "率。", "2022年2月", "中中完成",
    ])
    func findsWhatASearchFinds(text: String) {
        let matcher = PhraseMatcher(Self.phrases)
        let bytes = Array(text.utf8)
        var expected: [PhraseMatcher.Hit] = []
        for (number, phrase) in Self.phrases.enumerated() {
            let wanted = Array(phrase.utf8)
            for range in bytes.indices.map({ $0..<$0 + wanted.count })
            where range.upperBound <= bytes.count && bytes[range].elementsEqual(wanted) {
                expected.append(PhraseMatcher.Hit(phrase: number, bytes: range))
            }
        }
        let found = matcher.hits(in: Array(text.utf8).span)
        #expect(Set(found.map(\.bytes)) == Set(expected.map(\.bytes)))
        #expect(found.count == expected.count)
        let isFound = matcher.isFound(in: bytes.span)
        #expect(isFound == !expected.isEmpty)
    }
}
