/// Where the cells of a table stand in the file it was read from, where `Origin` tells of another
/// file: a workbook or a JSON document keeps the places of the official file.
public struct CellPlaces: Sendable, Equatable {
    /// Where one target stands.
    public struct Row: Sendable, Equatable {
        /// Index (from 0) into `sheets`; without meaning in a text file.
        public var sheet: Int32
        /// Row of the sheet or line of the text file, counted from 1.
        public var number: Int32

        /// Makes a row.
        public init(sheet: Int = 0, number: Int) {
            self.sheet = Int32(clamping: sheet)
            self.number = Int32(clamping: number)
        }
    }

    /// The worksheets that hold targets; none of a text file.
    public var sheets: [Sheet]
    /// One row per target of the table.
    public var rows: [Row]

    /// A worksheet that holds targets.
    public struct Sheet: Sendable, Equatable {
        /// Its name.
        public var name: String
        /// For each column of the table, the sheet's column, counted from 0; nil where the sheet
        /// doesn't have it.
        public var columns: [Int?]

        /// Makes a sheet.
        public init(name: String, columns: [Int?]) {
            self.name = name
            self.columns = columns
        }
    }

    /// Makes places.
    public init(sheets: [Sheet] = [], rows: [Row]) {
        self.sheets = sheets
        self.rows = rows
    }

    /// The reference of a cell, such as `B7`: the sheet's column from 0, its row from 1.
    public static func reference(column: Int, row: Int) -> String {
        var letters = ""
        var rest = column
        while rest >= 0 {
            let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: rest % 26))
            letters = String(letter) + letters
            rest = rest / 26 - 1
        }
        return letters + String(row)
    }
}
