import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Files that are not what their name says.
@Suite struct OtherFormatTests {
    private static let tsv = "一览表\n序号\t责任目标\t完成情况\n1\t甲,乙\t好\n"

    /// A small file of each kind.
    private static func file(_ kind: String) throws -> [UInt8] {
        switch kind {
        case "tsv": return Array(tsv.utf8)
        case "csv": return Array("序号,责任目标\r\n1,\"甲,乙\"\r\n".utf8)
        case "semicolons": return Array("序号;责任目标\r\n1;甲\r\n".utf8)
        case "json": return Array(try writeJSON(try readTSV(tsv).table).utf8)
        case "jsonl": return Array(try writeJSONLines(try readTSV(tsv).table).utf8)
        case "xlsx": return [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x93, 0xFF]
        case "pdf": return Array("%PDF-1.7\n".utf8) + [0xE2, 0xE3, 0xCF, 0xD3]
        case "xls", "encrypted":
            let name = kind == "xls" ? "Workbook" : "EncryptedPackage"
            return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
                + name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0] } + [0xFF]
        default: return Array("只是一段话，没有表头\n".utf8)
        }
    }

    private func findings(_ kind: String, readAs name: String) throws -> [Diagnostic] {
        let format = try #require(TargetFormat.named(name))
        let bytes = try Self.file(kind)
        var bag = DiagnosticBag()
        do throws(FormatError) {
            _ = try format.reader.read(
                InputFile(name: "table." + name, bytes: bytes),
                options: .keepingLayout,
                reporting: &bag
            )
            return bag.all
        } catch {
            return bag.all + error.findings.all
        }
    }

    /// What a file is, what it is read as, and what the hint says to read it from.
    @Test(arguments: [
        ("xlsx", "tsv", "xlsx"), ("xlsx", "csv", "xlsx"), ("xlsx", "json", "xlsx"),
        ("xlsx", "jsonl", "xlsx"), ("csv", "tsv", "csv"), ("semicolons", "tsv", "csv"),
        ("json", "tsv", "json"), ("json", "csv", "json"), ("json", "jsonl", "json"),
        ("jsonl", "tsv", "jsonl"), ("jsonl", "csv", "jsonl"), ("tsv", "json", "tsv"),
        ("csv", "json", "csv"), ("tsv", "jsonl", "tsv"), ("csv", "jsonl", "csv"),
        ("tsv", "xlsx", "tsv"), ("csv", "xlsx", "csv"), ("json", "xlsx", "json"),
        ("jsonl", "xlsx", "jsonl"),
    ])
    func aFileIsNamedForWhatItIs(kind: String, name: String, meant: String) throws {
        let found = try findings(kind, readAs: name)
        #expect(found.map(\.code) == [.otherFormat])
        #expect(found.first?.severity == .error)
        #expect(found.first?.file == "table." + name)
        #expect(found.first?.remedy == .format(meant))
    }

    @Test(arguments: ["tsv", "csv", "json", "jsonl"])
    func filesThatAreNotReadAreNamedToo(_ name: String) throws {
        #expect(try findings("xls", readAs: name).map(\.code) == [.unsupportedWorkbook])
        #expect(try findings("encrypted", readAs: name).map(\.code) == [.encryptedWorkbook])
        #expect(try findings("pdf", readAs: name).map(\.code) == [.otherFormat])
    }

    /// The tabs of CSV may be the official layout's, which is read and loses its layout.
    @Test func officialLayoutAsCSVIsOnlyANote() throws {
        let found = try findings("tsv", readAs: "csv")
        #expect(found.map(\.code) == [.otherFormat])
        #expect(found.map(\.severity) == [.note])
    }

    @Test(arguments: [("tsv", "no-header"), ("csv", "no-header"), ("xlsx", "not-a-workbook")])
    func whatNobodyKnowsIsNotGuessed(name: String, code: String) throws {
        #expect(try findings("prose", readAs: name).map(\.code.rawValue) == [code])
    }
}
