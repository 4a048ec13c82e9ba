import SpreadsheetML
import TestSupport
import Testing

@Suite struct SheetNamesTests {
    @Test(arguments: [
        ("张鹏", "张鹏"),
        ("  张鹏\u{3000}", "张鹏"),
        ("[x]/y:*?\\", "［x］／y：＊？＼"),
        ("'引号'", "引号"),
        ("O'Brien", "O'Brien"),
        ("History", "History (2)"),
        ("HISTORY", "HISTORY (2)"),
        ("a\tb\nc", "a b c"),
        ("A1", "A1"),
        ("1#", "1＃"),
        ("_x0041_", "＿x0041_"),
        ("", "空白"),
        ("''", "空白"),
    ])
    func keepsNamesClose(wanted: String, name: String) {
        var names = SheetNames()
        #expect(names.add(wanted, fallback: "空白") == name)
    }

    @Test func tellsNamesApartByMoreThanCase() {
        var names = SheetNames()
        let given = ["张鹏", "张鹏", "abc", "ABC", "ａｂｃ", "张鹏 (2)"].map { names.add($0) }
        #expect(given == ["张鹏", "张鹏 (2)", "abc", "ABC (2)", "ａｂｃ (3)", "张鹏 (2) (2)"])
    }

    @Test func countsUnitsOfUTF16() {
        var names = SheetNames()
        #expect(names.add(String(repeating: "十", count: 40)) == String(repeating: "十", count: 31))
        // Two units each: fifteen fit, not fifteen and a half.
        #expect(names.add(String(repeating: "😀", count: 31)) == String(repeating: "😀", count: 15))
        let numbered = names.add(String(repeating: "十", count: 40))
        #expect(numbered == String(repeating: "十", count: 27) + " (2)")
    }

    @Test func anyNamesAreValidAndUnique() {
        var random = SplitMix64(seed: 7)
        let signs = Array("[]:*?/\\'# ()\u{0}\t\u{3000}aAＡ张鹏😀é\u{301}_x00".unicodeScalars)
        var names = SheetNames()
        var folded: Set<String> = []
        for _ in 0..<2_000 {
            var wanted = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                wanted.append(signs[Int.random(in: 0..<signs.count, using: &random)])
            }
            let name = names.add(String(wanted))
            #expect((1...31).contains(name.utf16.count), "\(name)")
            #expect(!name.unicodeScalars.contains { "[]:*?/\\".unicodeScalars.contains($0) })
            #expect(!name.unicodeScalars.contains { $0.value < 0x20 })
            #expect(name.first != "'" && name.last != "'", "\(name)")
            #expect(folded.insert(name.lowercased()).inserted, "\(name)")
        }
    }
}
