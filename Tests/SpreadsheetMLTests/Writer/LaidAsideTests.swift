import CLibzip
import Foundation
import Glibc
import SourceText
import TestSupport
import Testing

@testable import SpreadsheetML

/// What a large workbook has no room for in memory is the same when it comes back from a file, and an
/// error where it doesn't.
@Suite struct LaidAsideTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "yilan-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func keeping(_ bytes: Int) -> PieceKeeping {
        PieceKeeping(inMemory: bytes, folder: ScratchSpace(at: folder.path))
    }

    /// Three megabytes of texts, so that they recur out of pieces that were laid aside.
    @Test(arguments: [0, 1 << 20, 1 << 30])
    func textsHaveTheNumberOfTheirFirstAppearance(inMemory: Int) throws {
        var random = SplitMix64(seed: 7)
        let packed = BackgroundStretch(BackgroundDeflating(keeping: keeping(inMemory)))
        var table = SharedStringTable(packing: packed, keeping: keeping(inMemory))
        var texts: [[UInt8]] = []
        for round in 0..<4000 {
            let isNew = texts.isEmpty || Bool.random(using: &random)
            let expected = isNew ? texts.count : Int.random(in: 0..<texts.count, using: &random)
            if isNew {
                texts.append(
                    Array("\(round)".utf8) + Array(repeating: UInt8(ascii: "x"), count: 1500)
                )
            }
            let text = texts[expected]
            let number = table.number(of: text.span)
            #expect(number == expected)
        }
        #expect(table.count == texts.count)
        let count = texts.reduce(0) { $0 + "<si><t></t></si>".utf8.count + $1.count }
        table.end()
        #expect(try table.result().expandedCount == count)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        try FileManager.default.removeItem(at: folder)
    }

    @Test func whatIsLostIsAnError() throws {
        let stretch = BackgroundStretch(BackgroundDeflating(keeping: keeping(0)))
        var random = SplitMix64(seed: 1)
        stretch.append((0..<(1 << 18)).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) })
        stretch.end()
        let packed = try stretch.result()
        try Self.emptyScratchFile(in: folder)

        let error = try Self.errorOfWriting(packed, to: folder.appending(path: "file.zip").path)
        #expect(error.library == ZIP_ER_READ)
        #expect(error.system == EIO)
        try FileManager.default.removeItem(at: folder)
    }

    /// What libzip says where it can't write an archive of one part; its numbers are 0 where it can.
    private static func errorOfWriting(
        _ packed: DeflatedBytes,
        to path: String
    ) throws -> (library: Int32, system: Int32) {
        let opened = unsafe zip_open(path, ZIP_CREATE, nil)
        let archive = try unsafe #require(opened)
        let source = unsafe PieceSource(packed).source()
        _ = unsafe zip_file_add(archive, "part", source, 0)
        guard unsafe zip_close(archive) != 0 else { return (0, 0) }
        defer { unsafe zip_discard(archive) }
        let error = unsafe zip_get_error(archive)
        return (
            library: unsafe zip_error_code_zip(error),
            system: unsafe zip_error_code_system(error)
        )
    }

    /// Takes its bytes out of the file without a name that was made in a folder.
    private static func emptyScratchFile(in folder: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        let path = try #require(
            files.map { "/proc/self/fd/" + $0 }.first {
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: $0)
                return target?.hasPrefix(folder.path + "/scratch") == true
            }
        )
        let status = unsafe truncate(path, 0)
        #expect(status == 0)
    }
}
