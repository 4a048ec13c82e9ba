import DelimitedText
import SourceText
import TestSupport
import Testing

@Suite struct OutputBufferCommaSeparatedTests {
    @Test(arguments: [
        ("", nil, ""),
        ("年底", nil, "年底"),
        ("a b;c\td", nil, "a b;c\td"),
        ("a,b", nil, "\"a,b\""),
        ("\"", nil, "\"\"\"\""),
        ("说“是”", nil, "说“是”"),
        ("他说\"是\"", nil, "\"他说\"\"是\"\"\""),
        ("a\nb", nil, "\"a\nb\""),
        ("a\rb", nil, "\"a\rb\""),
        ("0123456789abcdef,", nil, "\"0123456789abcdef,\""),
        ("=1", "'", "'=1"),
        ("=1,2", "'", "\"'=1,2\""),
        ("\n", "'", "\"'\n\""),
    ])
    func quotesOnlyWhereNeeded(text: String, prefix: Character?, expected: String) {
        var buffer = OutputBuffer()
        buffer.append(commaSeparated: text.utf8.span, prefix: prefix?.asciiValue)
        #expect(buffer.bytes == Array(expected.utf8))
    }

    @Test func writtenRowsReadBack() {
        let pieces = ["\"", "\"\"", ",", "\n", "\r\n", "\r", "目标", "x", "12345678", ";", "\t", " "]
        for seed in 0..<1_000 as Range<UInt64> {
            var generator = SplitMix64(seed: seed)
            let rows = (0..<3).map { _ in (0..<4).map { _ in generator.text(of: pieces, upTo: 12) }
            }
            var buffer = OutputBuffer()
            for row in rows {
                for (column, text) in row.enumerated() {
                    if column > 0 { buffer.append(UInt8(ascii: ",")) }
                    buffer.append(commaSeparated: text.utf8.span)
                }
                buffer.append("\r\n")
            }
            let naive = NaiveReading(of: buffer.bytes, separatedBy: UInt8(ascii: ","))
            #expect(naive.rows == rows, "seed \(seed)")
            #expect(naive.faults.isEmpty, "seed \(seed)")
        }
    }
}
