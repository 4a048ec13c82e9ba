import SourceText
import Testing

/// What of a line is kept with a finding.
@Suite struct DiagnosticPlaceTests {
    private let finding = Diagnostic(.error, .emptyTable, Wording(verbatim: "…"))

    @Test func aLineIsKeptWhole() {
        let source = SourceText(name: "t", "一二\n三四五\n六")
        let placed = finding.at(10..<16, of: source)
        #expect(placed.line == 2 && placed.column == 2 && placed.span == 2)
        #expect(placed.excerpt == "三四五")
        #expect(placed.excerptStart == 0)
    }

    /// A file of one line would be copied for every finding in it.
    @Test(arguments: [0, 1, 4_095, 50_000, 99_999])
    func ofALongLineOnlyThePlaceIsKept(_ index: Int) throws {
        let text = (0..<100_000).map { $0 == index ? "乙" : "甲" }.joined()
        let source = SourceText(name: "t", "一\n" + text + "\n")
        let start = 4 + index * 3
        let placed = finding.at(start..<(start + 30_000), of: source)
        #expect(placed.line == 2 && placed.column == index + 1)
        let excerpt = try #require(placed.excerpt)
        #expect(excerpt.utf8.count <= 8_200)
        #expect(!excerpt.unicodeScalars.contains("\u{FFFD}"))
        let scalars = Array(excerpt.unicodeScalars)
        #expect(scalars[index - placed.excerptStart] == "乙")
        #expect(placed.span <= scalars.count - (index - placed.excerptStart))
    }
}
