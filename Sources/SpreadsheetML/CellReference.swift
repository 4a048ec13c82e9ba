internal import SourceText

/// A cell of a sheet, such as `B7`.
package struct CellReference: Sendable, Hashable {
    /// The last row that a sheet has.
    package static let lastRow = SheetLimits.rows
    /// The last column that a sheet has: `XFD`.
    package static let lastColumn = SheetLimits.columns

    /// Row, counted from 1.
    package var row: Int
    /// Column, counted from 1.
    package var column: Int

    /// Makes a reference.
    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads a reference; nil where the bytes are none, or one outside a sheet.
    init?(_ bytes: Span<UInt8>) {
        var index = 0
        var column = 0
        // Three letters reach beyond the last column, seven digits beyond the last row.
        while index < bytes.count, index < 4, let letter = Self.letter(bytes[index]) {
            column = column * 26 + letter
            index += 1
        }
        let letters = index
        var row = 0
        while index < bytes.count, index < letters + 7 {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            row = row * 10 + Int(digit)
            index += 1
        }
        guard index == bytes.count, (1...Self.lastColumn).contains(column),
            (1...Self.lastRow).contains(row)
        else { return nil }
        self.init(row: row, column: column)
    }

    private static func letter(_ byte: UInt8) -> Int? {
        // Capital letters differ from small ones in one bit.
        let letter = (byte & 0xDF) &- UInt8(ascii: "A")
        return letter < 26 ? Int(letter) + 1 : nil
    }
}

extension CellReference: CustomStringConvertible {
    /// The usual form: letters, then digits.
    package var description: String {
        ColumnLetters.of(column - 1) + String(row)
    }
}
