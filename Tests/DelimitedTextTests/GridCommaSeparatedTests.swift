import DelimitedText
import SourceText
import TestSupport
import Testing

/// Text, and the cells that it has by RFC 4180.
struct CommaSeparatedCase: Sendable, CustomTestStringConvertible {
    var text: String
    var rows: [[String]]
    var delimiter = Delimiter.comma

    init(_ text: String, _ rows: [[String]], by delimiter: Delimiter = .comma) {
        self.text = text
        self.rows = rows
        self.delimiter = delimiter
    }

    var testDescription: String { text.debugDescription }
}

@Suite struct GridCommaSeparatedTests {
    @Test(arguments: [
        CommaSeparatedCase("", []),
        CommaSeparatedCase("a", [["a"]]),
        CommaSeparatedCase("a,b", [["a", "b"]]),
        CommaSeparatedCase(",", [["", ""]]),
        CommaSeparatedCase("a,", [["a", ""]]),
        CommaSeparatedCase("a,b\n", [["a", "b"]]),
        CommaSeparatedCase("a\nb", [["a"], ["b"]]),
        CommaSeparatedCase("a\r\nb\r\n", [["a"], ["b"]]),
        CommaSeparatedCase("a\rb\r", [["a"], ["b"]]),
        CommaSeparatedCase("a\n\rb", [["a"], [""], ["b"]]),
        CommaSeparatedCase("\n", [[""]]),
        CommaSeparatedCase("\r\n\r\na", [[""], [""], ["a"]]),
        CommaSeparatedCase("\"\"", [[""]]),
        CommaSeparatedCase("\"a\"", [["a"]]),
        CommaSeparatedCase("\"a,b\",c", [["a,b", "c"]]),
        CommaSeparatedCase("\"a\"\"b\"", [["a\"b"]]),
        CommaSeparatedCase("\"\"\"\"", [["\""]]),
        CommaSeparatedCase("\"\"\"a\"\"\",b", [["\"a\"", "b"]]),
        CommaSeparatedCase("\"a\nb\"\nc", [["a\nb"], ["c"]]),
        CommaSeparatedCase("\"a\r\nb\",\"c\rd\"\r\ne", [["a\r\nb", "c\rd"], ["e"]]),
        CommaSeparatedCase(" a , b ", [[" a ", " b "]]),
        CommaSeparatedCase("=\"0140\",b\n=\"\"\n", [["0140", "b"], [""]]),
        CommaSeparatedCase("a,=\"新进展\"", [["a", "新进展"]]),
        CommaSeparatedCase("=a,=,\"=\"\"1\"\"\"", [["=a", "=", "=\"1\""]]),
        CommaSeparatedCase("a\tb;c", [["a\tb;c"]]),
        CommaSeparatedCase("a,b;c", [["a,b", "c"]], by: .semicolon),
        CommaSeparatedCase("a;\"b;c\"\n", [["a", "b;c"]], by: .semicolon),
        CommaSeparatedCase("a\t\"b\tc\"\td,e", [["a", "b\tc", "d,e"]], by: .tab),
        CommaSeparatedCase(
            "序号,责任单位\r\n140,\"市发改委,市财政局\"",
            [
                ["序号", "责任单位"], ["140", "市发改委,市财政局"],
            ]
        ),
        // A combining mark or a variation selector after a comma belongs to the next cell.
        CommaSeparatedCase("a,\u{301}b", [["a", "\u{301}b"]]),
        CommaSeparatedCase("sep=;\r\na;b", [[""], ["a", "b"]], by: .semicolon),
        CommaSeparatedCase("SEP=,\n", [[""]]),
        CommaSeparatedCase("sep=,", [[""]]),
        CommaSeparatedCase("sep=,a", [["sep=", "a"]]),
        CommaSeparatedCase("sep=|\na", [["sep=|"], ["a"]]),
        CommaSeparatedCase("0123456789abcdef,x", [["0123456789abcdef", "x"]]),
    ])
    func splits(_ example: CommaSeparatedCase) {
        var faults = QuotingFaults()
        let bytes = Array(example.text.utf8)
        let grid = Grid(bytes, separatedBy: example.delimiter, faults: &faults)
        #expect(grid.texts(in: bytes) == example.rows)
        #expect(faults.count == 0)
    }

    @Test(arguments: [
        ("a,▶\"b", QuotingFault.Kind.unclosed, [["a", "\"b"]]),
        ("▶\"", .unclosed, [["\""]]),
        ("a\n▶\"b\"\"\nc,d\n", .unclosed, [["a"], ["\"b\"\"\nc,d\n"]]),
        ("\"a\"▶b,c\nd", .textAfterQuote, [["\"a\"b", "c"], ["d"]]),
        ("\"a\"▶ ,c", .textAfterQuote, [["\"a\" ", "c"]]),
        ("\"a\"▶b\"c,\"d\"", .textAfterQuote, [["\"a\"b\"c", "d"]]),
        ("a▶\"b\",c\n", .stray, [["a\"b\"", "c"]]),
        ("0123456789▶\"\"\"\n", .stray, [["0123456789\"\"\""]]),
        ("a, ▶\"b\"", .stray, [["a", " \"b\""]]),
    ])
    func placesFaults(marked: String, kind: QuotingFault.Kind, rows: [[String]]) throws {
        let mark = Array("▶".utf8)
        var bytes = Array(marked.utf8)
        let place = try #require(bytes.firstRange(of: mark))
        bytes.removeSubrange(place)
        var faults = QuotingFaults()
        let grid = Grid(bytes, separatedBy: .comma, faults: &faults)
        #expect(faults.all == [QuotingFault(kind, at: place.lowerBound)])
        #expect(faults.count == 1)
        #expect(grid.texts(in: bytes) == rows)
    }

    @Test func countsFaultsBeyondTheLimit() {
        let lines = QuotingFaults.limit + 23
        let bytes = Array(String(repeating: "a\"b\n", count: lines).utf8)
        var faults = QuotingFaults()
        let grid = Grid(bytes, separatedBy: .comma, faults: &faults)
        #expect(faults.all.count == QuotingFaults.limit)
        #expect(faults.count == lines)
        #expect(grid.rowCount == lines)
    }

    @Test func keepsLinesInStepWithRows() {
        let text = "sep=,\r\na\r\n\r\n\"b\r\nc\rd\n\",\"e\n\"\r\nf\n"
        var faults = QuotingFaults()
        let grid = Grid(Array(text.utf8), separatedBy: .comma, faults: &faults)
        #expect((0..<grid.rowCount).map(grid.line(ofRow:)) == [1, 2, 3, 4, 9])
        let source = SourceText(name: "a.csv", text)
        for row in 0..<grid.rowCount {
            let start = grid.range(ofRow: row).lowerBound
            #expect(source.location(of: start).line == grid.line(ofRow: row))
        }
    }

    @Test(arguments: Delimiter.allCases)
    func agreesWithNaiveReading(delimiter: Delimiter) {
        let separator = String(decoding: [delimiter.rawValue], as: UTF8.self)
        let pieces = [
            separator, separator, "\"", "\"\"", "\"a\"", "\n", "\r\n", "\r", "目标", "x", ",", ";",
            "\t", "长期坚持，年底", "0123456789", " ", "\u{301}", "\u{0}",
        ]
        for seed in 0..<2_000 as Range<UInt64> {
            var generator = SplitMix64(seed: seed)
            let text = generator.text(of: pieces, upTo: 24)
            let bytes = Array(text.utf8)
            var faults = QuotingFaults()
            let grid = Grid(bytes, separatedBy: delimiter, faults: &faults)
            let expected = NaiveReading(of: bytes, separatedBy: delimiter.rawValue)
            #expect(
                grid.texts(in: bytes) == expected.rows,
                "seed \(seed): \(text.debugDescription)"
            )
            #expect(faults.all == expected.faults, "seed \(seed): \(text.debugDescription)")
        }
    }
}

extension Grid {
    /// Every cell's text, unquoted, row after row.
    fileprivate func texts(in bytes: [UInt8]) -> [[String]] {
        (0..<rowCount).map { row in
            cells(inRow: row).map { cell in
                let range = range(ofCell: cell, inRow: row)
                let text = isQuoted(cell) ? unquoted(range, in: bytes) : Array(bytes[range])
                return String(decoding: text, as: UTF8.self)
            }
        }
    }
}
