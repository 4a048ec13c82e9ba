import SourceText
import TargetFormats
import TestSupport
import Testing

@testable import Yilan

@Suite struct MergeMarkersTests {
    private func codes(_ text: String, as format: TargetFormat) -> [Diagnostic] {
        var findings = DiagnosticBag()
        _ = TableReading().table(
            of: .init(InputFile(name: "t", bytes: Array(text.utf8)), as: format),
            reporting: &findings
        )
        return findings.all.filter { $0.code == .mergeMarker }
    }

    private static let table = "一览表\n\n序号\t责任目标内容\t完成情况\n1\t甲\t一\n2\t乙\t二\n"

    private static let broken: [(change: (from: String, to: String), places: [[Int]])] = [
        (("一\n2", "<<<<<<< 一 ||||||| 壹 ======= 弌 >>>>>>>\n2"), [[4, 5], [4, 25], [4, 35]]),
        (("2\t", "<<<<<<< HEAD\n2\t"), [[5, 1]]),
        (("2\t", "=======\n2\t"), [[5, 1]]),
        (("二\n", "二\n>>>>>>> theirs\n"), [[6, 1]]),
        (("一览表", "<<<<<<<<<< ours"), [[1, 1]]),
    ]

    @Test(arguments: broken)
    func eachIsAnErrorWithItsPlace(change: (from: String, to: String), places: [[Int]]) {
        let text = Self.table.replacing(change.from, with: change.to)
        let found = codes(text, as: .tsv)
        #expect(found.map { [$0.line ?? 0, $0.column ?? 0] } == places)
        #expect(found.allSatisfy { $0.severity == .error })
    }

    /// Inspecting tells of them, too.
    @Test(arguments: broken)
    func inspectionTellsOfThem(change: (from: String, to: String), places: [[Int]]) {
        let text = Self.table.replacing(change.from, with: change.to)
        var findings = DiagnosticBag()
        _ = Inspection.of(
            .init(InputFile(name: "t", bytes: Array(text.utf8)), as: .tsv),
            options: ReadingOptions(),
            reporting: &findings
        )
        let found = findings.all.filter { $0.code == .mergeMarker }
        #expect(found.map { [$0.line ?? 0, $0.column ?? 0] } == places)
    }

    @Test(arguments: ["======", "========", "<<<<<<", "a=======b", "《《《《《《《", "x>>>>>>>"])
    func whatOnlyLooksLikeOneIsText(text: String) {
        #expect(codes(Self.table.replacing("二", with: text), as: .tsv).isEmpty)
    }

    @Test func theyAreFoundInEveryFormat() {
        let csv = "序号,责任目标内容,完成情况\r\n1,甲,<<<<<<< 一 ======= 二 >>>>>>>\r\n"
        #expect(codes(csv, as: .csv).count == 3)
        #expect(codes("序号,责任目标内容\r\n1,=======\r\n", as: .csv).isEmpty)
        let line = "{\"serial\": 1, \"objective\": \"甲\\n<<<<<<< 一\", \"progress\": \"\"}\n"
        #expect(codes(line, as: .jsonl).count == 1)
    }

    @Test func aListOfCorrectionsHasNoneEither() throws {
        let list = """
            {"format": "yilan-corrections/1", "corrections": [
            {"serial": 1, "field": "progress", "new": "<<<<<<< 一 ======= 二 >>>>>>>"}]}
            """
        var findings = DiagnosticBag()
        _ = try CorrectionSource(
            reading: InputFile(name: "c.json", bytes: Array(list.utf8)),
            as: .json,
            reporting: &findings
        )
        #expect(findings.all.map(\.code) == [.mergeMarker, .mergeMarker, .mergeMarker])
    }

    /// The search looks at every seventh byte only.
    @Test(arguments: 0..<200) func noneIsOverlooked(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
            UInt8(
                ascii: Bool.random(using: &generator)
                    ? "<" : (Bool.random(using: &generator) ? " " : "=")
            )
        }
        var expected: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
            let length = end - start
            let isEdge = { (index: Int) in !bytes.indices.contains(index) || bytes[index] == 0x20 }
            if bytes[start] != 0x20, bytes[start] == UInt8(ascii: "=") ? length == 7 : length >= 7,
                isEdge(start - 1), isEdge(end)
            {
                expected.append(start..<end)
            }
            start = end
        }
        #expect(MergeMarkers.places(in: bytes) == expected, "seed \(seed)")
        // Several cores look at a piece each.
        for size in [1, 3, 7, 10] {
            let found = MergeMarkers.places(in: bytes, pieceSize: size)
            #expect(found == expected, "seed \(seed), pieces of \(size)")
        }
    }

    /// Where the blocks with signs are known, the search comes to the same as through all of a text.
    @Test func marksAtTheEndsOfBlocksAreFound() throws {
        for place in stride(from: 16_370, through: 16_400, by: 3) {
            var bytes = Array(String(repeating: "工作 ", count: 8_000).utf8)
            bytes.replaceSubrange(place..<place + 9, with: Array(" <<<<<<< ".utf8))
            let text = String(decoding: bytes, as: UTF8.self)
            let source = try SourceText(decoding: Array(text.utf8), named: "t")
            let rare = try #require(source.rareBytes)
            let found = MergeMarkers.places(in: source.bytes, rare)
            #expect(found.count == 1)
            #expect(found == MergeMarkers.places(in: source.bytes))
        }
    }
}
