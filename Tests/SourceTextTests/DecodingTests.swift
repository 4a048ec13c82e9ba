import Testing

@testable import SourceText

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

    // MARK: Pieces

    private static let others: [TextEncoding] = [
        TextEncoding(.gb18030), TextEncoding(.gb18030, byteOrderMark: true),
        TextEncoding(.utf16LittleEndian, byteOrderMark: true),
        TextEncoding(.utf16BigEndian, byteOrderMark: true),
    ]

    /// Characters that hold the byte of a line's end, of one to four bytes, and ends of lines of all kinds.
    private static let line = "中文\u{0A0A}\u{0A00}\u{100A}😀é\u{FEFF}a\r\nb\r\n\n\u{0A0A}\n\u{0A}c\r"

    /// Several megabytes, of which cores take pieces.
    private static let long = String(repeating: line, count: 50_000) + "末"

    /// A text in another character set comes to the same bytes and back, however it is cut.
    @Test(arguments: others)
    func aLongTextIsDecodedExactly(encoding: TextEncoding) throws {
        let text = Array(Self.long.utf8)
        let file = try encoding.encode(text)
        let mark = encoding.byteOrderMark
        #expect(file.starts(with: mark))
        let set = encoding.characterSet
        for size in [1, 2, 3, 7, 1 << 10, 1 << 20, 1 << 30] {
            let beginning = Array(file.prefix(4096 + mark.count))
            let bytes = size < 1 << 10 ? beginning : file
            let pieces = set.pieces(of: bytes, from: mark.count, size: size)
            #expect(pieces.flatMap { bytes[$0] } == Array(bytes[mark.count...]))
            for piece in pieces.dropLast() {
                #expect(piece.count >= size)
                let unit = Array(bytes[piece].suffix(set.unitSize))
                #expect(unit.reduce(0) { $0 | $1 } == .lineFeed)
                #expect((piece.lowerBound - mark.count) % set.unitSize == 0)
            }
        }
        let source = try SourceText(decoding: file, named: "t.tsv", as: encoding)
        #expect(source.bytes == text)
        #expect(source.encoding == encoding)
        let found = try SourceText(decoding: file, named: "t.tsv")
        #expect(found.bytes == text)
    }

    /// Whoever is handed what was decoded gets the file, in any character set but UTF-8.
    @Test(arguments: others, [false, true])
    func whatIsDecodedIsHandedOn(encoding: TextEncoding, isOwned: Bool) throws {
        let file = try encoding.encode(Array(Self.long.utf8))
        var pieces: [UInt8] = []
        let source = try SourceText(decoding: file, named: "t.tsv", isOwned: isOwned) {
            pieces.append($0)
        }
        #expect(source.bytes == Array(Self.long.utf8))
        #expect(pieces == file)
    }

    /// What doesn't decode is told with its line and text, though the memory of many pieces before it was given
    /// back; and whoever has the file, too, still has it.
    @Test(arguments: [false, true])
    func aLateByteIsToldWithItsLine(isOwned: Bool) throws {
        let text = String(repeating: "第一行的文字\n", count: 1_500_000)
        let encoding = TextEncoding(.gb18030)
        let file = try encoding.encode(Array(text.utf8)) + [0xB5, 0xDA, 0x81, 0x0A]
        let error = #expect(throws: UndecodableText.self) {
            try SourceText(decoding: file, named: "t.tsv", as: encoding, isOwned: isOwned)
        }
        let first = try #require(error?.diagnostics.first)
        #expect(first.line == 1_500_001)
        #expect(first.column == 2)
        #expect(first.excerpt == "第\u{FFFD}")
        #expect(file.starts(with: [0xB5, 0xDA, 0xD2, 0xBB]))
    }
}
