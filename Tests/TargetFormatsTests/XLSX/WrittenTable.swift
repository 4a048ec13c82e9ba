import Foundation
import SourceText
import SpreadsheetML
import TargetFormats
import TargetModel

/// A table written as a workbook: the file, its parts, and what is left besides.
struct WrittenTable {
    /// The file.
    let bytes: [UInt8]
    /// What was left in the temporary folder.
    let leftovers: [String]

    /// Writes a table.
    ///
    /// - Throws: what writing throws.
    init(
        _ table: TargetTable,
        language: Language = .chinese,
        rowsPerSheet: Int = 1_048_575,
        hasIndicators: Bool = false,
        progress: (Double) -> Void = { _ in }
    ) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "yilan-\(UUID().uuidString)")
        let work = folder.appending(path: "work")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "written.xlsx")
        var options = WritingOptions()
        options.language = language
        options.created = 1_700_000_000
        options.hasIndicators = hasIndicators
        try XLSXWriter(rowsPerSheet: rowsPerSheet).write(
            table,
            options: options,
            toFileAt: path.path,
            temporaryFolder: ScratchSpace(at: work.path),
            progress: progress
        )
        bytes = try [UInt8](Data(contentsOf: path))
        leftovers = try FileManager.default.contentsOfDirectory(atPath: work.path)
    }

    /// The parts' names and texts, in the archive's order.
    ///
    /// - Throws: what reading throws.
    func parts() throws -> [(name: String, text: String)] {
        try ZIPArchive.withArchive(of: bytes) { archive throws(SpreadsheetError) in
            var parts: [(String, String)] = []
            for entry in archive.entries {
                var reader = try archive.open(entry)
                var text: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: 1 << 16)
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

    /// The names of the sheets, in the order of the tabs.
    ///
    /// - Throws: what reading throws.
    func sheetNames() throws -> [String] {
        try ZIPArchive.withArchive(of: bytes) { archive throws(SpreadsheetError) in
            try Workbook(archive).sheets.map(\.name)
        }
    }

    /// The texts of a sheet, row after row, as far as they are stored.
    ///
    /// - Throws: what reading throws.
    func texts(ofSheet index: Int) throws -> [[String]] {
        try ZIPArchive.withArchive(of: bytes) { archive throws(SpreadsheetError) in
            var workbook = try Workbook(archive)
            let cells = try workbook.cells(of: workbook.sheets[index], in: archive)
            return (0..<cells.rowCount).map { row in
                (0..<cells.cellCount(row: row)).map { cells.string(row: row, cell: $0) }
            }
        }
    }

    /// Reads the workbook back.
    ///
    /// - Throws: what the reader throws.
    func read() throws -> (table: TargetTable, findings: DiagnosticBag) {
        var findings = DiagnosticBag()
        let table = try XLSXReader().read(
            InputFile(name: "written.xlsx", bytes: bytes),
            options: .keepingLayout,
            reporting: &findings
        )
        return (table, findings)
    }
}
