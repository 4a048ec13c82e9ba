import JSONText
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Documents damaged at random: refused, or read so that everything can be written again.
@Suite struct JSONReaderFuzzTests {
    @Test(arguments: awkwardTables)
    func damagedDocumentsDoNoHarm(_ table: (name: String, text: String)) throws {
        let (read, _) = try readTSV(table.text.unsigned())
        let document = Array(try writeJSON(read).utf8)
        let lines = Array(try writeJSONLines(read).utf8)
        var random = SplitMix64(seed: UInt64(table.name.utf8.count))
        for _ in 0..<20 {
            try Self.read(Self.damaged(document, &random), JSONTableReader())
            try Self.read(Self.damaged(lines, &random), JSONLinesReader())
        }
    }

    private static func read(_ bytes: [UInt8], _ reader: some TargetReader) throws {
        var bag = DiagnosticBag()
        guard
            let table = try? reader.read(
                InputFile(name: "in.json", bytes: bytes),
                options: ReadingOptions(),
                reporting: &bag
            ), !bag.hasErrors
        else { return }
        #expect(!(try writeJSON(table)).isEmpty)
        #expect(!(try writeJSONLines(table)).isEmpty)
        do {
            #expect(!(try writeTSV(table)).isEmpty)
        } catch let error as FormatError {
            let code = error.diagnostic?.code.rawValue
            #expect(code != "layout-mismatch", "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    /// Tokens put in each other's place, bytes changed, the end cut off.
    private static func damaged(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var damaged = bytes
        switch random.below(8) {
        case 0:
            damaged.removeLast(random.below(damaged.count))
        case 1:
            for _ in 0..<3 { damaged[random.below(damaged.count)] ^= 1 << UInt8(random.below(8)) }
        default:
            for _ in 0...random.below(2) {
                let places = values(of: damaged).flatMap(values(in:)).map(\.range)
                guard !places.isEmpty else { continue }
                let place = random.pick(places)
                let new =
                    random.oneIn(2)
                    ? damaged[random.pick(places)] : Array(random.pick(tokens).utf8)[...]
                damaged.replaceSubrange(place, with: Array(new))
            }
        }
        return damaged
    }

    private static let tokens = [
        "null", "true", "0", "-1", "1e9", "9223372036854775807", "99999999999999999999", "{}", "[]",
        "\"\"",
        "\"张\"", "\"\\t\"", "\"\\u0000\"", "[0]", "[null]", "\"\\n\"", "\" \"", "0.5", "16383",
        "\"2023\"",
    ]

    /// The document, or the lines.
    private static func values(of bytes: [UInt8]) -> [JSONValue] {
        if let document = try? JSONDocument(parsing: bytes) { return document.values }
        var errors: [JSONTextError] = []
        return (try? JSONDocument.parsingLines(of: bytes, errors: &errors))?.flatMap(\.values) ?? []
    }

    private static func values(in value: JSONValue) -> [JSONValue] {
        [value] + value.elements.flatMap(values)
            + value.members.flatMap { [$0.key] + values(in: $0.value) }
    }
}
