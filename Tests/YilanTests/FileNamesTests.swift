import Testing
import Yilan

@Suite struct FileNamesTests {
    @Test(arguments: [
        ("张鹏", "张鹏"), ("张 伦", "张 伦"), ("", "未注明"), ("  ", "未注明"), ("..", "未注明"),
        ("a/b", "a_b"), ("a\u{0}b", "a_b"), ("../../etc", "_.._etc"),
        ("x:y*?\"<>|\\", "x_y_______"),
        (".hidden", "hidden"), ("end. ", "end"), ("CON", "CON_"), ("com1", "com1_"),
        ("com0", "com0"),
        ("nul.txt", "nul.txt_"), ("\u{202E}abc", "_abc"), ("History", "History"),
    ])
    func makesNamesThatEverySystemTakes(name: String, expected: String) {
        #expect(FileNames.distinct(from: [name]) == [expected])
    }

    @Test func namesDifferOnEverySystem() {
        #expect(
            FileNames.distinct(from: ["Li", "li", "LI", "li-2", "", "/", "é", "e\u{301}"])
                == ["Li", "li-2", "LI-3", "li-2-2", "未注明", "_", "é", "e\u{301}-2"]
        )
    }

    @Test func aLongNameIsCutAtACharacter() throws {
        let long = String(repeating: "领", count: 100)
        let names = FileNames.distinct(from: [long, long])
        #expect(names[0] == String(repeating: "领", count: 66))
        #expect(names[1] == names[0] + "-2")
        #expect(names.allSatisfy { $0.utf8.count <= 240 })
    }
}
