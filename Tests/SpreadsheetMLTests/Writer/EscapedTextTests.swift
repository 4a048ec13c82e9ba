import SourceText
import TestSupport
import Testing

@testable import SpreadsheetML

/// A text that is taken as it is has nothing in it that a cell would be given otherwise.
@Suite struct EscapedTextTests {
    private static let special = [
        "&", "<", ">", "_x0041_", "_x", "\u{1}", "\u{0}", "\u{FFFE}", "\u{FFFF}", "\r",
    ]

    private static func isPlain(_ text: String) -> Bool { EscapedText.isPlain(text.utf8.span) }

    /// Each stands at every place of texts that are looked at sixteen bytes at a time.
    @Test(arguments: special) func nothingSpecialIsPlain(special: String) {
        for filling in ["a", "中", "é"] {
            for before in 0..<36 {
                for behind in [0, 1, 2, 15, 16, 17, 33] {
                    let text =
                        String(repeating: filling, count: before) + special
                        + String(repeating: filling, count: behind)
                    #expect(!Self.isPlain(text), "\(before) \(behind)")
                }
            }
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func plainTextsAreTheirOwnXML(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let text = generator.text(
            of: ["工作", "a", "_", "x", "&", "<", "。", "😀", "é", "\n", "\t", " ", "\u{7}", "￿"],
            upTo: seed % 2 == 0 ? 12 : 60
        )
        guard Self.isPlain(text) else { return }
        var escaped = EscapedText()
        try escaped.set(text.utf8.span)
        #expect(escaped.xml() == Array(text.utf8))
    }

    @Test(arguments: ["", "中", "全国文明城市", "a_b", "1_000", "“引号”", "é😀", "x_y"])
    func usualTextsArePlain(text: String) {
        for count in 1...24 {
            #expect(Self.isPlain(String(repeating: text, count: count)))
        }
    }
}
