import Testing

@testable import SourceText

/// What several cores write is what one writes.
@Suite struct OutputBufferTests {
    @Test("elements stand in their order, however many", arguments: [0, 1, 1024, 2049, 20_001])
    func parallel(count: Int) throws {
        var pieces: [[UInt8]] = []
        var expected: [UInt8] = []
        for element in 0..<count { expected += "\(element),".utf8 }
        var kept = OutputBuffer()
        try kept.append(count, by: 0, Self.write)
        #expect(kept.bytes == expected)
        var buffer = OutputBuffer { pieces.append($0) }
        buffer.append(static: "<")
        try buffer.append(count, by: 0, Self.write)
        buffer.append(static: ">")
        try buffer.finish()
        #expect(pieces.flatMap { $0 } == Array("<".utf8) + expected + Array(">".utf8))
    }

    @Test("what was handed on stays, though its memory would do for what follows")
    func kept() throws {
        var pieces: [[UInt8]] = []
        var buffer = OutputBuffer { pieces.append($0) }
        let text = String(repeating: "一", count: 100)
        try buffer.append(20_001, by: 0) { _, elements, buffer in
            for element in elements { buffer.append("\(element)\(text)") }
        }
        try buffer.finish()
        #expect(pieces.contains { $0.count >= OutputBuffer.pieceSize })
        var expected: [UInt8] = []
        for element in 0..<20_001 { expected += "\(element)\(text)".utf8 }
        #expect(pieces.flatMap { $0 } == expected)
    }

    @Test("a receiver that fails stops the writing")
    func failure() {
        var buffer = OutputBuffer { _ in throw Full() }
        #expect(throws: Full.self) {
            try buffer.append(1_000_000, by: 0, Self.write)
        }
    }

    private struct Full: Error {}

    private static let write: @Sendable (inout Int, Range<Int>, inout OutputBuffer) -> Void = {
        written,
        elements,
        buffer in
        for element in elements {
            buffer.append("\(element),")
            written += 1
        }
    }
}

/// A large text is UTF-8 where it is, wherever it is cut for two cores.
@Suite struct LargeTextTests {
    @Test("a character in the middle may be cut nowhere", arguments: 0..<8)
    func cut(shift: Int) {
        var text = [UInt8](repeating: UInt8(ascii: "a"), count: shift)
        while text.count < (2 << 20) + 64 { text += "汉𠀀é".utf8 }
        #expect(SourceText.isUTF8(text))
        for place in (text.count / 2 - 4)...(text.count / 2 + 4) {
            var damaged = text
            damaged[place] = damaged[place] & 0xC0 == 0x80 ? UInt8(ascii: "a") : 0x80
            #expect(!SourceText.isUTF8(damaged), "\(place)")
        }
    }
}
