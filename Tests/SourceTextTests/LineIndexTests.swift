import SourceText
import Testing

@Suite struct LineIndexTests {
    /// The index and the look without it come to the same; both to what a plain count does.
    @Test(arguments: ["", "a", "a\nb", "a\r\nb\r\n", "a\rb\r", "\r\n\n\r", "\n\n"])
    func countsEndsAsReadersDo(text: String) {
        let bytes = Array(text.utf8)
        let index = LineIndex(bytes)
        for offset in 0...bytes.count {
            #expect(index.ends(before: offset) == Self.ends(before: offset, of: bytes))
        }
    }

    @Test func countsThroughManyStretches() {
        let line = String(repeating: "责任目标", count: 50)
        let bytes = Array((line + "\n" + line + "\r\n" + line + "\r").utf8)
        let text = (0..<4000).flatMap { _ in bytes }
        let index = LineIndex(text)
        let source = SourceText(name: "t.tsv", String(decoding: text, as: UTF8.self))
        // Some in each of the shares that cores take, at other places of the lines each time.
        for offset in stride(from: 0, through: text.count, by: 399_989) {
            let location = source.location(of: offset)
            #expect(source.location(of: offset, lines: index) == location)
        }
        #expect(index.ends(before: text.count) == 12_000)
    }

    private static func ends(before offset: Int, of bytes: [UInt8]) -> Int {
        (0..<offset).count { place in
            bytes[place] == 0x0D || bytes[place] == 0x0A && (place == 0 || bytes[place - 1] != 0x0D)
        }
    }
}
