package import SourceText

/// The texts of a sheet's cells, as a spreadsheet program shows them.
///
/// Only what exists takes memory: rows without a text are not there, and a row ends with its last
/// cell that has one; cells before it without a text are there as empty ones. Texts are pointed
/// into, so cells that share one, in however many sheets, cost nothing more.
///
///     bytes       ↵ 序 号 目 标 备 注 1 …
///     cells       1+2  3+2  empty  5+2  7+1 …
///     rowStarts   0                     4    (index of the row's first cell, and the end)
///     rowNumbers  3                     4    (from 1)
package struct SheetCells: Sendable {
    /// The most bytes of text that a workbook may have: offsets have 31 bits.
    package static let mostText = 0x7FFF_FFFF

    /// The sheet's name.
    package let sheet: String
    /// Valid UTF-8: all texts of the workbook, or as many as were read with the sheet.
    package internal(set) var bytes: [UInt8] = []
    /// Where texts begin in `bytes`, rising, that a program made of a number, a date or a truth value,
    /// in a notation of its own; nil where that can't be told.
    package internal(set) var valueStarts: [UInt32]?
    /// Where each cell's text is in `bytes`, row after row.
    package internal(set) var cells = TextRanges()
    /// Index of each row's first cell, and the count of cells.
    package internal(set) var rowStarts: [UInt32] = [0]
    /// Number of each row in the sheet, counted from 1.
    package internal(set) var rowNumbers: [UInt32] = []
    /// Ranges of cells that are shown as one, in the order of the sheet's part.
    package internal(set) var merges: [MergedRange] = []
    /// Cells whose text is not what it should be.
    package internal(set) var problems: [CellProblem] = []
    /// Numbers, from 1, of the rows that hold a formula, in the order of the sheet's part.
    package internal(set) var formulaRows: [UInt32] = []
    /// Cells that somebody wrote a comment on, from top to bottom; at most a thousand.
    package internal(set) var comments: [CellReference] = []
    /// Cells whose text is struck out, or in part (that part is left out), in the order of the sheet's part; at most a
    /// thousand.
    package internal(set) var struckOut: [CellReference] = []
    /// Rows, from 1, that sum up the rows of an Excel table above them.
    package internal(set) var totalsRows: [ClosedRange<Int>] = []
    /// What lies over the cells.
    package internal(set) var drawings = SheetDrawings()
    /// What the sheet's part holds that was left out.
    package internal(set) var leftOut: [Wording] = []

    init(sheet: String) {
        self.sheet = sheet
    }

    /// How many rows have a text.
    package var rowCount: Int { rowNumbers.count }

    /// The reference of a cell: row from 0 among those that have a text, cell from 0 in the row.
    package func reference(row: Int, cell: Int) -> CellReference {
        CellReference(row: row < rowNumbers.count ? Int(rowNumbers[row]) : 1, column: cell + 1)
    }

    /// The bytes of a cell: row from 0, cell from 0 in the row; nil where the row ends before it.
    package func range(row: Int, cell: Int) -> Range<Int>? {
        let index = Int(rowStarts[row]) + cell
        guard index < Int(rowStarts[row + 1]) else { return nil }
        return cells[index].bounds
    }

    /// The text of a cell: row from 0, cell from 0 in the row; empty where the row ends before it.
    package func string(row: Int, cell: Int) -> String {
        range(row: row, cell: cell).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    }

    /// How many cells a row (from 0) has.
    package func cellCount(row: Int) -> Int {
        Int(rowStarts[row + 1] - rowStarts[row])
    }
}

extension SheetCells {
    /// Appends a cell to the last row.
    mutating func append(cell range: Range<Int>) {
        cells.append(TextRange(source: range))
    }

    /// Appends cells without a text to the last row.
    mutating func append(emptyCells count: Int) {
        cells.append(contentsOf: repeatElement(.empty, count: count))
    }

    /// Appends a row's cells (indexes among all cells) as they are.
    private mutating func append(cells range: Range<Int>, of other: SheetCells) {
        cells.append(contentsOf: other.cells[range])
    }

    /// Ends the last row.
    mutating func endRow(number: UInt32) {
        rowNumbers.append(number)
        rowStarts.append(UInt32(truncatingIfNeeded: cells.count))
    }

    /// The sheet without its rows.
    private var withoutRows: SheetCells {
        var empty = self
        empty.cells = []
        empty.rowStarts = [0]
        empty.rowNumbers = []
        return empty
    }

    /// Returns the sheet without the rows that sum up an Excel table.
    ///
    /// - Complexity: O(n) in the cells.
    package var withoutTotalsRows: SheetCells {
        guard !totalsRows.isEmpty else { return self }
        let kept = rowNumbers.indices.filter { row in
            !totalsRows.contains { $0.contains(Int(rowNumbers[row])) }
        }
        return kept.count == rowCount ? self : inOrder(kept)
    }

    private func cells(inRow row: Int) -> Range<Int> {
        Int(rowStarts[row])..<Int(rowStarts[row + 1])
    }

    /// Returns the sheet with its rows (from 0) in another order.
    func inOrder(_ order: [Int]) -> SheetCells {
        var sorted = withoutRows
        for row in order {
            sorted.append(cells: cells(inRow: row), of: self)
            sorted.endRow(number: rowNumbers[row])
        }
        return sorted
    }

    /// Returns the sheet as if columns (from 0) were empty.
    ///
    /// - Complexity: O(n) in the cells.
    package func leavingOut(_ columns: Set<Int>) -> SheetCells {
        guard !columns.isEmpty else { return self }
        var result = self
        result.problems.removeAll { columns.contains($0.cell.column - 1) }
        for row in 0..<rowCount {
            for (cell, index) in cells(inRow: row).enumerated() where columns.contains(cell) {
                result.cells[index] = .empty
            }
        }
        return result
    }

    /// The sheet's first rows that have a text.
    func firstRows(_ count: Int) -> SheetCells {
        count < rowCount ? inOrder(Array(0..<count)) : self
    }

    /// Returns the sheet as if cells were empty.
    ///
    /// - Complexity: O(n) in the cells left out.
    func leavingOut(cells: Set<CellReference>) -> SheetCells {
        var result = self
        result.problems.removeAll { cells.contains($0.cell) }
        for cell in cells {
            let row = firstRow(from: cell.row)
            guard row < rowCount, Int(rowNumbers[row]) == cell.row,
                cell.column <= cellCount(row: row)
            else { continue }
            let index = Int(rowStarts[row]) + cell.column - 1
            result.cells[index] = .empty
        }
        return result
    }

    /// Returns the sheet with texts in cells that are empty; `fills` come row by row, in a row from
    /// left to right.
    ///
    /// - Complexity: O(n) in the cells.
    package func filling(_ fills: [CellFill]) -> SheetCells {
        guard !fills.isEmpty else { return self }
        var result = withoutRows
        var next = 0
        for row in 0..<rowCount {
            result.append(cells: cells(inRow: row), of: self)
            let start = Int(result.rowStarts[row])
            while next < fills.count, fills[next].row == row {
                let index = start + fills[next].cell
                if index >= result.cells.count {
                    result.append(emptyCells: index + 1 - result.cells.count)
                }
                result.cells[index] = TextRange(source: fills[next].text)
                next += 1
            }
            result.endRow(number: rowNumbers[row])
        }
        return result
    }

    /// The index, from 0, of the row with a number of the sheet (from 1), or of the first one below.
    ///
    /// - Complexity: O(log n) in the rows.
    package func firstRow(from number: Int) -> Int {
        rowNumbers.partitionPoint { Int($0) >= number }
    }
}

/// A cell whose text is not what it should be.
package struct CellProblem: Sendable, Equatable {
    /// What is wrong with it.
    package enum Kind: Sendable, Equatable {
        /// A formula went wrong: the text is `#REF!` or the like.
        case error
        /// A formula whose value the program did not store: the text is empty.
        case missingValue
        /// The cell holds a picture: the text is empty, whatever a program shows.
        case picture
    }

    /// What is wrong.
    package var kind: Kind
    /// Where.
    package var cell: CellReference
}
