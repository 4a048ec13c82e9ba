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
    /// The heading of a section.
    case section(isWholeRow: Bool)
    /// No target: a total, a note; `isKnown` where its words or shape say so.
    case literal(isWholeRow: Bool, isKnown: Bool)

    init(row: Int, block: ColumnBlock, serialOffset: Int?, in cells: GridSource) {
        let range = cells.grid.cells(inRow: row)
        func isFilled(_ cell: Int) -> Bool {
            cell < range.count && !cells.isBlank(cell: range.lowerBound + cell, inRow: row)
        }
        guard let first = block.cells.first(where: isFilled) else {
            self = .blank
            return
        }
        let filled = block.cells.filter(isFilled)
        let isOnlyOne =
            filled.count == 1 && !(0..<range.count).contains { $0 != first && isFilled($0) }
        let text = cells.string(row: row, cell: first)
        if RowWords.isNote(text) || (isOnlyOne && RowWords.isBetweenPages(text)) {
            self = .literal(isWholeRow: true, isKnown: true)
        } else if filled.contains(where: { Self.isTotal(row: row, cell: $0, in: cells) }),
            !Serial.isPlausible(text) || serialOffset.map({ first != block.cell + $0 }) ?? true
        {
            self = .literal(isWholeRow: isOnlyOne, isKnown: true)
        } else if isOnlyOne, filled.count == 1, RowWords.isSignature(text),
            !Self.mayHoldUnits(first, block)
        {
            self = .literal(isWholeRow: true, isKnown: true)
        } else if let serialOffset {
            self = Self.kind(
                row,
                block,
                serialOffset,
                filled: filled,
                isOnlyOne: isOnlyOne,
                in: cells
            )
        } else if filled.count == 1, RowWords.isSection(text), isOnlyOne {
            self = .section(isWholeRow: true)
        } else if isOnlyOne, let said = NamedHeadings.said(text),
            block.offsets(of: said.field).isEmpty
        {
            self = .literal(isWholeRow: true, isKnown: false)
        } else {
            // Without serials, a target is a row that says what is to be achieved.
            let saysWhat = block.offsets(of: .objective).contains { isFilled(block.cell + $0) }
            self = saysWhat && filled.count > 1 ? .target : .continuation
        }
    }

    private static func kind(
        _ row: Int,
        _ block: ColumnBlock,
        _ serialOffset: Int,
        filled: [Int],
        isOnlyOne: Bool,
        in cells: GridSource
    ) -> RowKind {
        let first = filled[0]
        let text = cells.string(row: row, cell: first)
        if first == block.cell + serialOffset, RowWords.isNoteMark(text) {
            return .literal(isWholeRow: true, isKnown: true)
        }
        if first == block.cell + serialOffset {
            return kind(serial: text, filled: filled.count, isOnlyOne: isOnlyOne)
        }
        if filled.count == 1, RowWords.isSection(text) { return .section(isWholeRow: isOnlyOne) }
        if filled.contains(block.cell + serialOffset) {
            // The serial doesn't stand in the first column.
            let serial = cells.string(row: row, cell: block.cell + serialOffset)
            return kind(serial: serial, filled: filled.count, isOnlyOne: false)
        }
        return .continuation
    }

    /// Whether a cell (from 0) is of a column where a unit may stand alone.
    private static func mayHoldUnits(_ cell: Int, _ block: ColumnBlock) -> Bool {
        block.labels[cell - block.cell].match?.field == .units
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
            guard RowWords.isSection(serial) else {
                return .literal(isWholeRow: isOnlyOne, isKnown: false)
            }
            return .section(isWholeRow: isOnlyOne)
        }
        // 一、 before nothing but a heading opens a section.
        if filled == 2, RowWords.isSectionNumber(serial) { return .section(isWholeRow: false) }
        if serial.unicodeScalars.contains(where: { $0 == ":" || $0 == "：" }) {
            return .literal(isWholeRow: true, isKnown: true)
        }
        return .target
    }
}
