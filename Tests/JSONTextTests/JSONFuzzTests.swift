import Foundation
import JSONText
import SourceText
import TestSupport
import Testing

/// Laws over random texts; the seed is the test's argument.
@Suite struct JSONFuzzTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func readsWhatFoundationReads(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<10 {
            let text = random.text()
            let document = try JSONDocument(parsing: Array(text.utf8))
            let root = try #require(document.root)
            let expected = try JSONSerialization.jsonObject(
                with: Data(text.utf8),
                options: .fragmentsAllowed
            )
            #expect(Self.isSame(root, expected), "\(text)")
        }
    }

    /// Of objects that have nearly the same keys, one with a key twice is told wherever it stands.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func findsTheObjectWithAKeyTwice(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let objects = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    Int.random(in: 0...4, using: &random)
                }
            }
            let text = objects.map { keys in
                let members = keys.map { key in
                    // One key in two spellings.
                    Bool.random(using: &random) ? "\"\(key)\":{}" : "\"\\u003\(key)\":[]"
                }
                return "{\(members.joined(separator: ","))}"
            }
            let isRight = objects.allSatisfy { Set($0).count == $0.count }
            let array = Array("[\(text.joined(separator: ","))]".utf8)
            #expect(((try? JSONDocument(parsing: array)) != nil) == isRight, "\(text)")
            let lines = Array(text.joined(separator: "\n").utf8)
            var errors: [JSONTextError] = []
            _ = try JSONDocument.parsingLines(of: lines, errors: &errors)
            #expect(errors.count == objects.count { Set($0).count < $0.count }, "\(text)")
        }
    }

    /// So it is where objects stand in objects.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func findsTheKeyTwiceInObjectsWithinObjects(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        func object(_ depth: Int) -> (text: String, isRight: Bool) {
            let keys = (0..<random.number(in: 0...3)).map { $0 == 2 && random.oneIn(6) ? 0 : $0 }
            var isRight = Set(keys).count == keys.count
            let members = keys.map { key in
                let value = depth == 0 || random.oneIn(3) ? ("[1]", true) : object(depth - 1)
                isRight = isRight && value.1
                return "\"\(key)\":\(value.0)"
            }
            return ("{\(members.joined(separator: ","))}", isRight)
        }
        for _ in 0..<20 {
            let objects = (0..<6).map { _ in object(2) }
            let array = Array("[\(objects.map(\.text).joined(separator: ","))]".utf8)
            let isRight = objects.allSatisfy(\.isRight)
            #expect(((try? JSONDocument(parsing: array)) != nil) == isRight)
            let lines = Array(objects.map(\.text).joined(separator: "\n").utf8)
            var errors: [JSONTextError] = []
            _ = try JSONDocument.parsingLines(of: lines, errors: &errors)
            #expect(errors.count == objects.count { !$0.isRight })
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func writesWhatItReads(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for style in [JSONWriter.Style.lines, .inline] {
            let text = random.text()
            let root = try #require(JSONDocument(parsing: Array(text.utf8)).root)
            var json = JSONWriter()
            Self.write(root, style, to: &json)
            let again = try #require(JSONDocument(parsing: json.buffer.bytes).root)
            let expected = try JSONSerialization.jsonObject(
                with: Data(text.utf8),
                options: .fragmentsAllowed
            )
            #expect(Self.isSame(again, expected), "\(text)")
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func survivesDamage(seed: UInt64) {
        var random = RandomJSON(seed: seed)
        for _ in 0..<6 {
            let bytes = Array(random.text().utf8)
            for _ in 0..<10 {
                var damaged = bytes
                if Bool.random(using: &random.source) {
                    damaged.removeLast(Int.random(in: 0...damaged.count, using: &random.source))
                }
                for _ in 0..<Int.random(in: 0...3, using: &random.source) where !damaged.isEmpty {
                    let place = Int.random(in: 0..<damaged.count, using: &random.source)
                    damaged[place] ^= 1 << UInt8.random(in: 0...7, using: &random.source)
                }
                Self.readEverything(damaged)
            }
        }
    }

    /// Every value is asked for everything; errors must lie in the text.
    private static func readEverything(_ bytes: [UInt8]) {
        do {
            let document = try JSONDocument(parsing: bytes)
            if let root = document.root { visit(root) }
        } catch {
            #expect(error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count)
        }
        var errors: [JSONTextError] = []
        guard let lines = try? JSONDocument.parsingLines(of: bytes, errors: &errors) else { return }
        lines.flatMap(\.values).forEach(visit)
    }

    private static func visit(_ value: JSONValue) {
        _ = (value.string, value.integer, value.number, value.boolean, value.utf8)
        for member in value.members {
            visit(member.key)
            visit(member.value)
        }
        for element in value.elements { visit(element) }
    }

    private static func isSame(_ value: JSONValue, _ other: Any) -> Bool {
        switch value.kind {
        case .null: return other is NSNull
        case .boolean: return (other as? NSNumber)?.boolValue == value.boolean
        case .number:
            return (other as? NSNumber)?.doubleValue == value.number.flatMap(Double.init)
        case .string:
            let text = (other as? String)?.unicodeScalars
            return text.map { value.string?.unicodeScalars.elementsEqual($0) == true } ?? false
        case .array:
            let elements = Array(value.elements)
            guard let others = other as? [Any], others.count == elements.count else { return false }
            return zip(elements, others).allSatisfy { isSame($0, $1) }
        case .object:
            let members = Array(value.members)
            guard let others = other as? [String: Any], others.count == members.count
            else { return false }
            return members.allSatisfy { member in
                member.key.string.flatMap { others[$0] }.map { isSame(member.value, $0) } ?? false
            }
        }
    }

    private static func write(
        _ value: JSONValue,
        _ style: JSONWriter.Style,
        to json: inout JSONWriter
    ) {
        switch value.kind {
        case .null: json.null()
        case .boolean: json.boolean(value.boolean)
        case .number:
            json.beginValue()
            json.buffer.append(value.number ?? "")
        case .string: json.string(value.string)
        case .array:
            json.beginArray(style)
            for element in value.elements { write(element, style, to: &json) }
            json.endArray()
        case .object:
            json.beginObject(style)
            for member in value.members {
                json.key(member.key.string ?? "")
                write(member.value, style, to: &json)
            }
            json.endObject()
        }
    }
}
