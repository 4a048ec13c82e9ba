/// A cell that takes the text of another one.
package struct CellFill: Sendable, Equatable {
    /// Row, counted from 0 among those that have a text.
    package var row: Int
    /// Cell in the row, counted from 0.
    package var cell: Int
    /// The bytes of the text.
    package var text: Range<Int>

    /// Makes a fill.
    package init(row: Int, cell: Int, text: Range<Int>) {
        self.row = row
        self.cell = cell
        self.text = text
    }
}

extension SheetCells {
    /// The index, from 0, of the row with a number of the sheet (from 1), or of the first one below.
    ///
    /// - Complexity: O(log n) in the rows.
    package func firstRow(from number: Int) -> Int {
        var low = 0
        var high = rowNumbers.count
        while low < high {
            let middle = (low + high) / 2
            if Int(rowNumbers[middle]) < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Ranges of more than one row that are shown as one cell, by their first column and row.
    ///
    /// - Throws: `damaged-workbook` where two of them overlap in their first columns.
    package func tallMerges() throws(SpreadsheetError) -> [MergedRange] {
        let tall = merges.filter { $0.first.row < $0.last.row }.sorted {
            ($0.first.column, $0.first.row) < ($1.first.column, $1.first.row)
        }
        for (one, other) in zip(tall, tall.dropFirst())
        where one.first.column == other.first.column && one.last.row >= other.first.row {
            throw .damaged(sheet, "merged cells overlap at \(other.first)")
        }
        return tall
    }

    /// Returns the sheet with texts in cells that are empty; `fills` come row by row, in a row from
    /// left to right.
    ///
    /// The rows concerned are written anew behind the others.
    /// - Throws: `workbook-too-large` where that is more text than offsets reach.
    /// - Complexity: O(n) in the cells, and in the bytes of the rows concerned.
    package func filling(_ fills: [CellFill]) throws(SpreadsheetError) -> SheetCells {
        guard !fills.isEmpty else { return self }
        var result = self
        result.cellEnds.removeAll(keepingCapacity: true)
        result.rowStarts = [0]
        var next = 0
        for row in 0..<rowCount {
            var own: [CellFill] = []
            while next < fills.count, fills[next].row == row {
                own.append(fills[next])
                next += 1
            }
            if own.isEmpty {
                result.cellEnds += cellEnds[Int(rowStarts[row])..<Int(rowStarts[row + 1])]
            } else {
                try result.appendRow(row, of: self, with: own)
            }
            result.rowStarts.append(UInt32(truncatingIfNeeded: result.cellEnds.count))
        }
        return result
    }

    private mutating func appendRow(
        _ row: Int,
        of original: SheetCells,
        with fills: [CellFill]
    ) throws(SpreadsheetError) {
        rowOffsets[row] = UInt32(truncatingIfNeeded: bytes.count)
        var next = 0
        let width = max(original.cellCount(row: row), (fills.last?.cell ?? 0) + 1)
        for cell in 0..<width {
            var text = original.range(row: row, cell: cell) ?? 0..<0
            if next < fills.count, fills[next].cell == cell {
                if text.isEmpty { text = fills[next].text }
                next += 1
            }
            guard bytes.count + text.count < textLimit else {
                throw .tooLarge(sheet, limit: textLimit)
            }
            bytes.append(contentsOf: original.bytes[text])
            cellEnds.append(UInt32(truncatingIfNeeded: bytes.count))
            bytes.append(UInt8(ascii: cell + 1 < width ? "\t" : "\n"))
        }
    }
}
