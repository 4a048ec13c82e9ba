import SourceText
import Synchronization
import Testing

@Suite struct RememberedTests {
    @Test func asksOnceForATextThatRecurs() {
        let lengths = Remembered<Int>()
        let asked = Mutex(0)
        for text in ["序号", "单位", "序号", "", "单位", ""] {
            let length = lengths.value(of: text) {
                asked.withLock { $0 += 1 }
                return text.utf8.count
            }
            #expect(length == text.utf8.count)
        }
        #expect(asked.withLock(\.self) == 3)
    }

    /// Long texts and ever more of them take no memory; they are found out each time.
    @Test func keepsNoMoreThanIsWorthIt() {
        let lengths = Remembered<Int>()
        for number in 0..<5000 { _ = lengths.value(of: "\(number)") { number } }
        let long = String(repeating: "长", count: 100)
        #expect(lengths.value(of: "7") { -1 } == 7)
        #expect(lengths.value(of: "4999") { -1 } == -1)
        #expect(lengths.value(of: long) { 1 } == 1)
        #expect(lengths.value(of: long) { 2 } == 2)
    }

    /// Two ways to write a character are two texts, although strings that hold them are equal.
    @Test func textsOfOtherBytesAreOthers() {
        let texts = Remembered<[UInt8]>()
        for text in ["\u{E9}", "e\u{301}", "\u{E9}"] {
            #expect(texts.value(of: text) { Array(text.utf8) } == Array(text.utf8))
        }
    }
}
