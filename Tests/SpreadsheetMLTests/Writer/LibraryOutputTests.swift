import Glibc
import Testing

@testable import SpreadsheetML

/// What libxlsxwriter writes comes without a file.
@Suite struct LibraryOutputTests {
    /// The program that runs the tests has the functions under the library's names, as `yilan` has.
    @Test func theLibraryAsksForThem() {
        #expect(LibraryOutput.isAsked)
    }

    @Test func aFileInMemoryIsReadAndWrittenAnywhere() {
        guard let file = unsafe temporaryFile(nil) else {
            Issue.record("no file")
            return
        }
        defer { unsafe fclose(file) }
        let text = String(repeating: "一览", count: 5_000)
        unsafe fputs(text, file)
        let end = unsafe ftell(file)
        #expect(end == text.utf8.count)
        unsafe fseek(file, 3, SEEK_SET)
        unsafe fputs("表", file)
        unsafe fseek(file, 0, SEEK_END)
        unsafe fputs("。", file)
        // There is nothing before the beginning.
        let status = unsafe fseek(file, -1, SEEK_SET)
        #expect(status != 0)
        unsafe rewind(file)
        var bytes = [UInt8](repeating: 0, count: text.utf8.count + 10)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        let wanted = "一表" + text.dropFirst(2) + "。"
        #expect(Array(bytes[..<count]) == Array(wanted.utf8))
    }

    @Test func aWorkbookThatNobodyWaitsForIsRefused() {
        let isOpened = unsafe openArchive("/nowhere.xlsx", 0) != nil
        let written = writePart(nil, nil, 0)
        let closed = closeArchive(nil, nil)
        #expect(!isOpened)
        #expect(written != 0)
        #expect(closed != 0)
    }

    @Test func partsComeInTheirOrder() {
        let output = LibraryOutput(ofWorkbookAt: "/somewhere.xlsx")
        let archive = unsafe openArchive("/somewhere.xlsx", 0)
        for (name, pieces) in [("b", ["x", "yz"]), ("a", []), ("c", ["1"])] {
            let begun = unsafe beginPart(
                archive,
                name,
                nil,
                nil,
                0,
                nil,
                0,
                nil,
                8,
                -1,
                0,
                -15,
                8,
                0,
                nil,
                0,
                0,
                0,
                0
            )
            #expect(begun == 0)
            for piece in pieces {
                let written = unsafe writePart(archive, piece, UInt32(piece.utf8.count))
                #expect(written == 0)
            }
            let ended = unsafe endPart(archive)
            #expect(ended == 0)
        }
        let closed = unsafe closeArchive(archive, nil)
        #expect(closed == 0)
        let parts = output.take().map { $0.name + "=" + String(decoding: $0.bytes, as: UTF8.self) }
        #expect(parts == ["b=xyz", "a=", "c=1"])
        let isOpened = unsafe openArchive("/somewhere.xlsx", 0) != nil
        #expect(!isOpened)
    }
}
