import JSONText
import SourceText
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// Many targets, which several cores read in parts, are what they are read one by one.
@Suite struct TargetPartsTests {
    @Test(arguments: 0..<4 as Range<UInt64>)
    func partsComeToTheWhole(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let count = random.number(in: 2_040...2_200)
        // What is to be reported, or a label of its own, stands in any part, or in none.
        let odd = random.oneIn(2) ? random.below(count) : -1
        var text = ""
        for number in 0..<count { text += Self.line(number, isOdd: number == odd, &random) }
        let source = try SourceText(decoding: Array(text.utf8), named: "目标.jsonl")
        var errors: [JSONTextError] = []
        let lines = try JSONDocument.parsingLines(of: source.bytes, errors: &errors)
            .flatMap(\.values)
        #expect(errors.isEmpty && lines.count == count)
        var parts = Self.decoder(source)
        parts.decode(lines, in: source)
        var whole = Self.decoder(source)
        for line in lines { whole.decode(line) }
        #expect(parts.findings.bag.all == whole.findings.bag.all)
        try Self.expectSame(&parts, &whole)
    }

    /// Lines that are forgotten when they are read come to the same; where something is to be
    /// reported, they are read in one go.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func forgottenLinesComeToTheWhole(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        // Some pieces, with a label of its own in one of them.
        let (count, pieceSize) = (random.number(in: 1...80), random.number(in: 1...4_000))
        let odd = random.below(count)
        var text = random.oneIn(2) ? "\u{FEFF}" : ""
        for number in 0..<count {
            let label = number == odd ? "别的" : random.oneIn(3) ? "备注" : nil
            text += Self.line(number, label: label, isOdd: false, &random)
        }
        let source = try SourceText(decoding: Array(text.utf8), named: "目标.jsonl")
        var errors: [JSONTextError] = []
        let lines = try JSONDocument.parsingLines(of: source.bytes, errors: &errors)
            .flatMap(\.values)
        var whole = Self.decoder(source)
        for line in lines { whole.decode(line) }
        var forgotten = try #require(TargetsDecoder.lines(of: source, pieceSize: pieceSize))
        #expect(forgotten.objects().map(\.range) == lines.map(\.range))
        try Self.expectSame(&forgotten, &whole)

        let end = seed % 2 == 0 ? "{\"serial\": []}" : "{"
        let broken = try SourceText(decoding: Array((text + end).utf8), named: "目标.jsonl")
        #expect(TargetsDecoder.lines(of: broken, pieceSize: pieceSize) == nil)
    }

    /// Targets of a document that are forgotten when they are read come to the same, whatever stands around
    /// them; where something is to be reported, all are read in one go.
    @Test(arguments: 0..<24 as Range<UInt64>)
    func forgottenTargetsComeToTheWhole(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (count, pieceSize) = (random.number(in: 1...80), random.number(in: 1...3_000))
        // A document that isn't there is to be reported, which is known only when all were read.
        let odd = seed % 4 == 0 ? random.below(count) : -1
        let targets = (0..<count).map { Self.target($0, document: $0 == odd ? 2 : nil, &random) }
        let others = "[\n{\"a\": 1},\n{\"serial\": 7},\n{\"serial\": 8}\n]"
        let text =
            "{\"format\": \"yilan/1\",\n\"findings\": \(others),\n\"targets\": [\n"
            + targets.joined(separator: random.pick([",\n", " ,\r\n\n  "]))
            + "\n],\n\"indicators\": \(others)}\n"
        let source = try SourceText(decoding: Array(text.utf8), named: "表.json")
        func decoder() -> TargetsDecoder {
            TargetsDecoder(
                in: source,
                .document(count: 2),
                findings: JSONFindings(in: source)
            )
        }
        let parsed = try JSONDocument(parsing: source.bytes).root?["targets"]
        var whole = decoder()
        for target in try #require(parsed).elements { whole.decode(target) }
        let parsing = try JSONDocument.parsing(source.bytes, pieceSize: pieceSize) {
            TargetsDecoder.part($0, $1, of: source)
        }
        var read = parsing.read
        let list = try #require(parsing.document.root?["targets"])
        let hasParts = list.parts.contains { part in
            if case .apart(let number, _) = part { read[number] != nil } else { false }
        }
        #expect(hasParts || pieceSize > 100 || count < 3)
        var forgotten = decoder()
        forgotten.decode(list, of: 2, read: &read, in: source)
        #expect(forgotten.findings.bag.all == whole.findings.bag.all)
        #expect(forgotten.findings.bag.all.isEmpty == (odd < 0))
        #expect(forgotten.objects().map(\.range) == parsed?.elements.map(\.range))
        try Self.expectSame(&forgotten, &whole)
    }

    private static func target(
        _ number: Int,
        document: Int?,
        _ random: inout SplitMix64
    ) -> String {
        let text = random.pick(["已完成", "", "第一行\\n第二行", "\\u4e00季度", " 前后有空格 "])
        let label = random.oneIn(3) ? "\"备注\": \"\(text)\"" : ""
        let place = random.oneIn(3) ? "" : "\"source\": {\"line\": \(number)}, "
        let absent = random.oneIn(9) ? "" : "\"progress\": \"\(text)\",\(random.pick(["", "\n"])) "
        return "{\"serial\": \(number), \(absent)\(place)\"document\": \(document ?? number % 2), "
            + "\"units\": {\"text\": \"发改委\"}, \"extra\": {\(label)}}"
    }

    private static func expectSame(
        _ parts: inout TargetsDecoder,
        _ whole: inout TargetsDecoder
    ) throws {
        let count = whole.count
        #expect(parts.count == count)
        #expect(parts.places.map(\.number) == whole.places.map(\.number))
        #expect(parts.isNumber == whole.isNumber && parts.facts == whole.facts)
        // Each part notes what it has first; what was noted of the whole is among it.
        let noted = Set(parts.stated.entries.map(\.start))
        #expect(whole.stated.entries.allSatisfy { noted.contains($0.start) })
        // A document tells its facts apart from its targets.
        let facts = whole.facts.isEmpty ? [.init(), .init(), .init()] : whole.facts
        let documents = facts.map { Document(year: $0.year) }
        let (one, other) = (
            parts.table(documents: documents, listed: nil),
            whole.table(documents: documents, listed: nil)
        )
        #expect(one.columns == other.columns && one.origins == other.origins)
        #expect(one.baseline == other.baseline)
        var areSame = true
        for target in 0..<count {
            for column in one.columns.indices {
                areSame =
                    areSame
                    && one.string(target, column: column) == other.string(target, column: column)
            }
        }
        #expect(areSame)
    }

    private static func decoder(_ source: SourceText) -> TargetsDecoder {
        TargetsDecoder(in: source, .lines, findings: JSONFindings(in: source))
    }

    private static func line(_ number: Int, isOdd: Bool, _ random: inout SplitMix64) -> String {
        line(number, label: isOdd && random.oneIn(2) ? "别的" : "备注", isOdd: isOdd, &random)
    }

    private static func line(
        _ number: Int,
        label: String?,
        isOdd: Bool,
        _ random: inout SplitMix64
    ) -> String {
        let year = random.pick([2022, 2023])
        let text = random.pick(["已完成", "", "第一行\\n第二行", "\\u4e00季度 \\\"完成\\\"", " 前后有空格 "])
        let leader = random.pick(["张鹏", "李明、王芳", ""])
        let extra = label.map { "\"\($0)\": \"\(text)\"" } ?? ""
        let units = isOdd ? "[1]" : "{\"text\": \"发改委\", \"names\": [\"发改委\"]}"
        let absent = random.oneIn(9) ? "" : "\"progress\": \"\(text)\", "
        let end = random.pick(["\n", "\r\n", "\n\n"])
        return "{\"serial\": \(number), \"leader\": \"\(leader)\", \(absent)\"units\": \(units), "
            + "\"extra\": {\(extra)}, \"source\": {\"line\": \(number)}, \"year\": \(year)}\(end)"
    }
}
