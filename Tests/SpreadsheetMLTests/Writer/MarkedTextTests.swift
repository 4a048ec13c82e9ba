import Foundation
import SourceText
import TestSupport
import Testing

@testable import SpreadsheetML

/// Texts of which pieces look otherwise.
@Suite struct MarkedTextTests {
    private static let look = CellFormat(font: "仿宋", size: 10.5)

    /// The texts of the first column, and the workbook's shared strings as XML.
    private func written(_ rows: [[(text: String, isMarked: Bool)]]) throws -> (
        texts: [String], xml: String
    ) {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let scratch = folder.appending(path: "scratch")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var writer = try WorkbookWriter(
            temporaryFolder: ScratchSpace(at: scratch.path),
            properties: .init(title: "", company: "", created: 1_700_000_000)
        )
        let plain = try writer.style(Self.look)
        let marked = try writer.style(
            Self.look.with {
                $0.isStruck = true
                $0.color = 0x9C0006
            }
        )
        let sheet = try writer.addSheet(named: "一")
        for (row, pieces) in rows.enumerated() {
            try writer.write(
                pieces.map { TextPiece($0.text, $0.isMarked ? marked : plain) },
                at: CellPosition(row: row, column: 0),
                of: sheet,
                plain
            )
        }
        let path = folder.appending(path: "a.xlsx").path
        try writer.finish(at: path)
        let archive = try ZIPArchive(path: path)
        var workbook = try Workbook(archive)
        let cells = try workbook.cells(of: workbook.sheets[0], in: archive)
        let texts = (0..<cells.rowCount).map { cells.string(row: $0, cell: 0) }
        let part = try #require(archive.entries.first { $0.name == "xl/sharedStrings.xml" })
        var reader = try archive.open(part)
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        let count = try reader.read(into: &piece)
        return (texts, String(decoding: piece[..<count], as: UTF8.self))
    }

    /// Read again, struck-out pieces don't count beside others.
    @Test func piecesMakeUpTheText() throws {
        let rows = [
            [("完成", false), ("80", true), ("%", false)], [(" 前后 ", true), (" 有空格 ", false)],
            [("<&>", true), ("\"'", false)], [("_x0041_", false), ("甲\u{1}", true)],
            [("", true), ("只有一段", true), ("", false)],
        ]
        let (texts, xml) = try written(rows)
        #expect(texts == ["完成%", " 有空格 ", "\"'", "_x0041_", "只有一段"])
        // Each piece of the first four rows has a run of its own.
        #expect(xml.matches(of: /<r>/).count == 9)
        #expect(xml.contains("<strike/>"))
    }

    /// The library counts the marks as text.
    @Test func aTextThatIsTooLongForMarksIsWrittenWithoutThem() throws {
        let pieces = (0..<200).map { ("完成\($0)", $0 % 2 == 0) }
        let (texts, xml) = try written([pieces])
        #expect(texts == [pieces.map(\.0).joined()])
        #expect(!xml.contains("<r>"))
    }
}
