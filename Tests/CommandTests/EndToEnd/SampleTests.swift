import Foundation
import SpreadsheetML
import TestSupport
import Testing

/// The sample's outputs stand beside it, for people to look at and for this to compare with.
///
/// `UPDATE_GOLDEN=1` writes them anew, and fails, so that nobody takes it for a test.
@Suite struct SampleTests {
    private static let name = "heze-2023"
    private static let samples = SampleTable.url.deletingLastPathComponent()

    private func made(_ fileExtension: String) throws -> [UInt8] {
        let folder = try WorkFolder()
        try folder.write(SampleTable.bytes(), to: Self.name + ".tsv")
        let output = "made." + fileExtension
        let run = try YilanProgram.run(
            ["convert", Self.name + ".tsv", "-o", output],
            in: folder,
            environment: ["SOURCE_DATE_EPOCH": "1704067200", "LC_ALL": "zh_CN.UTF-8"]
        )
        try #require(run.status == 0, "\(run.errorText)")
        return try folder.bytes(of: output)
    }

    private func expected(_ fileExtension: String, made: [UInt8]) throws -> [UInt8] {
        let url = Self.samples.appending(path: "\(Self.name).\(fileExtension)")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            try Data(made).write(to: url)
            Issue.record("updated \(url.lastPathComponent); review the diff, then run again")
        }
        return try [UInt8](Data(contentsOf: url))
    }

    @Test(arguments: ["csv", "json", "jsonl"])
    func textIsTheReviewedOne(_ fileExtension: String) throws {
        let made = try made(fileExtension)
        #expect(try expected(fileExtension, made: made) == made)
    }

    /// How well the parts are packed is the compressor's affair; what they say isn't.
    @Test func workbookIsTheReviewedOne() throws {
        let made = try made("xlsx")
        let expected = try parts(of: expected("xlsx", made: made))
        let found = try parts(of: made)
        #expect(found.keys.sorted() == expected.keys.sorted())
        for (part, text) in found { #expect(text == expected[part], "\(part)") }
    }

    private func parts(of workbook: [UInt8]) throws -> [String: String] {
        try ZIPArchive.withArchive(of: workbook) { archive throws(SpreadsheetError) in
            var parts: [String: String] = [:]
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            for entry in archive.entries {
                var reader = try archive.open(entry)
                var bytes: [UInt8] = []
                while case let count = try reader.read(into: &piece), count > 0 {
                    bytes += piece[..<count]
                }
                // So are the sealed pieces of the hidden sheet.
                parts[entry.name] = String(decoding: bytes, as: UTF8.self)
                    .replacing(/[\u{2800}-\u{28FF}]+/, with: "⠿")
            }
            return parts
        }
    }
}
