import JSONText
import TestSupport
import Testing

@testable import TargetFormats

@Suite struct CellJSONTests {
    @Test func chunksJoinToTheWhole() {
        var random = SplitMix64(seed: 3)
        let pieces = [
            "中", "a", " ", "\"", ",", "=", "_x0041_", "\\u005f", "😀", "\u{3000}", "\\\\", "-",
        ]
        for _ in 0..<300 {
            let json = Array(random.text(of: pieces, upTo: 200).utf8)
            let chunks = CellJSON.chunks(json, units: 20)
            #expect(chunks.flatMap(\.self) == json)
            for chunk in chunks {
                #expect(chunk.count <= 20)
                #expect(String(validating: chunk, as: UTF8.self) != nil)
            }
        }
    }

    @Test func chunksAreCutWhereProgramsChangeNothing() {
        let json = Array(String(repeating: "{\"a b\": \"=1 +2\"}, ", count: 40).utf8)
        let chunks = CellJSON.chunks(json, units: 50)
        #expect(chunks.count > 10)
        for (chunk, next) in zip(chunks, chunks.dropFirst()) {
            #expect(chunk.last != 0x20 && next.first != 0x20)
            #expect(!"=+-@'".utf8.contains(next[0]))
        }
    }

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
