import JSONText
import SourceText
import TestSupport
import Testing

/// What is JSON by RFC 8259, and what isn't, with the place.
@Suite struct JSONParserTests {
    @Test(arguments: [
        "0", "-0", "10", "1.5", "-1.25e+10", "1E5", "1e-05", "0.0", #""""#, #""a""#, "true",
        "false",
        "null", "[]", "{}", " [ ] ", "\t{ }\r\n", "[1,2]", "[[],{}]", #"{"a":1,"b":[true,null]}"#,
        #"["\" \\ \/ \b \f \n \r \t \u00e9 \uD83D\uDE00 \u0000"]"#,
        "\"汉字\u{10FFFF}\u{FFFE}\u{7F}\"",
        "\"\u{2028}\"", #"{"":0," ":1}"#, "\u{FEFF}[1]", #"{"a":{"a":{"a":[]}}}"#,
    ])
    func accepts(_ text: String) throws {
        let document = try JSONDocument(parsing: Array(text.utf8))
        #expect(document.values.count == 1)
    }

    @Test(arguments: [
        (
            "json-unexpected-end",
            ["▶◀", " ▶◀", "[▶◀", "[1▶◀", "[1,▶◀", "{▶◀", #"{"a"▶◀"#, #"{"a":▶◀"#]
        ),
        (
            "json-unexpected-end",
            [#"{"a":1▶◀"#, #"{"a":1,▶◀"#, #""abc▶◀"#, #""a\▶◀"#, #""\u12▶◀"#, "-▶◀"]
        ),
        ("json-unexpected-end", ["1.▶◀", "1e▶◀", "1e+▶◀", "\u{FEFF}▶◀"]),
        (
            "json-unexpected-character",
            ["[▶,◀]", "[1 ▶2◀]", "[1▶:◀2]", "{▶a◀:1}", #"{"a"▶,◀1}"#, "▶'◀a'"]
        ),
        (
            "json-unexpected-character",
            ["▶True◀", "▶nul◀", "▶nullx◀", "▶]◀", "[▶}◀", #"{"a":1▶]◀"#, "{▶1◀:2}"]
        ),
        (
            "json-unexpected-character",
            ["[▶，◀1]", "[1▶，◀2]", "▶\u{A0}◀1", "▶“◀a”", "▶\u{FEFE}◀", "[▶undefined◀]"]
        ),
        (
            "json-unexpected-character",
            ["[▶None◀]", "▶\u{0}◀", "▶\u{B}◀[]", "[▶\\◀u0031]", #"{▶:◀1}"#, "{▶,◀}"]
        ),
        ("json-trailing-comma", ["[1▶,◀]", #"{"a":1▶,◀ }"#, "[[]▶,◀\n]", "[1▶,◀}"]),
        (
            "json-comment",
            ["▶/◀/ x\n1", "1 ▶/◀* x */", "[1, ▶#◀ x\n2]", "[1 ▶/◀/\n]", #"{▶/◀**/"a":1}"#]
        ),
        ("json-trailing-text", ["1 ▶2◀", "[]▶]◀", "{} ▶x◀", "[]▶,◀", #""a"▶"◀b""#, "null▶\u{0}◀"]),
        ("json-trailing-text", ["[1]\u{20}▶汉◀字", "{}▶\u{FEFF}◀"]),
        (
            "json-invalid-number",
            ["▶01◀", "[▶-01◀]", "▶00◀", "▶.5◀", "[▶1.◀]", "▶1.e5◀", "[▶-◀]", "▶1e5.5◀"]
        ),
        (
            "json-invalid-number",
            ["▶NaN◀", "▶Infinity◀", "[▶-Infinity◀]", "▶+1◀", "▶0x1F◀", "▶1_000◀", "▶1a◀"]
        ),
        ("json-invalid-number", ["▶-NaN◀", "[▶1e◀]", "▶2.5.1◀", "▶--1◀", "▶1-2◀"]),
        (
            "json-control-character",
            ["\"a▶\n◀b\"", "\"▶\t◀\"", "\"▶\u{0}◀\"", "\"12345678▶\u{1F}◀\"", "[\"▶\r◀\n\"]"]
        ),
        (
            "json-invalid-escape",
            [#""▶\a◀""#, #""x▶\'◀""#, #""▶\汉◀""#, #""▶\u◀G000""#, #""▶\u12◀""#]
        ),
        (
            "json-invalid-escape",
            [#""▶\U◀0041""#, #""▶\x◀41""#, #""▶\u004◀é""#, #""\ud83d▶\u12◀""#]
        ),
        (
            "json-lone-surrogate",
            [#""▶\ud800◀""#, #""a▶\uDBFF◀x""#, #""▶\udc00◀""#, #""▶\ud800◀\n""#]
        ),
        (
            "json-lone-surrogate",
            [#""▶\ud800◀\ud800\udc00""#, #""\ud800\udc00▶\udfff◀""#, #""▶\uD83D◀\u0041""#]
        ),
        (
            "json-duplicate-key",
            [#"{"a":1,▶"a"◀:1}"#, #"{"a":1,▶"\u0061"◀:2}"#, #"[{"":1,"b":2,▶""◀:3}]"#]
        ),
        ("json-duplicate-key", [#"{"\n":1,"x":{"\n":2},▶"\u000a"◀:3}"#]),
    ])
    func refuses(_ code: String, _ texts: [String]) {
        for text in texts {
            let marked = MarkedText(text)
            let error = #expect(throws: JSONTextError.self, "\(text)") {
                try JSONDocument(parsing: marked.bytes)
            }
            #expect(error?.diagnostic.code.rawValue == code, "\(text)")
            #expect(error?.range == marked.range, "\(text)")
        }
    }

    @Test func keysThatOnlyLookTheSameDiffer() throws {
        // One is composed, one decomposed: canonically equal, but not the same characters.
        let text = "{\"\u{E9}\": 1, \"e\u{301}\": 2, \"E\": 3, \"e\": 4}"
        let root = try #require(JSONDocument(parsing: Array(text.utf8)).root)
        #expect(root.members.map(\.value.integer) == [1, 2, 3, 4])
    }

    @Test func findsDuplicatesAmongManyKeys() throws {
        let keys = (0..<200).map { "\"键\($0)\": \($0)" }
        #expect(throws: Never.self) {
            try JSONDocument(parsing: Array("{\(keys.joined(separator: ","))}".utf8))
        }
        let text = MarkedText("{\(keys.joined(separator: ",")),▶\"\\u952e17\"◀: 0}")
        let error = #expect(throws: JSONTextError.self) { try JSONDocument(parsing: text.bytes) }
        #expect(error?.code == .duplicateKey)
        #expect(error?.range == text.range)
    }

    @Test(arguments: ["[", "{\"a\":"])
    func boundsTheDepth(_ opening: String) throws {
        let close = opening == "[" ? "]" : "}"
        let limit = JSONDocument.depthLimit
        func nested(_ depth: Int) -> [UInt8] {
            let inside = opening == "[" ? "" : "0"
            let begins = String(repeating: opening, count: depth)
            return Array((begins + inside + String(repeating: close, count: depth)).utf8)
        }
        #expect(throws: Never.self) { try JSONDocument(parsing: nested(limit)) }
        let error = #expect(throws: JSONTextError.self) {
            try JSONDocument(parsing: nested(limit + 1))
        }
        #expect(error?.code == .tooDeep)
        #expect(error?.range.lowerBound == limit * opening.utf8.count)
        // Far deeper than any stack of calls.
        #expect(throws: JSONTextError.self) {
            try JSONDocument(parsing: Array(String(repeating: opening, count: 1_000_000).utf8))
        }
    }

    @Test(arguments: [
        ([0x22, 0xFF, 0x22], 1..<2), ([0x22, 0xC0, 0xAF, 0x22], 1..<2),
        ([0x5B, 0xE6, 0xB1], 1..<3),
        ([0x22, 0xED, 0xA0, 0x80, 0x22], 1..<2), ([0x31, 0x80], 1..<2),
    ])
    func refusesWhatIsNotUTF8(_ bytes: [UInt8], _ range: Range<Int>) {
        let error = #expect(throws: JSONTextError.self) { try JSONDocument(parsing: bytes) }
        #expect(error?.code == .invalidUTF8)
        #expect(error?.range == range)
    }
}
