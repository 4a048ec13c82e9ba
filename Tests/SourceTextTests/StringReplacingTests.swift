import SourceText
import Testing

/// Texts in which another one is replaced.
@Suite struct StringReplacingTests {
    @Test(arguments: [
        ("1、 2、 3", "、 ", "、", "1、2、3"), ("、 ", "、 ", "、", "、"), ("", "a", "b", ""),
        ("aaa", "aa", "b", "ba"), ("1, 2", ", ", ", ", "1, 2"), ("$A$1", "$", "", "A1"),
        ("一览表", "", "x", "一览表"), ("一览表一览表一览表一览表", "览", "", "一表一表一表一表"),
    ])
    func eachPlaceIsReplaced(text: String, old: String, new: String, wanted: String) {
        #expect(text.replacingBytes(of: old, with: new) == wanted)
    }

    @Test func bytesAreComparedAndNotCharacters() {
        // A mark that goes with a comma makes another character of it.
        #expect("1,\u{301}2".replacingBytes(of: ",", with: ";") == "1;\u{301}2")
    }
}
