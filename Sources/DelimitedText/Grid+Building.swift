extension Grid {
    /// Makes a grid of cells that come from elsewhere than a text with separators.
    ///
    /// `cellEnds` are exclusive ends in the bytes, row after row; `rowStarts` is the index of each
    /// row's first cell and, behind them, the count of cells; `rowOffsets` is where each row's first
    /// cell begins in the bytes. A cell begins one byte after the end of the one before it in its
    /// row; rows may stand anywhere in the bytes, and have at least one cell.
    package init(
        cellEnds: [UInt32],
        rowStarts: [UInt32],
        rowOffsets: [UInt32],
        byteCount: Int
    ) {
        precondition(
            rowStarts.count == rowOffsets.count + 1 && Int(rowStarts.last ?? 0) == cellEnds.count,
            "a grid whose rows and cells don't fit each other"
        )
        self.init(byteCount: byteCount)
        self.cellEnds = cellEnds
        self.rowStarts = rowStarts
        self.rowOffsets = rowOffsets
    }
}
