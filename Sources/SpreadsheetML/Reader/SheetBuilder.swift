/// Puts the cells of a sheet together, in whatever order they come.
struct SheetBuilder {
    /// How many empty cells there may be besides 64 for each one with a text.
    ///
    /// A cell far to the right in each row would otherwise cost what the rows don't hold.
    private static let mostPadding = 1 << 22
    /// How many problems are kept.
    private static let mostProblems = 1_000

    private var cells: SheetCells
    private let part: String
    private let mostText: Int
    private var rowNumber = 0
    /// Index of the first cell of the row being put together.
    private var firstCell = 0
    /// Where that row begins in the bytes.
    private var rowOffset = 0
    private var padding = 0
    private var isSorted = true
    /// The cells of that row, where they don't come from left to right.
    private var loose: [LooseCell] = []
    private var looseText = 0

    private struct LooseCell {
        var column: Int
        var text: [UInt8]
    }

    init(sheet: String, part: String, mostText: Int) {
        cells = SheetCells(sheet: sheet, textLimit: mostText)
        self.part = part
        self.mostText = cells.textLimit
    }

    /// Makes room for as many bytes and cells.
    mutating func reserve(bytes: Int, cells count: Int) {
        cells.bytes.reserveCapacity(bytes)
        cells.cellEnds.reserveCapacity(count)
    }

    /// Begins the row with a number (from 1).
    mutating func beginRow(_ number: Int) {
        rowNumber = number
        firstCell = cells.cellEnds.count
        rowOffset = cells.bytes.count
    }

    /// Adds a cell to the row: column from 1.
    ///
    /// - Throws: `workbook-too-large` where the texts, or the empty cells before them, are too many.
    @inline(__always)
    mutating func add(_ text: Span<UInt8>, column: Int) throws(SpreadsheetError) {
        guard !text.isEmpty else { return }
        let index = column - 1
        let width = cells.cellEnds.count - firstCell
        guard index >= width, loose.isEmpty else {
            try addLoose(text, column: column)
            return
        }
        if index > width { try pad(index - width) }
        guard cells.bytes.count + text.count < mostText else {
            throw .tooLarge(part, limit: mostText)
        }
        cells.bytes.append(text)
        cells.cellEnds.append(UInt32(truncatingIfNeeded: cells.bytes.count))
        cells.bytes.append(UInt8(ascii: "\t"))
    }

    /// Adds a cell to the row: column from 1.
    ///
    /// - Throws: as the other one.
    mutating func add(_ text: [UInt8], column: Int) throws(SpreadsheetError) {
        try add(text.span, column: column)
    }

    private mutating func pad(_ count: Int) throws(SpreadsheetError) {
        padding += count
        let filled = cells.cellEnds.count + count - padding
        guard padding <= Self.mostPadding + 64 * filled, cells.bytes.count + count < mostText else {
            throw .tooLarge(part, limit: mostText)
        }
        let start = UInt32(truncatingIfNeeded: cells.bytes.count)
        cells.cellEnds.append(contentsOf: start..<(start + UInt32(count)))
        cells.bytes.append(contentsOf: repeatElement(UInt8(ascii: "\t"), count: count))
    }

    /// Notes what is wrong with a cell: row and column from 1.
    mutating func add(_ problem: CellProblem.Kind, row: Int, column: Int) {
        guard cells.problems.count < Self.mostProblems else { return }
        cells.problems.append(
            CellProblem(kind: problem, cell: CellReference(row: row, column: column))
        )
    }

    /// Adds a range of cells that are shown as one.
    ///
    /// - Throws: `workbook-too-large` where there are too many.
    mutating func add(merge range: MergedRange) throws(SpreadsheetError) {
        guard cells.merges.count < CellReference.lastRow else {
            throw .tooLarge(part, limit: mostText)
        }
        cells.merges.append(range)
    }

    /// Finishes the row.
    ///
    /// - Throws: `damaged-workbook` where two of its cells have one reference, and what `add` throws.
    @inline(__always)
    mutating func finishRow() throws(SpreadsheetError) {
        if !loose.isEmpty { try sortRow() }
        guard cells.cellEnds.count > firstCell else { return }
        cells.bytes[cells.bytes.count - 1] = UInt8(ascii: "\n")
        if let last = cells.rowNumbers.last, last >= rowNumber { isSorted = false }
        cells.rowNumbers.append(UInt32(rowNumber))
        cells.rowOffsets.append(UInt32(truncatingIfNeeded: rowOffset))
        cells.rowStarts.append(UInt32(truncatingIfNeeded: cells.cellEnds.count))
    }

    // MARK: Any order

    private mutating func addLoose(
        _ text: Span<UInt8>,
        column: Int
    ) throws(SpreadsheetError) {
        if loose.isEmpty { loosen() }
        looseText += text.count
        guard cells.bytes.count + looseText < mostText else {
            throw .tooLarge(part, limit: mostText)
        }
        guard loose.count < CellReference.lastColumn else {
            throw .damaged(part, "row \(rowNumber) has more cells than there are columns")
        }
        var copy: [UInt8] = []
        copy.append(text)
        loose.append(LooseCell(column: column, text: copy))
    }

    /// Takes the row apart again.
    private mutating func loosen() {
        var start = rowOffset
        looseText = cells.bytes.count - rowOffset
        for (index, end) in cells.cellEnds[firstCell...].enumerated() {
            let text = cells.bytes[start..<Int(end)]
            if text.isEmpty {
                padding -= 1
            } else {
                loose.append(LooseCell(column: index + 1, text: Array(text)))
            }
            start = Int(end) + 1
        }
        cells.bytes.removeSubrange(rowOffset...)
        cells.cellEnds.removeSubrange(firstCell...)
    }

    private mutating func sortRow() throws(SpreadsheetError) {
        let sorted = loose.sorted { $0.column < $1.column }
        loose = []
        for (index, cell) in sorted.enumerated() {
            guard index == 0 || sorted[index - 1].column < cell.column else {
                let reference = CellReference(row: rowNumber, column: cell.column)
                throw .damaged(part, "the cell \(reference) is there twice")
            }
            try add(cell.text.span, column: cell.column)
        }
    }

    /// Returns the sheet, its rows from top to bottom.
    ///
    /// - Throws: `damaged-workbook` where two rows have one number.
    mutating func finish() throws(SpreadsheetError) -> SheetCells {
        guard !isSorted else { return cells }
        let order = cells.rowNumbers.indices.sorted { cells.rowNumbers[$0] < cells.rowNumbers[$1] }
        for (one, other) in zip(order, order.dropFirst()) {
            guard cells.rowNumbers[one] != cells.rowNumbers[other] else {
                throw .damaged(part, "the row \(cells.rowNumbers[one]) is there twice")
            }
        }
        return cells.inOrder(order)
    }
}

extension SheetCells {
    /// Returns the sheet with its rows (from 0) in another order; their bytes stay where they are.
    func inOrder(_ order: [Int]) -> SheetCells {
        var sorted = self
        sorted.cellEnds.removeAll(keepingCapacity: true)
        sorted.rowStarts = [0]
        sorted.rowOffsets = order.map { rowOffsets[$0] }
        sorted.rowNumbers = order.map { rowNumbers[$0] }
        for row in order {
            sorted.cellEnds += cellEnds[Int(rowStarts[row])..<Int(rowStarts[row + 1])]
            sorted.rowStarts.append(UInt32(truncatingIfNeeded: sorted.cellEnds.count))
        }
        return sorted
    }
}
