import Foundation
import SourceText
import SpreadsheetML
import TestSupport
import Testing

/// Archives that are broken, cut, or say what is not so.
@Suite struct ZIPArchiveTests {
    private static let parts = Archive([
        ("a.txt", String(repeating: "一览", count: 2_000)), ("b/c.xml", "<a/>"), ("empty", ""),
    ])

    private func entry(
        _ bytes: [UInt8],
        _ index: Int,
        limits: ExpansionLimits = ExpansionLimits()
    ) throws(SpreadsheetError) -> [UInt8] {
        try ZIPArchive.withArchive(of: bytes, limits: limits) { archive throws(SpreadsheetError) in
            try archive.open(archive.entries[index]).content(inPiecesOf: 100)
        }
    }

    @Test(arguments: [false, true])
    func entriesAreReadInPieces(isStored: Bool) throws {
        let bytes = Self.parts.bytes(isStored: isStored)
        for (index, part) in Self.parts.entries.enumerated() {
            #expect(try entry(bytes, index) == part.content)
        }
        let names = try ZIPArchive.withArchive(of: bytes) { archive throws(SpreadsheetError) in
            try archive.verify()
            return archive.entries.map(\.name)
        }
        #expect(names == ["a.txt", "b/c.xml", "empty"])
    }

    @Test func filesAreOpenedByPath() throws {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "一览.zip")
        try Data(Self.parts.bytes()).write(to: url)
        let archive = try ZIPArchive(path: url.path(percentEncoded: false))
        try archive.verify()
        let (count, isInconsistent) = (archive.entries.count, archive.isInconsistent)
        #expect(count == 3)
        #expect(!isInconsistent)
        #expect(
            code { () throws(SpreadsheetError) in
                _ = try ZIPArchive(path: folder.url.appending(path: "none.zip").path())
            } == .unreadableFile
        )
    }

    @Test func limitsAreKept() throws {
        let bytes = Self.parts.bytes()
        let size = Self.parts.entries[0].content.count
        #expect(try entry(bytes, 0, limits: ExpansionLimits(perEntry: size)).count == size)
        for limits in [
            ExpansionLimits(perEntry: size - 1), ExpansionLimits(perEntry: size, total: size - 1),
        ] {
            #expect(
                code { () throws(SpreadsheetError) in _ = try entry(bytes, 0, limits: limits) }
                    == .workbookTooLarge
            )
        }
        #expect(
            code { () throws(SpreadsheetError) in
                let limits = ExpansionLimits(perEntry: size, total: size + 3)
                try ZIPArchive.withArchive(of: bytes, limits: limits) {
                    archive throws(SpreadsheetError) in
                    try archive.verify()
                }
            } == .workbookTooLarge
        )
    }

    /// Each byte of an archive is changed; what is read is the content, or an error.
    @Test(arguments: [false, true])
    func noChangedByteIsReadInSilence(isStored: Bool) {
        let bytes = Archive([("a", "一二三四五六七八九十"), ("b", "<a/>")]).bytes(isStored: isStored)
        let contents = [Array("一二三四五六七八九十".utf8), Array("<a/>".utf8)]
        for index in bytes.indices {
            for bit in [0x01, 0x80] as [UInt8] {
                var changed = bytes
                changed[index] ^= bit
                let read = try? ZIPArchive.withArchive(of: changed) {
                    archive throws(SpreadsheetError) in
                    try archive.verify()
                    return archive.entries.count
                }
                guard let read else { continue }
                for entry in 0..<min(read, 2) {
                    #expect(
                        (try? self.entry(changed, entry)).map { contents.contains($0) } ?? true,
                        "byte \(index) ^ \(bit)"
                    )
                }
            }
        }
    }

    @Test func noCutArchiveIsReadInSilence() {
        let bytes = Self.parts.bytes()
        for length in bytes.indices {
            #expect(
                code { () throws(SpreadsheetError) in
                    try ZIPArchive.withArchive(of: Array(bytes[..<length])) {
                        archive throws(SpreadsheetError) in
                        try archive.verify()
                    }
                } != nil
            )
        }
    }
}
