import Testing

@testable import TableLayout

@Suite struct LastAnswerTests {
    @Test func isAskedForOnceOfEachTextInARow() {
        var last = LastAnswer<Int>()
        var asked: [String] = []
        // Two ways to write one character are two texts.
        for text in ["甲", "甲", "乙", "甲", "\u{E9}", "e\u{301}", ""] {
            let bytes = last.value(of: text) {
                asked.append(text)
                return text.utf8.count
            }
            #expect(bytes == text.utf8.count)
        }
        #expect(asked.map(\.utf8.count) == [3, 3, 3, 2, 3, 0])
    }
}
