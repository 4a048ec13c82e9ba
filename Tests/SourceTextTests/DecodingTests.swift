import SourceText
import Testing

@Suite struct DecodingTests {
    /// Each sequence stands among texts that are passed quickly, at every distance from their ends.
    @Test(arguments: [
        ([0xE0, 0xA0, 0x80], true), ([0xE0, 0x9F, 0xBF], false), ([0xED, 0x9F, 0xBF], true),
        ([0xED, 0xA0, 0x80], false), ([0xEF, 0xBF, 0xBF], true), ([0xF0, 0x9F, 0x98, 0x80], true),
        ([0xF4, 0x90, 0x80, 0x80], false), ([0xC3, 0xA9], true), ([0xC0, 0x80], false),
        ([0xE4, 0xB8], false), ([0x80], false), ([0xE4, 0xB8, 0xAD, 0x80], false), ([0xFF], false),
    ])
    func onlyUTF8IsUTF8(sequence: [UInt8], isValid: Bool) {
        for before in 0..<9 {
            for behind in 0..<9 {
                let text =
                    Array(String(repeating: "中", count: before).utf8)
                    + Array(String(repeating: "a", count: before % 4).utf8) + sequence
                    + Array(String(repeating: "文", count: behind % 3).utf8)
                    + Array(String(repeating: "b", count: behind).utf8)
                #expect(SourceText.isUTF8(text) == isValid)
            }
        }
    }

    /// Also where the sequence stands for a character in a second way, which converters take.
    @Test(
        arguments: [
            [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xFE],
        ] as [[UInt8]]
    )
    func whatIsNotUTF8IsToldWithItsLine(sequence: [UInt8]) throws {
        let file = Array("序号\n中文".utf8) + sequence + Array("文\n".utf8)
        let error = #expect(throws: UndecodableText.self) {
            try SourceText(decoding: file, named: "t.csv", as: .utf8)
        }
        let first = try #require(error?.diagnostics.first)
        #expect(first.line == 2)
        #expect(first.column == 3)
    }
}
