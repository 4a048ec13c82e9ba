import TestSupport
import Testing

@testable import YilanCommand

/// Names that are no text.
@Suite struct FilePathBytesTests {
    /// "测试.tsv" and the like, as file servers of old have them.
    private static let gbk: [(bytes: [UInt8], shown: String)] = [
        ([0xB2, 0xE2, 0xCA, 0xD4, 0x2E, 0x74, 0x73, 0x76], "测试.tsv"),
        // Its first two bytes are also "û" in UTF-8.
        ([0xC3, 0xBB, 0xD3, 0xD0, 0x2E, 0x63, 0x73, 0x76], "没有.csv"),
        // The second byte of "乗" is a backslash.
        ([0x81, 0x5C, 0x2E, 0x74, 0x73, 0x76], "乗.tsv"),
        ([0x72, 0xE9, 0x73, 0x75, 0x6D, 0xE9], "r\\xE9sum\\xE9"),
    ]

    @Test(arguments: gbk) func areShownAsWhatTheyMostLikelySay(name: [UInt8], shown: String) {
        let text = FilePath.text(of: name)
        #expect(FilePath.shown(text) == shown)
        #expect(FilePath.shown("表/" + text + ": x") == "表/" + shown + ": x")
        #expect(FilePath.bytes(of: text) == name)
    }

    @Test(arguments: ["a.tsv", "表/菏泽.tsv", "", "é", "\u{10FFFF}"])
    func namesThatAreTextStayAsTheyAre(name: String) {
        #expect(FilePath.text(of: Array(name.utf8)).utf8.elementsEqual(name.utf8))
        #expect(FilePath.shown(name) == name)
    }

    @Test(arguments: 0..<300) func everyPathComesBackAndNoTwoAreOne(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        // The last ones are the parts of the characters that stand for bytes.
        let bytes: [UInt8] = [0x2F, 0x41, 0x81, 0xC3, 0xBB, 0xE6, 0xFF, 0xF4, 0x8F, 0xBA, 0x80]
        let paths = (0..<20).map { _ in
            (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                bytes.randomElement(using: &generator) ?? 0
            }
        }
        let texts = paths.map(FilePath.text)
        #expect(texts.map(FilePath.bytes) == paths, "seed \(seed)")
        #expect(Set(texts.map { Array($0.utf8) }).count == Set(paths).count, "seed \(seed)")
        for (path, text) in zip(paths, texts) {
            #expect(FilePath.bytes(of: FilePath.name(of: text)) == Self.name(of: path))
        }
    }

    private static func name(of path: [UInt8]) -> [UInt8] {
        var path = path
        while path.count > 1, path.last == 0x2F { path.removeLast() }
        return Array(path.split(separator: 0x2F, omittingEmptySubsequences: false).last ?? [])
    }
}
