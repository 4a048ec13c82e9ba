internal import DelimitedText
internal import SourceText

/// What ends the lines of a file.
package struct LineEnds: Sendable, Equatable {
    /// How many lines end in LF alone.
    package var lineFeed = 0
    /// How many lines end in CR and LF.
    package var both = 0
    /// How many lines end in CR alone.
    package var carriageReturn = 0
    /// Whether the last line has an end, too.
    package var isLastEnded = true
}

extension Recognition {
    /// The line of the file, from 1, on which a row (from 0) begins.
    package func line(ofRow row: Int) -> Int {
        cells.grid.line(ofRow: row)
    }

    /// The text of a row (from 0): its cells that are not blank, joined by a blank.
    package func text(ofRow row: Int) -> String {
        cells.text(row: row)
    }

    /// The text of the cells (from 0) of a block of a page in a row; the blank ones left out.
    package func text(ofRow row: Int, block: ColumnBlock) -> String {
        block.cells.map { cells.string(row: row, cell: $0) }
            .filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// What ends the lines of the file.
    ///
    /// - Complexity: O(n) in the rows.
    package var lineEnds: LineEnds {
        var ends = LineEnds()
        for row in 0..<cells.grid.rowCount {
            let end = cells.grid.lineEnd(ofRow: row)
            switch end.count {
            case 0: ends.isLastEnded = false
            case 1 where cells.source.bytes[end.lowerBound] == .carriageReturn:
                ends.carriageReturn += 1
            case 1: ends.lineFeed += 1
            default: ends.both += 1
            }
        }
        return ends
    }
}
