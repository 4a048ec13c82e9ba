package import SourceText

extension Grid {
    /// Makes a grid of cells that stand anywhere in the bytes: two cells may be the same bytes.
    ///
    /// `cells` are the cells' bytes, row after row; `rowStarts` is the index of each row's first cell
    /// and, behind them, the count of cells. Rows have at least one cell. Such a grid has no line
    /// ends, and its rows are no ranges of the bytes.
    ///
    /// - Complexity: O(n) in the rows.
    package init(
        cells: TextRanges,
        rowStarts: [UInt32],
        byteCount: Int
    ) {
        precondition(
            Int(rowStarts.last ?? 0) == cells.count,
            "a grid whose rows and cells don't fit each other"
        )
        self.init(byteCount: byteCount)
        areScattered = true
        scattered = cells
        self.rowStarts = rowStarts
        rowOffsets = rowStarts.dropLast().map { cells[Int($0)].start }
    }
}
