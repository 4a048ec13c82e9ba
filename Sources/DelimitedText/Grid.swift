package import SourceText

/// Which bytes belong to which cell.
///
/// Stores offsets only; nothing is decoded or copied.
///
///     bytes        1 4 0 ⇥ 张 鹏 ⇥ … ↵ 1 4 1 ⇥ …
///     rowOffsets   0                    7
///     cellEnds           3       5    …       …     (counted from the row's first byte)
///     rowStarts    0                    2           (index of the row's first cell)
///
/// - Complexity: 2 bytes of storage per cell, or 4 where a row is longer than 64 KiB, and 8 per row. Where cells
///   stand anywhere, what `TextRanges` take.
package struct Grid: Sendable, Equatable {
    /// Exclusive end of every cell, in source order.
    @usableFromInline var cellEnds = CellEnds()
    /// Index of each row's first cell, plus a sentinel.
    @usableFromInline package internal(set) var rowStarts: [UInt32] = [0]
    /// Byte offset of each row's first cell.
    @usableFromInline package internal(set) var rowOffsets: [UInt32] = []
    /// Whether each row begins with a number, where that was noted when the row was split; else empty.
    ///
    /// The rows of a long table lie far apart, and the memory of each is waited for: to look at their
    /// first bytes once more took 6 ms of 75 of writing CSV of 100,000 targets.
    var areNumbered: [Bool] = []
    /// Whether cells stand anywhere in the source: then `scattered` tells where, and `cellEnds` nothing.
    @usableFromInline package internal(set) var areScattered = false
    /// Where every cell is, if cells stand anywhere in the source.
    @usableFromInline var scattered = TextRanges()
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

    /// How many cells there are.
    package var cellCount: Int { areScattered ? scattered.count : cellEnds.count }

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
        guard !areScattered else { return scattered[cell].bounds }
        let offset = Int(rowOffsets[row])
        let end = cellEnds.end(of: cell, inRowAt: offset)
        let isFirst = cell == Int(rowStarts[row])
        return (isFirst ? offset : cellEnds.end(of: cell - 1, inRowAt: offset) + 1)..<end
    }

    /// Bytes of a row without its line end (row from 0).
    package func range(ofRow row: Int) -> Range<Int> {
        let offset = Int(rowOffsets[row])
        return offset..<cellEnds.end(of: Int(rowStarts[row + 1]) - 1, inRowAt: offset)
    }

    /// Whether a row (from 0) begins with a number: the first cell has digits, and nothing else.
    package func beginsWithNumber(_ row: Int, in bytes: [UInt8]) -> Bool {
        if !areNumbered.isEmpty { return areNumbered[row] }
        let range = range(ofCell: Int(rowStarts[row]), inRow: row)
        return !range.isEmpty && Self.endOfDigits(in: bytes.span, from: range) == range.upperBound
    }

    /// The first byte of a range that is no digit, or its end.
    static func endOfDigits(in bytes: Span<UInt8>, from range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] &- 0x30 <= 9 { index += 1 }
        return index
    }

    /// Bytes of a row's line end: LF, CRLF, CR, or none at the end of the source.
    package func lineEnd(ofRow row: Int) -> Range<Int> {
        let end = range(ofRow: row).upperBound
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

    /// Adds a cell of the row that begins at `start` and isn't finished; both in bytes from 0.
    @inline(__always)
    mutating func addCell(endingAt end: Int, inRowAt start: Int) {
        guard !cellEnds.append(end, inRowAt: start) else { return }
        widen(rowAt: start)
        _ = cellEnds.append(end, inRowAt: start)
    }

    /// Gives all cells four bytes, of which those behind the last finished row are of one that begins at
    /// `start`.
    mutating func widen(rowAt start: Int? = nil) {
        let (rowStarts, rowOffsets) = (rowStarts, rowOffsets)
        var row = 0
        cellEnds.widen { cell in
            while row < rowOffsets.count, cell >= Int(rowStarts[row + 1]) { row += 1 }
            return row < rowOffsets.count ? Int(rowOffsets[row]) : start ?? 0
        }
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
        one.rowStarts == other.rowStarts && one.rowOffsets == other.rowOffsets
            && one.quotedCells == other.quotedCells
            && (0..<one.rowCount).allSatisfy { row in
                one.cells(inRow: row).allSatisfy {
                    one.range(ofCell: $0, inRow: row) == other.range(ofCell: $0, inRow: row)
                }
            }
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
