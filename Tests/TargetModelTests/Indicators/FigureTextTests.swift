import SourceText
import TestSupport
import Testing

@testable import TargetModel

@Suite struct FigureTextTests {
    /// One scalar stands for one of the text, whatever bytes it has.
    @Test(arguments: 0..<200)
    func scalarsAreThoseOfTheText(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = ["完", "成", "3", "５", "，", "％", "é", "😀", "\u{FFFD}", "€", "(", "ｋｍ", "\n"]
        let text = random.text(of: pieces, upTo: 30)
        #expect(FigureText(text).scalars == text.unicodeScalars.map(\.narrowed))
    }

    /// What stands in quotes is a name, and what stands in brackets is told as such.
    @Test(arguments: 0..<300)
    func figuresAreToldByWhatIsOpenBeforeThem(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let figure = "新建3家"
        let text = random.text(
            of: [
                figure, figure, "“", "”", "《", "》", "(", "（", ")", "【", "】", "，", "。", "分别", "学校",
            ],
            upTo: 30
        )
        var (quotes, brackets) = (0, 0)
        var areEnclosed: [Bool] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "“", "《": quotes += 1
            case "”", "》": quotes = max(0, quotes - 1)
            case "(", "（", "【": brackets += 1
            case ")", "】": brackets = max(0, brackets - 1)
            case "3": if quotes == 0 { areEnclosed.append(brackets > 0) }
            default: break
            }
        }
        #expect(FigureText(text).contexts.map(\.isEnclosed) == areEnclosed)
    }

    @Test(arguments: [
        ("1,100万元", "11000000"), ("35,234家", "35234"), ("1234567,890张", "890"), ("12.50%", "25/2"),
        ("123456789012345678张", "123456789012345678"), ("6,000.5吨", "12001/2"), ("007个", "7"),
    ])
    func digitsAreReadExactly(text: String, number: String) throws {
        let value = try #require(FigureText("完成" + text).contexts.first).figure.value
        let shown = value.denominator == 1 ? "" : "/\(value.denominator)"
        #expect("\(value.numerator)" + shown == number)
    }
}
