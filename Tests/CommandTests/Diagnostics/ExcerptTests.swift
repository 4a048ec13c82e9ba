import Testing

@testable import YilanCommand

@Suite struct ExcerptTests {
    @Test(arguments: [
        // line, column, span, columns, shown, marks
        ("abc", 2, 1, 80, "abc", " ^"),
        ("abc", 2, 2, 80, "abc", " ^~"),
        ("序号\t张鹏", 4, 2, 80, "序号    张鹏", "        ^~~~"),
        ("a\tb", 3, 1, 80, "a   b", "    ^"),
        // Behind the end of the line.
        ("abc", 4, 1, 80, "abc", "   ^"),
        ("", 1, 1, 80, "", "^"),
        // A combining mark takes no column.
        ("e\u{301}x", 3, 1, 80, "e\u{301}x", " ^"),
        // A tab is marked as wide as it is.
        ("ab\tc", 3, 1, 80, "ab  c", "  ^~"),
        ("\u{1B}[0m", 1, 1, 80, "␛[0m", "^"),
    ])
    func marksColumns(
        text: String,
        column: Int,
        span: Int,
        columns: Int,
        line: String,
        marks: String
    ) {
        let excerpt = Excerpt(of: text, column: column, span: span, columns: columns)
        #expect(excerpt.line == line)
        #expect(excerpt.marks == marks)
    }

    @Test(arguments: [1, 5, 60, 119, 120, 121])
    func cutsALongLineAroundTheMark(column: Int) throws {
        let text = String((0..<120).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
        let excerpt = Excerpt(of: text, column: column, span: 3, columns: 40)
        #expect(DisplayWidth.of(excerpt.line) <= 40)
        let caret = try #require(excerpt.marks.firstIndex(of: "^"))
        let offset = excerpt.marks.distance(from: excerpt.marks.startIndex, to: caret)
        let marked = excerpt.line.dropFirst(offset).first
        let expected = column <= 120 ? text[text.index(text.startIndex, offsetBy: column - 1)] : nil
        #expect(marked == expected)
        #expect(excerpt.line.hasPrefix("…") == (column > 20))
        #expect(excerpt.line.hasSuffix("…") == (column < 100))
    }

    @Test func cutsChineseLinesAtCharacters() throws {
        let text = String(repeating: "责任", count: 100)
        for column in stride(from: 1, through: 200, by: 7) {
            let excerpt = Excerpt(of: text, column: column, span: 2, columns: 41)
            #expect(DisplayWidth.of(excerpt.line) <= 41)
            // Before the caret stand whole characters of two columns, and perhaps the ellipsis.
            let before = excerpt.marks.prefix { $0 == " " }.count
            let cut = excerpt.line.hasPrefix("…") ? 1 : 0
            #expect((before - cut) % 2 == 0)
            let shown = excerpt.line.dropFirst(cut + (before - cut) / 2).first
            #expect(shown == (column % 2 == 1 ? "责" : "任"))
        }
    }
}
