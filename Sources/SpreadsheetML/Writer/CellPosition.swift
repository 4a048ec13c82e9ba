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
        Self.letters(ofColumn: column) + String(row + 1)
    }

    /// The cell as `$B$7`, which stays where it is when a formula is copied.
    package var absolute: String {
        "$" + Self.letters(ofColumn: column) + "$" + String(row + 1)
    }

    /// The letters of a column (from 0): A, B, … Z, AA, ….
    package static func letters(ofColumn column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column
        while rest >= 0 {
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest = rest / 26 - 1
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
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
