import ContentDigest
import SourceText
import TargetFormats
import TargetModel
import Testing

/// What is kept of a text file.
@Suite struct InputTextTests {
    static let encodings = TextEncoding.CharacterSet.allCases.flatMap { set in
        [TextEncoding(set), TextEncoding(set, byteOrderMark: true)]
    }.filter { encoding in
        // Without a mark, UTF-16 has to be named.
        encoding.characterSet == .utf8 || encoding.characterSet == .gb18030
            || !encoding.byteOrderMark.isEmpty
    }
    private static let text = "序号\t市政府领导\t责任目标\n1\t甲某\t新建公园\n2\t\t修路\n"

    /// The digest is that of the file, mark included, whoever else has its bytes; the texts are the same.
    @Test(arguments: encodings, [1, 6_000])
    func theDigestIsThatOfTheFile(encoding: TextEncoding, times: Int) throws {
        // Of more than a megabyte, another core makes the digest.
        let objective = String(repeating: "修桥", count: 50)
        let rows = (3..<(3 + times)).map { "\($0)\t乙某\t\(objective)\n" }.joined()
        let bytes = try encoding.encode(Array((Self.text + rows).utf8))
        var options = ReadingOptions()
        options.keepsLayout = true
        var findings = DiagnosticBag()
        let table = try TargetFormat.tsv.reader.read(
            InputFile(name: "a.tsv", bytes: bytes),
            options: options,
            reporting: &findings
        )
        #expect(table.document.sha256 == SHA256.hexDigest(of: bytes))
        #expect(table.document.encoding == encoding.name)
        #expect(table.count == 2 + times)
        #expect(table.string(0, .leader) == "甲某")
        #expect(try encoding.encode(table.text.source) == bytes)
    }

    /// A file that can't be read as what its name says is told by its bytes, mark included.
    @Test(arguments: encodings.filter { $0.characterSet != .gb18030 || $0.byteOrderMark.isEmpty })
    func aFileOfAnotherFormatIsNamed(encoding: TextEncoding) throws {
        let page = "<html><table><tr><td>甲</td></tr></table></html>"
        let bytes = try encoding.encode(Array(page.utf8))
        var findings = DiagnosticBag()
        let error = #expect(throws: FormatError.self) {
            try TargetFormat.csv.reader.read(
                InputFile(name: "a.csv", bytes: bytes),
                options: ReadingOptions(),
                reporting: &findings
            )
        }
        #expect(error?.findings.all.first?.code == .otherFormat)
    }
}
