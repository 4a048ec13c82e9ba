internal import DelimitedText
internal import SourceText
internal import TargetModel

extension RowReader {
    /// Whether a block has the columns of the table in their order, and its cells hold their texts as
    /// they stand.
    func isPlain(_ block: ColumnBlock) -> Bool {
        cells.merged.isEmpty && grid.quotedCells.isEmpty && block.parts.isEmpty
            && block.columns.elementsEqual(result.columns.indices)
    }

    /// Adds the target of a row of a plain block that begins at `cell`.
    ///
    /// It comes to what `addTarget` does, which asks more of each cell and was a fifth of writing CSV.
    mutating func addPlainTarget(
        _ row: Int,
        _ cell: Int,
        _ bytes: Span<UInt8>,
        index: Int,
        page: Int
    ) {
        finishTarget()
        let width = result.columns.count
        guard result.table.count + width <= cells.room.cells else {
            tooLargeRow = tooLargeRow ?? row
            return
        }
        let target = result.origins.count
        let all = grid.cells(inRow: row)
        let own = (all.lowerBound + cell)..<min(all.lowerBound + cell + width, all.upperBound)
        for cell in own {
            let text = CellText.trimmed(grid.range(ofCell: cell, inRow: row), of: bytes)
            result.table.append(TextRange(source: text))
        }
        for _ in own.count..<width { result.table.append(.empty) }
        finishAdding(target, row: row, index: index, page: page, isLeaderMerged: false)
    }
}
