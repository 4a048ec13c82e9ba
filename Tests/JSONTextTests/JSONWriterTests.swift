import JSONText
import SourceText
import Testing

/// What is written, byte by byte.
@Suite struct JSONWriterTests {
    @Test(arguments: [
        ("", #""""#), ("张鹏", "\"张鹏\""), ("a\"b\\c/d", #""a\"b\\c/d""#),
        ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
        ("\u{0}\u{1}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u001f\u{7F}\""),
        ("\u{2028}😀\u{FFFF}", "\"\u{2028}😀\u{FFFF}\""),
        ("1234567\"", #""1234567\"""#), ("12345678\"", #""12345678\"""#), ("\\\\", #""\\\\""#),
    ])
    func escapes(_ text: String, _ expected: String) {
        var buffer = OutputBuffer()
        buffer.append(jsonString: text)
        #expect(buffer.bytes == Array(expected.utf8))
    }

    /// Every byte at every place of a word, before and after text that needs no escape.
    @Test func findsSpecialBytesWhereverTheyStand() throws {
        for byte in UInt8(0)...0x7F {
            for before in 0..<17 {
                let text =
                    String(repeating: "x", count: before) + String(UnicodeScalar(byte)) + "é尾"
                var buffer = OutputBuffer()
                buffer.append(jsonString: text)
                let back = try #require(JSONDocument(parsing: buffer.bytes).root)
                #expect(back.utf8 == Array(text.utf8))
                let needsEscape = byte < 0x20 || byte == 0x22 || byte == 0x5C
                #expect((back.plainRange == nil) == needsEscape)
            }
        }
    }

    @Test(arguments: [0, 7, 10, 99, 100, 12345, -1, -140, Int.max, Int.min])
    func writesIntegers(_ number: Int) {
        var buffer = OutputBuffer()
        buffer.append(decimal: number)
        #expect(buffer.bytes == Array(String(number).utf8))
    }

    @Test func mindsCommasAndIndentation() {
        var json = JSONWriter()
        json.beginObject()
        json.member("a", 1)
        json.key("list")
        json.beginArray()
        json.beginObject(.inline)
        json.member("x", "y")
        json.key("in")
        json.beginArray()
        json.null()
        json.boolean(true)
        json.endArray()
        json.endObject()
        json.string(nil)
        json.endArray()
        json.key("none")
        json.beginArray()
        json.endArray()
        json.member("no", nil as Bool?)
        json.key("empty")
        json.beginObject(.inline)
        json.endObject()
        json.endObject()
        json.endText()
        let expected = """
            {
              "a": 1,
              "list": [
                {"x": "y", "in": [null, true]},
                null
              ],
              "none": [],
              "no": null,
              "empty": {}
            }

            """
        #expect(String(decoding: json.buffer.bytes, as: UTF8.self) == expected)
    }
}
