import Foundation
import SourceText
import SpreadsheetML

/// A workbook that a test writes, as bytes and as what a reader makes of it.
struct WrittenWorkbook {
    /// The file.
    let bytes: [UInt8]
    /// What was left in the temporary folder.
    let leftovers: [String]

    /// Writes a workbook with one sheet, `甲`, that `fill` fills.
    ///
    /// - Throws: what `fill` and writing throw.
    init(
        _ fill: (inout WorkbookWriter, WrittenSheet) throws(WorkbookError) -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "yilan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let work = folder.appending(path: "work")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        let path = folder.appending(path: "written.xlsx")
        var workbook = try WorkbookWriter(
            temporaryFolder: ScratchSpace(at: work.path),
            properties: .init(title: "标题", company: "", created: 1_700_000_000)
        )
        let sheet = try workbook.addSheet(named: "甲")
        try fill(&workbook, sheet)
        try workbook.finish(at: path.path)
        bytes = try [UInt8](Data(contentsOf: path))
        leftovers = try FileManager.default.contentsOfDirectory(atPath: work.path)
    }

    /// The text of a part.
    ///
    /// - Throws: what reading throws, or `CocoaError` where there is no such part.
    func part(_ name: String) throws -> String {
        try ZIPArchive.withArchive(of: bytes) { archive throws(SpreadsheetError) in
            guard let entry = archive.entries.first(where: { $0.name == name }) else { return "" }
            var reader = try archive.open(entry)
            var text: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = try reader.read(into: &piece)
                if count == 0 { break }
                text += piece[..<count]
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// The texts of a sheet (from 0), row after row, as the project's reader reads them.
    ///
    /// - Throws: what reading throws.
    func texts(ofSheet sheet: Int = 0) throws -> [[String]] {
        try ZIPArchive.withArchive(of: bytes) { archive throws(SpreadsheetError) in
            var workbook = try Workbook(archive)
            let cells = try workbook.cells(of: workbook.sheets[sheet], in: archive)
            return (0..<cells.rowCount).map { row in
                (0..<cells.cellCount(row: row)).map { cells.string(row: row, cell: $0) }
            }
        }
    }

    /// The names of the sheets, as the project's reader reads them.
    ///
    /// - Throws: what reading throws.
    func sheetNames() throws -> [String] {
        try ZIPArchive.withArchive(of: bytes) { archive throws(SpreadsheetError) in
            try Workbook(archive).sheets.map(\.name)
        }
    }
}
