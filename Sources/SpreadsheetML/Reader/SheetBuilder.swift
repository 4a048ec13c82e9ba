internal import SourceText

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
    private var rowNumber = 0
    /// Index of the first cell of the row being put together.
    private var firstCell = 0
    private var padding = 0
    /// Whether a format that is not there was noted.
    private var lacksFormats = false
    private var isSorted = true
    /// The cells of that row, where they don't come from left to right.
    private var loose: [LooseCell] = []

    private struct LooseCell {
        var column: Int
        var text: Range<Int>
    }

    init(sheet: String, part: String) {
        cells = SheetCells(sheet: sheet)
        self.part = part
    }

    /// Makes room for as many cells, before there are any.
    mutating func reserve(cells count: Int) {
        cells.cells = TextRanges(roomFor: count)
    }

    /// Begins the row with a number (from 1).
    mutating func beginRow(_ number: Int) {
        rowNumber = number
        firstCell = cells.cells.count
    }

    /// Adds a cell to the row: the bytes of its text, column from 1.
    ///
    /// - Throws: `workbook-too-large` where there are too many empty cells before it.
    mutating func add(_ text: Range<Int>, column: Int) throws(SpreadsheetError) {
        guard !text.isEmpty else { return }
        let missing = column - 1 - (cells.cells.count - firstCell)
        guard missing >= 0, loose.isEmpty else { return try addLoose(text, column: column) }
        if missing > 0 { try pad(missing) }
        cells.append(cell: text)
    }

    private mutating func pad(_ count: Int) throws(SpreadsheetError) {
        padding += count
        let limit = Self.mostPadding + 64 * (cells.cells.count + count - padding)
        guard padding <= limit else {
            throw .unsafe(
                part,
                "more than \(limit) empty cells before others",
                zh: "其他单元格之前的空单元格超过 \(limit) 个"
            )
        }
        cells.append(emptyCells: count)
    }

    /// Notes what is wrong with a cell: row and column from 1.
    mutating func add(_ problem: CellProblem.Kind, row: Int, column: Int) {
        // The text under a picture must not be taken for deleted, however many there are.
        guard problem == .picture || cells.problems.count < Self.mostProblems else { return }
        cells.problems.append(
            CellProblem(kind: problem, cell: CellReference(row: row, column: column))
        )
    }

    /// Notes that the text of a cell is struck out, or in part: row and column from 1.
    mutating func addStruckOut(row: Int, column: Int) {
        guard cells.struckOut.count < Self.mostProblems else { return }
        cells.struckOut.append(CellReference(row: row, column: column))
    }

    /// Notes that something was left out.
    mutating func add(leftOut what: Wording) {
        guard cells.leftOut.count < Self.mostProblems else { return }
        cells.leftOut.append(what)
    }

    /// Notes once that the format of a number in the row is not there.
    mutating func noteMissingFormat() {
        guard !lacksFormats else { return }
        lacksFormats = true
        add(
            leftOut: Wording(
                en:
                    "a number's format that is not there, from row \(rowNumber) on: numbers are shown"
                    + " plainly",
                zh: "第 \(rowNumber) 行起缺少数字显示格式，按普通数字读取"
            )
        )
    }

    /// Notes that the row holds a formula.
    mutating func addFormula() {
        let number = UInt32(truncatingIfNeeded: rowNumber)
        if cells.formulaRows.last != number { cells.formulaRows.append(number) }
    }

    /// Adds a range of cells that are shown as one, by its name; one that is none merges nothing, so
    /// that nothing is lost with it.
    ///
    /// - Throws: `unsafe-workbook` where there are too many.
    mutating func add(mergeNamed name: String) throws(SpreadsheetError) {
        if let range = MergedRange(name) { return try add(merge: range) }
        add(
            leftOut: Wording(
                en: "a merged range that is none: \(name.prefix(40))",
                zh: "无效的合并区域“\(name.prefix(40))”"
            )
        )
    }

    /// Adds a range of cells that are shown as one.
    ///
    /// - Throws: `unsafe-workbook` where there are more than a sheet has rows.
    mutating func add(merge range: MergedRange) throws(SpreadsheetError) {
        guard cells.merges.count < CellReference.lastRow else {
            throw .unsafe(part, "more merged ranges than rows", zh: "合并区域多于行数")
        }
        cells.merges.append(range)
    }

    /// Finishes the row.
    ///
    /// - Throws: `damaged-workbook` where two of its cells have one reference, and what `add` throws.
    mutating func finishRow() throws(SpreadsheetError) {
        if !loose.isEmpty { try sortRow() }
        guard cells.cells.count > firstCell else { return }
        if let last = cells.rowNumbers.last, last >= rowNumber { isSorted = false }
        cells.endRow(number: UInt32(truncatingIfNeeded: rowNumber))
    }

    // MARK: Any order

    private mutating func addLoose(_ text: Range<Int>, column: Int) throws(SpreadsheetError) {
        if loose.isEmpty { loosen() }
        guard loose.count < CellReference.lastColumn else {
            throw .damaged(
                part,
                "row \(rowNumber) has more cells than there are columns",
                zh: "第 \(rowNumber) 行的单元格多于列数"
            )
        }
        loose.append(LooseCell(column: column, text: text))
    }

    /// Takes the row apart again.
    private mutating func loosen() {
        for index in firstCell..<cells.cells.count {
            let text = cells.cells[index].bounds
            if text.isEmpty {
                padding -= 1
            } else {
                loose.append(LooseCell(column: index - firstCell + 1, text: text))
            }
        }
        cells.cells.removeSubrange(firstCell...)
    }

    private mutating func sortRow() throws(SpreadsheetError) {
        let sorted = loose.sorted { $0.column < $1.column }
        loose = []
        for (index, cell) in sorted.enumerated() {
            guard index == 0 || sorted[index - 1].column < cell.column else {
                let reference = CellReference(row: rowNumber, column: cell.column)
                throw .damaged(
                    part,
                    "the cell \(reference) is there twice",
                    zh: "单元格 \(reference) 出现两次"
                )
            }
            try add(cell.text, column: cell.column)
        }
    }

    /// Returns the sheet, its rows from top to bottom, without its texts.
    ///
    /// - Throws: `damaged-workbook` where two rows have one number.
    mutating func finish() throws(SpreadsheetError) -> SheetCells {
        guard !isSorted else { return cells }
        let order = cells.rowNumbers.indices.sorted { cells.rowNumbers[$0] < cells.rowNumbers[$1] }
        for (one, other) in zip(order, order.dropFirst()) {
            guard cells.rowNumbers[one] != cells.rowNumbers[other] else {
                throw .damaged(
                    part,
                    "the row \(cells.rowNumbers[one]) is there twice",
                    zh: "第 \(cells.rowNumbers[one]) 行出现两次"
                )
            }
        }
        return cells.inOrder(order)
    }
}
