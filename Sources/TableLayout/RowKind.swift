internal import DelimitedText
internal import SourceText
internal import TargetModel

/// What a block's part of a row is, where its serial isn't a plain number.
enum RowKind: Equatable {
    /// Nothing.
    case blank
    /// A target.
    case target
    /// Text of a target above that goes on.
    case continuation
    /// No target: a section, a total, a note; `isKnown` where its words or shape say so.
    case literal(isWholeRow: Bool, isKnown: Bool)

    init(row: Int, block: ColumnBlock, serialOffset: Int, in cells: GridSource) {
        let range = cells.grid.cells(inRow: row)
        func isFilled(_ cell: Int) -> Bool {
            cell < range.count && !cells.isBlank(cell: range.lowerBound + cell, inRow: row)
        }
        let own = block.cells.filter(isFilled)
        guard let first = own.first else {
            self = .blank
            return
        }
        let isOnlyOne =
            own.count == 1 && !(0..<range.count).contains { $0 != first && isFilled($0) }
        let text = cells.string(row: row, cell: first)
        if RowWords.isNote(text) || (isOnlyOne && RowWords.isBetweenPages(text)) {
            self = .literal(isWholeRow: true, isKnown: true)
        } else if own.contains(where: { Self.isTotal(row: row, cell: $0, in: cells) }),
            !Serial.isPlausible(text) || first != block.cell + serialOffset
        {
            self = .literal(isWholeRow: isOnlyOne, isKnown: true)
        } else if first == block.cell + serialOffset {
            self = Self.kind(
                serial: text,
                filled: own.count,
                isOnlyOne: isOnlyOne
            )
        } else if own.count == 1, RowWords.isSection(text) {
            self = .literal(isWholeRow: isOnlyOne, isKnown: true)
        } else if isFilled(block.cell + serialOffset) {
            // The serial doesn't stand in the first column.
            let serial = cells.string(row: row, cell: block.cell + serialOffset)
            self = Self.kind(serial: serial, filled: own.count, isOnlyOne: false)
        } else {
            self = .continuation
        }
    }

    /// Whether a cell says that its row sums others; a long text isn't looked into.
    private static func isTotal(row: Int, cell: Int, in cells: GridSource) -> Bool {
        let index = cells.grid.cells(inRow: row).lowerBound + cell
        return cells.grid.range(ofCell: index, inRow: row).count <= RowWords.longestTotal
            && RowWords.isTotal(cells.string(row: row, cell: cell))
    }

    private static func kind(serial: String, filled: Int, isOnlyOne: Bool) -> RowKind {
        if filled == 1 {
            if Serial.isPlausible(serial) { return .target }
            return .literal(isWholeRow: isOnlyOne, isKnown: RowWords.isSection(serial))
        }
        // 一、 before nothing but a heading opens a section.
        if filled == 2, RowWords.isSectionNumber(serial) {
            return .literal(isWholeRow: false, isKnown: true)
        }
        if serial.unicodeScalars.contains(where: { $0 == ":" || $0 == "：" }) {
            return .literal(isWholeRow: true, isKnown: true)
        }
        return .target
    }
}
