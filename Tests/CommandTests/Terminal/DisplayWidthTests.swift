import Testing

@testable import YilanCommand

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("序号", 4), ("（）", 4), ("()", 2), ("①", 1), ("“是”", 4),
        ("e\u{301}", 1), ("a\u{200B}b", 2), ("\u{FEFF}x", 1), ("한글", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2),
        ("か\u{3099}", 2), ("，。", 4), ("𠮷", 2), ("😀", 2), ("\u{3000}", 2), ("─│", 2), ("\t", 0),
        ("é", 1), ("…", 1), ("ｱ", 1), ("Ａ", 2),
    ])
    func countsColumns(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func everyScalarHasAWidth() {
        // The table is searched by halves: every block's first and last must be found.
        for value in stride(from: UInt32(0x4E00), through: 0x9FFF, by: 1) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(DisplayWidth.of(scalar) == 2)
        }
        for value in UInt32(0x20)...0x7E {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(DisplayWidth.of(scalar) == 1)
        }
    }
}
