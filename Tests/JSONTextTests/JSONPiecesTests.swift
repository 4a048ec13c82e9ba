import SourceText
import TestSupport
import Testing

@testable import JSONText

/// Arrays whose elements several cores parse, in pieces.
@Suite struct JSONPiecesTests {
    /// Everything that a value is made of.
    private static func shape(_ value: JSONValue) -> String {
        let own = "\(value.kind)\(value.range)"
        switch value.kind {
        case .array: return own + "[" + value.elements.map(shape).joined(separator: ",") + "]"
        case .object:
            let members = value.members.map { shape($0.key) + ":" + shape($0.value) }
            return own + "{" + members.joined(separator: ",") + "}"
        case .string: return own + (value.string ?? "")
        case .null, .boolean, .number: return own
        }
    }

    private static let elements = [
        "{\"甲\": 1}", "[1, [2]]", "\"乙\"", "{\"a\": [{\"b\": \"\\n\"}], \"c\": {}}", "7", "[]",
        "{\"x\": [\n  {\"y\": 1},\n  {\"z\": 2}\n]}",
    ]
    /// What makes a text wrong, or nearly.
    private static let faults = ["{\"a\" 1}", "\"", "]", "}", ",", "{\"a\": 1, \"a\": 2}", "01"]

    private static func array(_ generator: inout SplitMix64, mayFail: Bool) -> String {
        let lines = (0..<generator.number(in: 0...12)).map { _ in
            generator.pick(mayFail && generator.oneIn(8) ? faults : elements)
        }
        return "[\n" + lines.joined(separator: generator.pick([",\n", " ,\r\n  ", ", "])) + "\n]"
    }

    @Test(arguments: 0..<200) func piecesOfAnySizeComeToTheWhole(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let mayFail = seed % 3 == 0
        let text =
            "{\"one\": \(Self.array(&generator, mayFail: mayFail)),\n\"two\": "
            + "[\(Self.array(&generator, mayFail: mayFail)),\n"
            + "\(Self.array(&generator, mayFail: mayFail))]\n}"
        let bytes = Array(text.utf8)
        func parsed(_ size: Int) -> Result<String, JSONTextError> {
            do throws(JSONTextError) {
                let document = try JSONDocument(parsing: bytes, areUTF8: true, pieceSize: size)
                return .success(document.root.map(Self.shape) ?? "")
            } catch {
                return .failure(error)
            }
        }
        let whole = parsed(bytes.count)
        for size in [1, 7, 20] { #expect(parsed(size) == whole, "seed \(seed), pieces of \(size)") }
    }

    /// Elements that were forgotten are parsed again, and their parts are all elements in their order.
    @Test(arguments: 0..<100) func forgottenElementsAreParsedAgain(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let text = "{\"one\": \(Self.array(&generator, mayFail: false)),\n\"two\": 1}"
        let bytes = Array(text.utf8)
        let whole = try JSONDocument(parsing: bytes).root.map(Self.shape)
        for size in [1, 7, 20] {
            let parsed = try JSONDocument.parsing(bytes, pieceSize: size) { elements, range in
                range.lowerBound % 3 == 0 ? nil : elements.map(Self.shape)
            }
            #expect(parsed.document.root.map(Self.shape) == whole)
            let list = parsed.document.root?["one"]
            let all = list?.elements.map { (range: $0.range, shape: Self.shape($0)) } ?? []
            var passed: [String] = []
            for part in list?.parts ?? [] {
                switch part {
                case .elements(let elements): passed += elements.map(Self.shape)
                case .apart(let number, let range):
                    let here = all.filter { range.contains($0.range.lowerBound) }.map(\.shape)
                    #expect(parsed.read[number] == (range.lowerBound % 3 == 0 ? nil : here))
                    passed += here
                }
            }
            #expect(passed == all.map(\.shape))
        }
    }

    @Test func piecesCountAsDeepAsTheyStand() throws {
        func text(_ depth: Int) -> [UInt8] {
            let element =
                String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            let lines = (0..<9).map { _ in element }.joined(separator: ",\n")
            return Array("[[[\n\(lines)\n]]]".utf8)
        }
        let most = JSONDocument.depthLimit - 3
        _ = try JSONDocument(parsing: text(most), areUTF8: true, pieceSize: 1)
        #expect(throws: JSONTextError.self) {
            try JSONDocument(parsing: text(most + 1), areUTF8: true, pieceSize: 1)
        }
    }
}
