extension Grid {
    /// Returns the grid with rows joined where a line break was meant to stand inside a cell: the
    /// last cell of each row but the last goes on in the first cell of the next.
    ///
    /// `groups` are rows (from 0), each of two or more, ascending and apart.
    /// - Complexity: O(n) in the cells.
    package func joining(_ groups: [Range<Int>]) -> Grid {
        var joined = Grid(byteCount: byteCount, delimiter: delimiter)
        joined.hasLoneReturns = hasLoneReturns
        joined.cellEnds.reserveCapacity(cellEnds.count)
        var next = groups[...]
        var dropped = 0
        var quoted = quotedCells[...]
        var row = 0
        while row < rowCount {
            let group = next.first.flatMap { $0.lowerBound == row ? $0 : nil } ?? row..<(row + 1)
            if group.count > 1 { next.removeFirst() }
            for member in group {
                for cell in cells(inRow: member) {
                    if let first = quoted.first, Int(first) == cell {
                        joined.quotedCells.append(first - UInt32(truncatingIfNeeded: dropped))
                        quoted.removeFirst()
                    }
                    if member + 1 < group.upperBound, cell + 1 == Int(rowStarts[member + 1]) {
                        dropped += 1
                    } else {
                        joined.addCell(
                            endingAt: range(ofCell: cell, inRow: member).upperBound,
                            inRowAt: Int(rowOffsets[row])
                        )
                    }
                }
            }
            joined.finishRow(startingAt: Int(rowOffsets[row]))
            if group.upperBound < rowCount {
                let lines = line(ofRow: group.upperBound) - line(ofRow: row) - 1
                joined.addLines(lines, inRow: joined.rowCount - 1)
            }
            row = group.upperBound
        }
        return joined
    }
}
