/// The texts of a sheet's cells, as a spreadsheet program shows them.
///
/// Only what exists takes memory: rows without a text are not there, and a row ends with its last
/// cell that has one; cells before it without a text are there as empty ones.
///
///     bytes       序 号 ⇥ 目 标 ⇥ ⇥ 备 注 ↵ 1 ⇥ …
///     cellEnds         2       5 6      9    11
///     rowStarts   0                          4      (index of the row's first cell, and the end)
///     rowOffsets  0                          10
///     rowNumbers  3                          4      (from 1)
package struct SheetCells: Sendable {
    /// The most bytes of text that one sheet, or the texts that sheets share, may have: offsets
    /// have 31 bits.
    package static let mostText = 0x7FFF_FFFF

    /// The sheet's name.
    package let sheet: String
    /// Valid UTF-8: the cells' texts, row after row, with one byte between cells.
    package internal(set) var bytes: [UInt8] = []
    /// Exclusive end of every cell in `bytes`.
    package internal(set) var cellEnds: [UInt32] = []
    /// Index of each row's first cell, and the count of cells.
    package internal(set) var rowStarts: [UInt32] = [0]
    /// Where each row's first cell begins in `bytes`.
    package internal(set) var rowOffsets: [UInt32] = []
    /// Number of each row in the sheet, counted from 1.
    package internal(set) var rowNumbers: [UInt32] = []
    /// Ranges of cells that are shown as one, in the order of the sheet's part.
    package internal(set) var merges: [MergedRange] = []
    /// Cells whose text is not what it should be.
    package internal(set) var problems: [CellProblem] = []

    /// The most bytes of text that this sheet may come to.
    let textLimit: Int

    init(sheet: String, textLimit: Int) {
        self.sheet = sheet
        self.textLimit = min(textLimit, Self.mostText)
    }

    /// How many rows have a text.
    package var rowCount: Int { rowOffsets.count }

    /// The reference of a cell: row from 0 among those that have a text, cell from 0 in the row.
    package func reference(row: Int, cell: Int) -> CellReference {
        CellReference(row: row < rowNumbers.count ? Int(rowNumbers[row]) : 1, column: cell + 1)
    }

    /// The bytes of a cell: row from 0, cell from 0 in the row; nil where the row ends before it.
    package func range(row: Int, cell: Int) -> Range<Int>? {
        let first = Int(rowStarts[row])
        let index = first + cell
        guard index < Int(rowStarts[row + 1]) else { return nil }
        let start = cell == 0 ? Int(rowOffsets[row]) : Int(cellEnds[index - 1]) + 1
        return start..<Int(cellEnds[index])
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

/// A rectangle of cells, both corners included.
package struct MergedRange: Sendable, Equatable {
    /// The cell at the top left.
    package var first: CellReference
    /// The cell at the bottom right.
    package var last: CellReference

    /// Reads a range such as `A1:B7`; nil where the text is none.
    init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = corners.first.flatMap(Self.corner),
            let last = corners.count == 1 ? first : Self.corner(corners[1]),
            corners.count <= 2, first.row <= last.row, first.column <= last.column
        else { return nil }
        self.first = first
        self.last = last
    }

    private static func corner(_ text: Substring) -> CellReference? {
        let bytes = Array(text.utf8)
        return CellReference(bytes.span)
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
    }

    /// What is wrong.
    package var kind: Kind
    /// Where.
    package var cell: CellReference
}
