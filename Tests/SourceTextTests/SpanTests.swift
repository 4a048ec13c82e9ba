import SourceText
import TestSupport
import Testing

@Suite struct SpanTests {
    /// Scalars are those that the string has, each in its half-width form.
    @Test(arguments: 0..<200)
    func scalarsAreThoseOfTheText(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = ["未", "a", "1", "Ａ", "％", "，", "é", "😀", "\u{E000}", "\u{FFFD}", "\u{7FF}"]
        let text = random.text(of: pieces, upTo: 12)
        let bytes = Array(text.utf8)
        #expect(bytes.span.narrowedScalars == text.unicodeScalars.map(\.narrowed), "seed \(seed)")
        var index = 0
        for scalar in text.unicodeScalars {
            let wide = UTF8.width(scalar) == 3 ? scalar.value : nil
            #expect(bytes.span.threeByteScalar(at: index) == wide, "seed \(seed)")
            index += UTF8.width(scalar)
        }
        let cut = Array("未".utf8.dropLast())
        #expect(cut.span.threeByteScalar(at: 0) == nil)
    }

    @Test(arguments: 0..<200)
    func recurrencesAreThoseThatEachStepShows(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bytes = Array(random.text(of: ["a", "b", "c", "完"], upTo: 20).utf8)
        for step in [1, 2, 6] {
            for start in [0, step - 1] {
                let steps = stride(from: start, to: max(start, bytes.count - step), by: step)
                let expected = steps.first { bytes[$0] == bytes[$0 + step] }
                #expect(bytes.span.firstRecurrence(from: start, every: step) == expected)
            }
        }
    }

    @Test func wordsAreComparedByTheirBytes() {
        #expect("已完成".begins(with: "已完") && "已完成".ends(with: "完成"))
        #expect("已".begins(with: "") && "已".ends(with: ""))
        #expect(!"已".begins(with: "已完") && !"成".ends(with: "完成") && !"已完".ends(with: "已"))
    }
}
