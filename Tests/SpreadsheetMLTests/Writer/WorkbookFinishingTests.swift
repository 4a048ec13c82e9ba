import Foundation
import SourceText
import TestSupport
import Testing

@testable import SpreadsheetML

/// Nothing but a whole workbook passes for one.
@Suite struct WorkbookFinishingTests {
    private static func sample() throws -> [UInt8] {
        try WrittenWorkbook { workbook, sheet throws(WorkbookError) in
            let style = try workbook.style(CellFormat(font: "仿宋", size: 11))
            try workbook.withRows(of: sheet) { rows throws(WorkbookError) in
                for row in 0..<200 {
                    try rows.beginRow(row, height: 20)
                    try rows.text("目标\(row)", column: 0, style)
                }
            }
        }.bytes
    }

    private static func check(_ bytes: [UInt8], sheetCount: Int = 1) throws -> String? {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "yilan-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: path) }
        try Data(bytes).write(to: path)
        do throws(WorkbookError) {
            _ = try WorkbookVerification(sheetCount: sheetCount).wholeParts(of: path.path)
            return nil
        } catch {
            guard case .damagedOutput(let part) = error.problem else { return "?" }
            return part
        }
    }

    @Test func wholeWorkbookPasses() throws {
        #expect(try Self.check(Self.sample()) == nil)
    }

    @Test func cutWorkbookDoesNot() throws {
        let bytes = try Self.sample()
        for end in stride(from: 0, to: bytes.count, by: 97) {
            #expect(try Self.check(Array(bytes[..<end])) != nil, "cut at \(end)")
        }
    }

    @Test func changedBytesAreFound() throws {
        let bytes = try Self.sample()
        var found = 0
        for index in stride(from: 0, to: bytes.count, by: 61) {
            var changed = bytes
            changed[index] ^= 0x10
            if try Self.check(changed) != nil { found += 1 }
        }
        // Times, versions and the like in the archive's own records are not checked by anybody.
        #expect(found * 10 > bytes.count / 61 * 8, "\(found) of \(bytes.count / 61)")
    }

    @Test func missingSheetIsFound() throws {
        #expect(try Self.check(Self.sample(), sheetCount: 2) == "xl/worksheets/sheet2.xml")
    }

    @Test func partThatEndsTooEarlyIsFound() throws {
        // As where the disk fills while libxlsxwriter writes a part: the checksum fits.
        let bytes = try Self.sample()
        let sheet = "xl/worksheets/sheet1.xml"
        let parts = try Self.parts(of: bytes).map { name, text in
            (name, name == sheet ? String(text.prefix(text.count / 2)) : text)
        }
        #expect(try Self.check(Archive(parts).bytes()) == sheet)
        #expect(try Self.check(Archive(Self.parts(of: bytes)).bytes()) == nil)
    }

    private static func parts(of bytes: [UInt8]) throws -> [(String, String)] {
        try ZIPArchive.withArchive(of: bytes) { archive throws(SpreadsheetError) in
            var parts: [(String, String)] = []
            for entry in archive.entries {
                var reader = try archive.open(entry)
                var text: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: 4096)
                while true {
                    let count = try reader.read(into: &piece)
                    if count == 0 { break }
                    text += piece[..<count]
                }
                parts.append((entry.name, String(decoding: text, as: UTF8.self)))
            }
            return parts
        }
    }

    @Test func pathThatCannotBeWrittenIsAnError() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "yilan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: WorkbookError(.cannotWrite(system: ENOENT))) {
            var workbook = try WorkbookWriter(
                temporaryFolder: ScratchSpace(at: folder.path),
                properties: .init(title: "", company: "", created: 1)
            )
            _ = try workbook.addSheet(named: "甲")
            try workbook.finish(at: folder.appending(path: "missing/file.xlsx").path)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        #expect(throws: WorkbookError(.cannotWrite(system: ENOENT))) {
            _ = try WorkbookWriter(
                temporaryFolder: ScratchSpace(at: folder.appending(path: "missing").path),
                properties: .init(title: "", company: "", created: 1)
            )
        }
    }

    @Test(arguments: [[], ["x"], ["a/b"], ["甲"], ["History\u{0}"]] as [[String]])
    func namesOfSheetsAreChecked(names: [String]) throws {
        for name in names {
            #expect(throws: WorkbookError.self) {
                _ = try WrittenWorkbook { workbook, _ throws(WorkbookError) in
                    _ = try workbook.addSheet(named: name == "x" ? "甲" : name)
                }
            }
        }
    }

    @Test func hiddenSheetsAndNamesOfRangesArePutRight() throws {
        let written = try WrittenWorkbook { workbook, _ throws(WorkbookError) in
            let sheet = try workbook.addSheet(named: "A1")
            var page = PageSetup()
            page.repeatedRows = 0...0
            try workbook.setPage(page, of: sheet)
            workbook.hideDeeply(try workbook.addSheet(named: "yilan"))
        }
        let xml = try written.part("xl/workbook.xml")
        #expect(xml.contains("<sheet name=\"yilan\" sheetId=\"3\" state=\"veryHidden\""))
        #expect(xml.contains(">'A1'!$1:$1</definedName>"), "\(xml)")
    }
}
