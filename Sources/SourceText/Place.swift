/// Where something stands for people: in a file, and there at a line or in a cell of a sheet.
///
/// Findings, corrections, conflicts and reports all say so in this form.
public struct Place: Sendable, Equatable, CustomStringConvertible {
    /// The file's name as the user gave it; empty where there is none.
    public var file: String
    /// Line, counted from 1, in a text file; nil where unknown.
    public var line: Int?
    /// Column, counted from 1, in Unicode scalars of the line; nil where unknown.
    public var column: Int?
    /// Name of the worksheet, in a workbook.
    public var sheet: String?
    /// Cell reference such as `B7`, in a workbook.
    public var cell: String?

    /// Makes a place.
    public init(
        file: String = "",
        line: Int? = nil,
        column: Int? = nil,
        sheet: String? = nil,
        cell: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.sheet = sheet
        self.cell = cell
    }

    /// The place as findings begin: `back.xlsx:全部目标!B7`, `back.csv:12:3`.
    public var description: String {
        if let sheet { return file + ":" + sheet + (cell.map { "!" + $0 } ?? "") }
        guard let line else { return file }
        return file + ":" + String(line) + (column.map { ":" + String($0) } ?? "")
    }
}

/// The letters of a worksheet's columns: A, B, … Z, AA, … XFD.
package enum ColumnLetters {
    /// The letters of a column, counted from 0.
    package static func of(_ column: Int) -> String {
        let before = column < 26 ? "" : of(column / 26 - 1)
        let last = UnicodeScalar(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: column % 26))
        return before + String(Character(last))
    }
}
