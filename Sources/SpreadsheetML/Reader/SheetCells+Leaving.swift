extension SheetCells {
    /// Returns the sheet as if columns (from 0) were empty.
    ///
    /// - Complexity: O(n) in the bytes.
    package func leavingOut(_ columns: Set<Int>) -> SheetCells {
        guard !columns.isEmpty else { return self }
        var result = SheetCells(sheet: sheet, textLimit: textLimit)
        result.merges = merges
        result.problems = problems.filter { !columns.contains($0.cell.column - 1) }
        result.bytes.reserveCapacity(bytes.count)
        for row in 0..<rowCount {
            let kept = (0..<cellCount(row: row)).last { cell in
                !columns.contains(cell) && range(row: row, cell: cell)?.isEmpty == false
            }
            guard let kept else { continue }
            result.rowOffsets.append(UInt32(truncatingIfNeeded: result.bytes.count))
            result.rowNumbers.append(rowNumbers[row])
            for cell in 0...kept {
                if !columns.contains(cell), let text = range(row: row, cell: cell) {
                    result.bytes.append(contentsOf: bytes[text])
                }
                result.cellEnds.append(UInt32(truncatingIfNeeded: result.bytes.count))
                result.bytes.append(UInt8(ascii: cell < kept ? "\t" : "\n"))
            }
            result.rowStarts.append(UInt32(truncatingIfNeeded: result.cellEnds.count))
        }
        return result
    }
}
