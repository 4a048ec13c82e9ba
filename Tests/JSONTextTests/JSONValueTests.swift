import JSONText
import TestSupport
import Testing

/// What can be asked of parsed values.
@Suite struct JSONValueTests {
    private static let text = #"""
        {"serial": 140, "text": "张\n鹏", "plain": "张鹏", "rate": 0.95, "none": null,
         "list": [true, [1, {"x": "y"}], false], "empty": {}, "last": "\ud83d\ude00"}
        """#

    private func root(_ text: String = Self.text) throws -> JSONValue {
        try #require(JSONDocument(parsing: Array(text.utf8)).root)
    }

    @Test func membersAreFoundByAListOfKeys() throws {
        let list = JSONKeyList(["a", "bc", "d"])
        let text = Array("{\"x\": 1, \"\\u0062c\": 2, \"a\": {\"d\": 3}, \"\\u0078y\": 4}".utf8)
        let root = try #require(JSONDocument(parsing: text).root)
        var others: [String?] = []
        let found = root.members(in: list) { others.append($0.string) }
        #expect(others == ["x", "xy"])
        #expect(found[0]?.kind == .object && found[1]?.integer == 2 && found[2] == nil)
        let turned = found.renumbered([1, nil, 0])
        #expect(turned[0]?.integer == 2 && turned[1] == nil && turned[2]?.kind == .object)
        #expect((0..<list.count).map { list[$0] } == ["a", "bc", "d"])
        var isCalled = false
        let none = try #require(found[1]).members(in: list) { _ in isCalled = true }
        #expect(none[0] == nil && !isCalled)
    }

    @Test func plainElementsAreStringsWithoutEscapes() throws {
        for (text, places, isWhole) in [
            ("[\"甲\", \"\"]", [2..<5, 9..<9], true), ("[]", [], true),
            ("[\"a\", \"\\n\", \"b\"]", [2..<3], false), ("[\"a\", [\"b\"]]", [2..<3], false),
            ("[null]", [], false), ("{\"a\": \"b\"}", [], false), ("\"a\"", [], false),
        ] as [(String, [Range<Int>], Bool)] {
            let value = try #require(JSONDocument(parsing: Array(text.utf8)).root)
            var found: [Range<Int>] = []
            #expect(value.forEachPlainElement { found.append($0) } == isWhole, "\(text)")
            #expect(found == places, "\(text)")
        }
    }

    @Test func givesMembersAndElementsInOrder() throws {
        let root = try root()
        #expect(
            root.members.map { $0.key.string }
                == ["serial", "text", "plain", "rate", "none", "list", "empty", "last"]
        )
        let list = try #require(root["list"])
        #expect(list.elements.map(\.kind) == [.boolean, .array, .boolean])
        #expect(list.elements.map(\.boolean) == [true, nil, false])
        let inner = Array(try #require(Array(list.elements)[safe: 1]).elements)
        #expect(inner.first?.integer == 1)
        #expect(inner.last?["x"]?.string == "y")
        #expect(root["empty"]?.members.map(\.key.range).isEmpty == true)
        #expect(root["missing"] == nil)
        #expect(root["list"]?.members.map(\.key.range).isEmpty == true)
        #expect(root.elements.map(\.range).isEmpty)
    }

    @Test func decodesStringsOnDemand() throws {
        let root = try root()
        #expect(root["text"]?.string == "张\n鹏")
        #expect(root["text"]?.plainRange == nil)
        #expect(root["plain"]?.utf8 == Array("张鹏".utf8))
        let plain = try #require(root["plain"]?.plainRange)
        #expect(Array(Self.text.utf8)[plain].elementsEqual("张鹏".utf8))
        #expect(root["last"]?.string == "😀")
        #expect(root["last"]?.isString("😀") == true)
        #expect(root["plain"]?.isString("张鹏") == true)
        #expect(root["plain"]?.isString("张三") == false)
        #expect(root["serial"]?.string == nil)
    }

    @Test(arguments: [
        (#""\u0041\u00e9\u6c49\uD834\uDD1E""#, "Aé汉𝄞"),
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u0000""#, "\u{0}"), (#""""#, ""), (#""\\u0041""#, #"\u0041"#),
        (#""abcdefgh\\""#, "abcdefgh\\"),
        (#""\uFFFF\ufffe\u001f""#, "\u{FFFF}\u{FFFE}\u{1F}"),
    ])
    func decodesEscapes(_ text: String, _ expected: String) throws {
        let value = try root(text)
        #expect(value.string?.unicodeScalars.elementsEqual(expected.unicodeScalars) == true)
        #expect(value.utf8 == Array(expected.utf8))
    }

    @Test(arguments: [
        ("140", 140), ("-1", -1), ("140.0", 140), ("0.00", 0), ("-0", 0), ("0.95", nil),
        ("1e2", nil),
        ("9223372036854775807", Int.max), ("9223372036854775808", nil), ("\"140\"", nil),
        ("null", nil),
    ])
    func readsWholeNumbers(_ text: String, _ expected: Int?) throws {
        #expect(try root(text).integer == expected)
    }

    @Test func keepsNumbersAsTheirText() throws {
        #expect(try root("-12.50E+007").number == "-12.50E+007")
        #expect(try root("[0]").number == nil)
    }

    @Test func rangesPointIntoTheTextAsGiven() throws {
        let text = "\u{FEFF} [1, \"二\"]"
        let bytes = Array(text.utf8)
        let root = try #require(JSONDocument(parsing: bytes).root)
        #expect(String(decoding: bytes[root.range], as: UTF8.self) == "[1, \"二\"]")
        #expect(
            root.elements.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
                "1", "\"二\"",
            ]
        )
    }

    @Test func readsLinesAndGoesOnAfterOneThatIsWrong() throws {
        let marked = MarkedText("\u{FEFF}{\"a\": 1}\r\n\n  \n{\"a\": ▶nope◀}\n[2]\n\"x\"")
        var errors: [JSONTextError] = []
        let values = try JSONDocument.parsingLines(of: marked.bytes, errors: &errors)
            .flatMap(\.values)
        #expect(values.map(\.kind) == [.object, .array, .string])
        #expect(values.first?["a"]?.integer == 1)
        #expect(errors.map(\.code) == [.unexpectedCharacter])
        #expect(errors.map(\.range) == [marked.range])
    }

    @Test func aValueEndsOnItsLine() throws {
        var errors: [JSONTextError] = []
        let lines = Array("[1,\n2]\n[3]".utf8)
        let documents = try JSONDocument.parsingLines(of: lines, errors: &errors)
        #expect(documents.flatMap(\.values).map { $0.elements.map(\.integer) } == [[3]])
        #expect(errors.map(\.code) == [.unexpectedEnd, .trailingText])
        #expect(errors.map(\.range) == [3..<3, 5..<6])
    }

    /// Pieces are of 4 MiB: none cuts a line or leaves one out.
    @Test func manyLinesAreReadInTheirOrder() throws {
        let filler = String(repeating: "年", count: 100)
        let lines = (0..<40_000).map { $0 == 30_000 ? "{" : "[\($0), \"\(filler)\"]" }
        var errors: [JSONTextError] = []
        let documents = try JSONDocument.parsingLines(
            of: Array(lines.joined(separator: "\n").utf8),
            errors: &errors
        )
        #expect(documents.count > 2)
        let numbers = documents.flatMap(\.values).map { Array($0.elements).first?.integer }
        #expect(numbers == (0..<40_000).filter { $0 != 30_000 })
        #expect(errors.map(\.code) == [.unexpectedEnd])
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
