import TargetFormats
import TestSupport
import Testing

@Suite struct FileNamesTests {
    @Test(arguments: [
        (["张鹏", "肖友华"], ["张鹏", "肖友华"]),
        (
            ["", " ", "\u{200B}", "..", "\u{0}"],
            ["none", "none-2", "none-3", "none-4", "none-5"]
        ),
        (["a/b\\c:d*e?f\"g<h>i|j"], ["a_b_c_d_e_f_g_h_i_j"]),
        (["../../etc/passwd", "..\\.."], ["_.._etc_passwd", "_"]),
        (["$HOME", "%PATH%", "~root", "{a}[b]"], ["_HOME", "_PATH_", "_root", "_a__b_"]),
        ([" 张鹏 . ", "张鹏\u{3000}"], ["张鹏", "张鹏-2"]),
        (["Wang", "WANG", "wang"], ["Wang", "WANG-2", "wang-3"]),
        (["Straße", "STRASSE"], ["Straße", "STRASSE-2"]),
        (["\u{E9}", "e\u{301}"], ["\u{E9}", "e\u{301}-2"]),
        (["甲", "甲-2", "甲"], ["甲", "甲-2", "甲-3"]),
        (["甲-2", "甲", "甲"], ["甲-2", "甲", "甲-3"]),
        (
            ["CON", "con", "nul.x", "COM1", "CONX"],
            ["_CON", "_con-2", "_nul.x", "_COM1", "CONX"]
        ),
        (["\u{202E}gnp", "a\nb", "a\tb"], ["gnp", "ab", "ab-2"]),
    ])
    func namesAreValidAndUnique(leaders: [String], expected: [String]) {
        let made = FileNames.distinct(from: leaders, unnamed: "none")
        #expect(made.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test func longNamesAreCutBetweenCharacters() {
        let long = String(repeating: "镕", count: 100)
        let made = FileNames.distinct(from: [long, long + "甲", "a" + long])
        let cut = String(repeating: "镕", count: 66)
        #expect(made == [cut, cut + "-2", "a" + cut])
    }

    @Test func manyEqualNamesTakeNoLongSearch() {
        let made = FileNames.distinct(from: Array(repeating: "张鹏", count: 20_000))
        #expect(Set(made).count == made.count)
        #expect(made.last == "张鹏-20000")
    }

    @Test func anyTextGivesAName() {
        let pieces = [
            "/", "..", ".", " ", "\u{0}", "CON", "甲", "e\u{301}", "A", "a", "-2", "\u{FEFF}",
        ]
        var generator = SplitMix64(seed: 7)
        var folded = Set<String>()
        let texts = (0..<500).map { _ in generator.text(of: pieces, upTo: 5) }
        for name in FileNames.distinct(from: texts) {
            #expect(!name.isEmpty && name.utf8.count <= 210)
            #expect(!name.unicodeScalars.contains("/"))
            #expect(name.first != "." && name.last != "." && name.last != " ")
            #expect(folded.insert(name.lowercased()).inserted, "\(name)")
        }
    }
}
