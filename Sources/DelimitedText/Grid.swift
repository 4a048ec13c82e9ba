internal import SourceText

/// Which bytes belong to which cell.
///
/// Stores offsets only; nothing is decoded or copied.
///
///     bytes        1 4 0 ⇥ 张 鹏 ⇥ … ↵ 1 4 1 ⇥ …
///     rowOffsets   0                    7
///     cellEnds           3       5    …       …
///     rowStarts    0                    2           (index of the row's first cell)
///
/// - Complexity: 4 bytes of storage per cell and 8 per row.
package struct Grid: Sendable, Equatable {
    /// Exclusive end of every cell, in source order.
    @usableFromInline package internal(set) var cellEnds: [UInt32] = []
    /// Index of each row's first cell, plus a sentinel.
    @usableFromInline package internal(set) var rowStarts: [UInt32] = [0]
    /// Byte offset of each row's first cell.
    @usableFromInline package internal(set) var rowOffsets: [UInt32] = []
    /// The first eight bytes of each row, as they lie, where they were kept when the row was split; else
    /// empty.
    ///
    /// The rows of a long table lie far apart, and the memory of each is waited for: to look at their
    /// first bytes once more took 6 ms of 75 of writing CSV of 100,000 targets.
    var rowHeads: [UInt64] = []
    /// Start of every cell, where cells stand anywhere in the source; else empty.
    @usableFromInline package internal(set) var cellStarts: [UInt32] = []
    /// Indexes of the cells that are quoted, ascending.
    package internal(set) var quotedCells: [UInt32] = []
    /// Line breaks inside quoted cells: rows (from 0) that hold some, and how many lie before the
    /// next row.
    var extraLines: [(row: UInt32, total: UInt32)] = []
    /// Whether a row ends in CR alone: then line ends of one byte aren't all LF.
    package internal(set) var hasLoneReturns = false
    /// How many bytes the source has.
    package let byteCount: Int
    /// What stands between the cells of a row, in delimited text.
    package let delimiter: Delimiter

    init(byteCount: Int, delimiter: Delimiter = .tab) {
        self.byteCount = byteCount
        self.delimiter = delimiter
    }

    /// Whether some quoted cell holds a line break.
    package var holdsLineBreaks: Bool { !extraLines.isEmpty }

    /// The row (from 0) of a cell (index from 0 among all cells).
    ///
    /// - Complexity: O(log n) in the rows.
    package func row(ofCell cell: Int) -> Int {
        max(0, (0..<rowCount).partitionPoint { Int(rowStarts[$0]) > cell } - 1)
    }

    /// How many rows there are.
    @inlinable
    package var rowCount: Int { rowOffsets.count }

    /// Indexes of a row's cells (row from 0).
    @inlinable
    package func cells(inRow row: Int) -> Range<Int> {
        Int(rowStarts[row])..<Int(rowStarts[row + 1])
    }

    /// Bytes of a cell: index from 0 among all cells, in `row` (from 0).
    @inlinable
    package func range(ofCell cell: Int, inRow row: Int) -> Range<Int> {
        guard cellStarts.isEmpty else { return Int(cellStarts[cell])..<Int(cellEnds[cell]) }
        let start = cell == Int(rowStarts[row]) ? Int(rowOffsets[row]) : Int(cellEnds[cell - 1]) + 1
        return start..<Int(cellEnds[cell])
    }

    /// Bytes of a row without its line end (row from 0).
    package func range(ofRow row: Int) -> Range<Int> {
        Int(rowOffsets[row])..<Int(cellEnds[Int(rowStarts[row + 1]) - 1])
    }

    /// The first eight bytes of a row (from 0) and of what follows it, the first one lowest; 0 behind the
    /// end of the source.
    package func head(ofRow row: Int, in bytes: [UInt8]) -> UInt64 {
        rowHeads.isEmpty ? bytes.span.head(from: Int(rowOffsets[row])) : rowHeads[row]
    }

    /// Bytes of a row's line end: LF, CRLF, CR, or none at the end of the source.
    package func lineEnd(ofRow row: Int) -> Range<Int> {
        let end = Int(cellEnds[Int(rowStarts[row + 1]) - 1])
        return end..<(row + 1 < rowCount ? Int(rowOffsets[row + 1]) : byteCount)
    }

    /// Line of the source, from 1, on which a row (from 0) begins.
    ///
    /// - Complexity: O(log q) in the rows whose quoted cells hold line breaks.
    package func line(ofRow row: Int) -> Int {
        guard !extraLines.isEmpty else { return row + 1 }
        let before = extraLines.partitionPoint { Int($0.row) >= row }
        return row + 1 + (before == 0 ? 0 : Int(extraLines[before - 1].total))
    }

    /// Whether a cell (index from 0) is quoted.
    package func isQuoted(_ cell: Int) -> Bool {
        let place = quotedCells.partitionPoint { Int($0) >= cell }
        return place < quotedCells.count && Int(quotedCells[place]) == cell
    }

    mutating func finishRow(startingAt offset: Int) {
        rowStarts.append(UInt32(truncatingIfNeeded: cellEnds.count))
        rowOffsets.append(UInt32(truncatingIfNeeded: offset))
    }

    mutating func addLines(_ lines: Int, inRow row: Int) {
        guard lines > 0 else { return }
        let total = (extraLines.last?.total ?? 0) + UInt32(truncatingIfNeeded: lines)
        if let last = extraLines.last, Int(last.row) == row {
            extraLines[extraLines.count - 1].total = total
        } else {
            extraLines.append((UInt32(truncatingIfNeeded: row), total))
        }
    }

    /// Whether both grids have the same cells.
    package static func == (one: Grid, other: Grid) -> Bool {
        one.cellEnds == other.cellEnds && one.rowStarts == other.rowStarts
            && one.rowOffsets == other.rowOffsets && one.cellStarts == other.cellStarts
            && one.quotedCells == other.quotedCells
    }
}

extension Grid {
    /// The text of a quoted cell: without its quotes, and the `=` that may stand before them, doubled
    /// quotes made single.
    ///
    /// `range` is the cell's bytes, quotes included.
    package func unquoted(_ range: Range<Int>, in bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound + (bytes[range.lowerBound] == UInt8(ascii: "=") ? 2 : 1)
        while index < range.upperBound - 1 {
            text.append(bytes[index])
            let isDoubled = bytes[index] == 0x22 && bytes[index + 1] == 0x22
            index += isDoubled ? 2 : 1
        }
        return text
    }
}
