import JSONText
import Testing

@testable import TargetFormats

@Suite struct CellJSONTests {
    private static let json = """
        {
          "a b": [1, 2.5, null, true],
          "引号": "他说\\"好\\\\\\"。\\n_x0041_ \u{7F}\u{FFFE} \\u005fx",
          "": {}
        }
        """

    private static func compacted(_ pieces: ArraySlice<UInt8>...) -> [UInt8] {
        var compacted = CompactedJSON()
        for piece in pieces { compacted.take(Array(piece)) }
        return compacted.bytes
    }

    /// Wherever it is cut: in a string, behind a backslash, within a character.
    @Test func piecesComeToTheWhole() {
        let json = Array(Self.json.utf8)
        let whole = Self.compacted(json[...])
        for cut in 0...json.count {
            #expect(Self.compacted(json[..<cut], json[cut...]) == whole, "\(cut)")
            let second = min(json.count, cut + 3)
            #expect(Self.compacted(json[..<cut], json[cut..<second], json[second...]) == whole)
        }
    }

    @Test func compactedJSONSaysTheSame() throws {
        let json = Self.json
        let compacted = Self.compacted(Array(json.utf8)[...])
        let text = String(decoding: compacted, as: UTF8.self)
        #expect(text.hasPrefix("{\"a b\":[1,2.5,null,true],\"引号\":\"他说"))
        #expect(text.contains("\\u005fx0041_ \\u007f\\ufffe \\u005fx"))
        let one = try #require(JSONDocument(parsing: Array(json.utf8)).root)
        let other = try #require(JSONDocument(parsing: compacted).root)
        #expect(one["引号"]?.string == other["引号"]?.string)
        #expect(other["引号"]?.string == "他说\"好\\\"。\n_x0041_ \u{7F}\u{FFFE} _x")
    }
}
