internal import DelimitedText
internal import SourceText
internal import TargetModel

extension RowReader {
    /// Reports text beyond the header, or under a cell of the header that is blank.
    func reportText(
        outsideBlocksOf page: Page,
        except literalRows: Set<Int>,
        _ diagnostics: inout DiagnosticBag
    ) {
        var labelled = [Bool](repeating: false, count: page.width)
        for block in page.blocks {
            for (offset, column) in block.columns.enumerated() where column >= 0 {
                let cell = block.cell + offset
                if cell < labelled.count { labelled[cell] = true }
            }
        }
        let isFull = labelled.allSatisfy { $0 }
        // In a sheet no separator moves cells: there it is a column that somebody added, such as
        // the index of a program, and one finding for it is enough.
        let isSheet = cells.place != nil
        var found: Set<Int> = []
        for row in page.rows {
            let range = grid.cells(inRow: row)
            guard range.count > page.width || !isFull, !literalRows.contains(row) else { continue }
            for cell in 0..<range.count where cell >= page.width || !labelled[cell] {
                guard !cells.isBlank(cell: range.lowerBound + cell, inRow: row) else { continue }
                if isSheet, !found.insert(cell).inserted { continue }
                diagnostics.report(.error) {
                    cells.at(
                        .textBeyondHeader(cell + 1, width: page.width),
                        row: row,
                        cell: cell
                    )
                }
            }
        }
    }

    /// The first cell of a row, or of its block, that isn't blank: from 0 within the row.
    func firstFilled(inRow row: Int, of block: ColumnBlock? = nil) -> Int {
        let range = grid.cells(inRow: row)
        let span = block?.cells ?? 0..<range.count
        return span.first { cell in
            cell < range.count && !cells.isBlank(cell: range.lowerBound + cell, inRow: row)
        } ?? span.lowerBound
    }
}
