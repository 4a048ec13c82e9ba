internal import DelimitedText
internal import SourceText
internal import TargetModel

// How a row of the source becomes a row of the table, for all readers of rows. What a row is stays
// each reader's own: of an official table it may be one of several blocks' targets, go on with one
// above, head a group or a section; of a list it is a target or nothing. A builder of both by a policy
// would ask each row what only an official table answers.

extension Recognition {
    /// Whether one more target has room in the table.
    var hasRoom: Bool { hasRoom(for: 1) }

    /// Whether so many more targets have room in the table.
    func hasRoom(for targets: Int) -> Bool {
        expectedCount + table.count + targets * columns.count <= cells.room.cells
    }

    /// Appends the cells of a target: the texts of a row under `block`, in the order of the table's
    /// columns.
    ///
    /// A cell that is merged into one above it, in `rows`, says what that one says, but for the serial.
    /// `isQuoted` tells whether a cell (from 0 among all cells) is quoted; those of the row are asked
    /// for in order.
    mutating func appendCells(
        ofRow row: Int,
        under block: ColumnBlock,
        in rows: Range<Int>,
        isQuoted: (Int) -> Bool
    ) {
        let base = table.count
        table.append(contentsOf: repeatElement(.empty, count: columns.count))
        let range = cells.grid.cells(inRow: row)
        let first = range.lowerBound + block.cell
        let count = min(block.columns.count, range.upperBound - first)
        for offset in 0..<max(0, count) {
            let column = block.columns[offset]
            guard column >= 0 else { continue }
            let cell = first + offset
            table[base + column] = text(ofCell: cell, inRow: row, isQuoted: isQuoted(cell))
        }
        if !cells.merged.isEmpty { fillMerged(row, block, rows, base: base) }
    }

    private mutating func fillMerged(
        _ row: Int,
        _ block: ColumnBlock,
        _ rows: Range<Int>,
        base: Int
    ) {
        for (offset, column) in block.columns.enumerated()
        where column >= 0 && columns[column].field != .serial && table[base + column].isEmpty {
            let top = cells.mergedInto(row: row, cell: block.cell + offset, in: rows)
            guard let top else { continue }
            let isQuoted = cells.grid.isQuoted(top.index)
            table[base + column] = text(ofCell: top.index, inRow: top.row, isQuoted: isQuoted)
        }
    }

    /// The text of a cell (from 0 among all cells): unquoted, without blanks around it.
    mutating func text(ofCell cell: Int, inRow row: Int, isQuoted: Bool) -> TextRange {
        if let range = plainText(ofCell: cell, inRow: row, isQuoted: isQuoted) {
            return TextRange(source: range)
        }
        let range = cells.grid.range(ofCell: cell, inRow: row)
        let unquoted = cells.grid.unquoted(range, in: cells.source.bytes)
        defer { noteRoom(row) }
        return text.add(unquoted[CellText.trimmed(unquoted.indices, of: unquoted.span)])
    }

    /// Where a cell's text stands in the source; nil where it doesn't, because it holds quotes.
    private func plainText(ofCell cell: Int, inRow row: Int, isQuoted: Bool) -> Range<Int>? {
        let bytes = cells.source.bytes.span
        var range = cells.grid.range(ofCell: cell, inRow: row)
        if isQuoted {
            range = (range.lowerBound + 1)..<(range.upperBound - 1)
            for index in range where bytes[index] == .quotationMark { return nil }
        } else if !pastedRows.isEmpty, pastedRows.contains(row) {
            return CellText.trimmedOfBreaks(range, of: bytes)
        }
        return CellText.trimmed(range, of: bytes)
    }

    /// Remembers the first row (from 0) whose text has no room.
    mutating func noteRoom(_ row: Int) {
        if text.isOverfull, overfullRow == nil { overfullRow = row }
    }

    /// Reports the rows from which on text or targets have no room.
    func reportRoom(to diagnostics: inout DiagnosticBag) {
        if let overfullRow {
            diagnostics.report(cells.at(TextStore.overfull(), row: overfullRow, cell: 0))
        }
        if let tooLargeRow {
            diagnostics.report(cells.at(TargetTable.tooLarge(), row: tooLargeRow, cell: 0))
        }
    }
}
