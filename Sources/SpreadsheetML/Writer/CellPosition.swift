internal import SourceText

/// Where a cell stands in a sheet.
package struct CellPosition: Sendable, Hashable {
    /// Row, from 0.
    package var row: Int
    /// Column, from 0.
    package var column: Int

    /// Makes a position; both count from 0.
    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// The cell as `B7`.
    package var reference: String {
        ColumnLetters.of(column) + String(row + 1)
    }

    /// The cell as `$B$7`, which stays where it is when a formula is copied.
    package var absolute: String {
        "$" + ColumnLetters.of(column) + "$" + String(row + 1)
    }
}

/// A rectangle of cells of one sheet.
package struct CellRange: Sendable, Hashable {
    /// The cell at its top left.
    package var first: CellPosition
    /// The cell at its bottom right.
    package var last: CellPosition

    /// Makes a range from two opposite corners.
    package init(_ first: CellPosition, _ last: CellPosition) {
        self.first = first
        self.last = last
    }

    /// Makes a range from rows and columns, from 0.
    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        first = CellPosition(row: rows.lowerBound, column: columns.lowerBound)
        last = CellPosition(row: rows.upperBound, column: columns.upperBound)
    }

    /// The range as `B2:C7`.
    package var reference: String { "\(first.reference):\(last.reference)" }

    /// The range as `$B$2:$C$7`.
    package var absolute: String { "\(first.absolute):\(last.absolute)" }
}
