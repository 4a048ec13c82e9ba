import TestSupport
import Testing

@testable import YilanCommand

@Suite struct LineWrappingTests {
    @Test(arguments: [
        ("", 10, [""]),
        ("short", 10, ["short"]),
        ("one two three", 7, ["one two", "three"]),
        ("市政府领导责任目标", 8, ["市政府领", "导责任目", "标"]),
        // A closing mark stays with the character before it.
        ("责任目标。完成", 8, ["责任目", "标。完成"]),
        // An opening mark goes with what follows it.
        ("责任目（完）成", 8, ["责任目", "（完）成"]),
        ("a longwordthatcannotfit b", 6, ["a", "longwo", "rdthat", "cannot", "fit b"]),
        // It does so, too, where what may not be broken is cut.
        (".json、.xlsx。", 6, [".jso", "n、.xl", "sx。"]),
        ("abcdef。", 6, ["abcde", "f。"]),
        ("一\n二", 10, ["一", "二"]),
        ("x  y", 2, ["x", "y"]),
    ])
    func wraps(text: String, columns: Int, lines: [String]) {
        #expect(LineWrapping.lines(of: text, columns: columns) == lines)
    }

    @Test func nothingIsLostAndNothingIsTooWide() {
        let letters = Array("ab 序号，（）。x“”1 ")
        var generator = SplitMix64(seed: 7)
        for _ in 0..<500 {
            let length = Int.random(in: 0...60, using: &generator)
            let text = String(
                (0..<length).map { _ in letters.randomElement(using: &generator) ?? "a" }
            )
            let columns = Int.random(in: 6...30, using: &generator)
            let lines = LineWrapping.lines(of: text, columns: columns)
            #expect(
                lines.joined().filter { $0 != " " } == text.filter { $0 != " " },
                "seed 7: \(text) at \(columns)"
            )
            for line in lines { #expect(DisplayWidth.of(line) <= columns, "\(text) at \(columns)") }
        }
    }
}
