internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Which cells of merged ranges stand for the text at the top.
enum MergedCells {
    /// The cells of a sheet that take the text of the merged range they are in, row by row.
    ///
    /// Rows of the recognition are the sheet's. Only ranges that go down count: one that goes to
    /// the right is a title, a section or a group of labels. A row that its serial is merged into,
    /// too, goes on with the target above it, and takes nothing.
    /// - Throws: `damaged-workbook` where ranges overlap.
    /// - Complexity: O(n) in the rows of the ranges.
    static func fills(
        in sheet: SheetCells,
        as recognition: Recognition
    ) throws(SpreadsheetError) -> [CellFill] {
        guard !sheet.merges.isEmpty else { return [] }
        var fills: [CellFill] = []
        for merge in try sheet.tallMerges() {
            let top = sheet.firstRow(from: merge.first.row)
            let cell = merge.first.column - 1
            guard top < sheet.rowCount, Int(sheet.rowNumbers[top]) == merge.first.row,
                let text = sheet.range(row: top, cell: cell), !text.isEmpty,
                let page = recognition.pages.first(where: { $0.rows.contains(top) }),
                let block = page.blocks.first(where: { $0.cells.contains(cell) }),
                let serial = block.fields.firstIndex(of: .serial), block.cell + serial != cell
            else { continue }
            let end = min(sheet.firstRow(from: merge.last.row + 1), page.rows.upperBound)
            for row in (top + 1)..<max(top + 1, end) {
                let isTarget = sheet.range(row: row, cell: block.cell + serial).map { !$0.isEmpty }
                let isFree = sheet.range(row: row, cell: cell).map(\.isEmpty)
                guard isTarget ?? false, isFree ?? true else { continue }
                fills.append(CellFill(row: row, cell: cell, text: text))
            }
        }
        return fills.sorted { ($0.row, $0.cell) < ($1.row, $1.cell) }
    }
}
