import JSONText
import Testing

@testable import TargetFormats

@Suite struct CellJSONTests {
    @Test func compactedJSONSaysTheSame() throws {
        let json = """
            {
              "a b": [1, 2.5, null, true],
              "引号": "他说\\"好\\\\\\"。\\n_x0041_ \u{7F}\u{FFFE} \\u005fx",
              "": {}
            }
            """
        let compacted = CellJSON.compacted(Array(json.utf8))
        let text = String(decoding: compacted, as: UTF8.self)
        #expect(text.hasPrefix("{\"a b\":[1,2.5,null,true],\"引号\":\"他说"))
        #expect(text.contains("\\u005fx0041_ \\u007f\\ufffe \\u005fx"))
        let one = try #require(JSONDocument(parsing: Array(json.utf8)).root)
        let other = try #require(JSONDocument(parsing: compacted).root)
        #expect(one["引号"]?.string == other["引号"]?.string)
        #expect(other["引号"]?.string == "他说\"好\\\"。\n_x0041_ \u{7F}\u{FFFE} _x")
    }
}
