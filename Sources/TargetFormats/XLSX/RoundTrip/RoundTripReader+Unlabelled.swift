internal import SourceText
internal import SpreadsheetML
internal import TableLayout

extension RoundTripReader {
    /// Names each column that holds text beside targets but has no label: it is left out.
    ///
    /// - Complexity: O(n) in the cells of the rows that reach beyond the labels.
    mutating func reportUnlabelled() {
        for (index, returned) in sheets.enumerated() {
            let sheet = returned.sheet
            let width = sheet.cellCount(row: returned.header)
            let blank = (0..<width).filter { isBlank(sheet, row: returned.header, $0) }
            // What was found to be a column of the table has lost its label only.
            var found = Set(returned.cells.compactMap(\.self))
            for row in rows where row.sheet == index {
                let count = sheet.cellCount(row: row.row)
                guard count > width || !blank.isEmpty else { continue }
                for cell in blank + Array(width..<max(width, count))
                where !found.contains(cell) && !isBlank(sheet, row: row.row, cell) {
                    found.insert(cell)
                    bag.report(place(.unlabelledText(cell + 1), row, cell))
                }
            }
        }
    }

    private func isBlank(_ sheet: SheetCells, row: Int, _ cell: Int) -> Bool {
        guard let range = sheet.range(row: row, cell: cell) else { return true }
        return CellText.trimmed(sheet.bytes[range]).isEmpty
    }
}
