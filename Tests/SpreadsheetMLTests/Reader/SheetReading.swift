import SourceText
import SpreadsheetML
import TestSupport

/// Reads the first sheet of a workbook.
func cells(
    _ bytes: [UInt8],
    limits: ExpansionLimits = ExpansionLimits()
) throws(SpreadsheetError) -> SheetCells {
    try PackageKind.check(bytes)
    return try ZIPArchive.withArchive(of: bytes, limits: limits) {
        archive throws(SpreadsheetError) in
        var workbook = try Workbook(archive)
        guard let first = workbook.sheets.first else {
            throw SpreadsheetError(.damagedWorkbook, Wording(verbatim: "no sheet"))
        }
        return try workbook.cells(of: [(first, .all)], in: archive)[0]
    }
}

/// The texts of the first sheet's cells by their references, as `B7=text`, in order.
func texts(_ parts: WorkbookParts) throws(SpreadsheetError) -> [String] {
    texts(try cells(parts.bytes))
}

/// The texts of cells by their references, as `B7=text`, in order.
func texts(_ cells: SheetCells) -> [String] {
    (0..<cells.rowCount).flatMap { row in
        (0..<cells.cellCount(row: row)).compactMap { cell in
            let text = cells.string(row: row, cell: cell)
            return text.isEmpty ? nil : "\(cells.reference(row: row, cell: cell))=\(text)"
        }
    }
}

/// The code of what a piece of work throws; nil where it doesn't.
func code(_ work: () throws(SpreadsheetError) -> Void) -> FindingCode? {
    do {
        try work()
        return nil
    } catch {
        return error.code
    }
}
