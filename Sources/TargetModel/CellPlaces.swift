internal import SourceText

/// Where the cells of a table stand in the file it was read from, where `Origin` tells of another
/// file: a workbook or a JSON document keeps the places of the official file.
package struct CellPlaces: Sendable, Equatable {
    /// Where one target stands.
    package struct Row: Sendable, Equatable {
        /// Index (from 0) into `sheets`.
        package var sheet: Int32
        /// Row of the sheet or line of the text file, counted from 1.
        package var number: Int32

        /// Makes a row.
        package init(sheet: Int = 0, number: Int) {
            self.sheet = Int32(clamping: sheet)
            self.number = Int32(clamping: number)
        }
    }

    /// The worksheets and text files that hold targets; never empty.
    package var sheets: [Sheet]
    /// One row per target of the table.
    package var rows: [Row]

    /// A worksheet that holds targets, or a text file.
    package struct Sheet: Sendable, Equatable {
        /// The file, as the user named it; nil until whoever reads files fills it in.
        package var file: String?
        /// Name of the worksheet; nil in a text file, whose rows are lines.
        package var name: String?
        /// For each column of the table, the sheet's column, counted from 0; nil where the sheet
        /// doesn't have it.
        package var columns: [Int?]
        /// Whether the table's texts point into the file's own text, and a target's cells may stand in
        /// lines below its first, as in JSON.
        package var spansLines = false
        /// The file's own text in the table's source, in bytes from 0; nil where it is the whole source.
        package var source: Range<Int>?

        /// Makes a sheet.
        package init(name: String?, columns: [Int?]) {
            self.name = name
            self.columns = columns
        }
    }

    /// Makes places in worksheets.
    package init(sheets: [Sheet], rows: [Row]) {
        self.sheets = sheets
        self.rows = rows
    }

    /// Makes places in a text file: its lines, of which a target's cells may have several.
    package init(lines: [Row], spanning spansLines: Bool = false) {
        var file = Sheet(name: nil, columns: [])
        file.spansLines = spansLines
        sheets = [file]
        rows = lines
    }

    /// Where a cell stands (target and column from 0): the worksheet or text file, the row or line
    /// (from 1), and the cell such as `B7`; nil where that isn't known.
    package func place(
        _ target: Int,
        _ column: Int?
    ) -> (sheet: Sheet, number: Int, cell: String?)? {
        guard rows.indices.contains(target) else { return nil }
        let row = rows[target]
        guard sheets.indices.contains(Int(row.sheet)) else { return nil }
        let sheet = sheets[Int(row.sheet)]
        let letter = column.flatMap { sheet.columns.indices.contains($0) ? sheet.columns[$0] : nil }
        let cell = letter.map { Self.reference(column: $0, row: Int(row.number)) }
        return (sheet, Int(row.number), cell)
    }

    /// Fills in the file, as the user named it.
    package mutating func nameFile(_ file: String) {
        for index in sheets.indices { sheets[index].file = file }
    }

    /// Lets the files' own texts end where the table's source does: at so many bytes.
    package mutating func shortenSources(to end: Int) {
        for index in sheets.indices {
            sheets[index].source = sheets[index].source?.clamped(to: 0..<end)
        }
    }

    /// Lets no text of a file stand in the table's source any more.
    package mutating func forgetSources() {
        for index in sheets.indices { sheets[index].source = 0..<0 }
    }

    /// Returns the places of some of the targets (from 0), in the order given; nil where one of
    /// them has no place.
    package func selecting(_ targets: [Int]) -> CellPlaces? {
        guard targets.allSatisfy(rows.indices.contains) else { return nil }
        var selected = self
        selected.rows = targets.map { rows[$0] }
        return selected
    }

    /// Puts the places of another table's targets behind these.
    package mutating func append(_ other: CellPlaces) {
        let first = Int32(clamping: sheets.count)
        sheets += other.sheets
        rows.append(addingCapacity: other.rows.count) { rows in
            for row in other.rows {
                var moved = row
                moved.sheet += first
                rows.append(moved)
            }
        }
    }

    /// The reference of a cell, such as `B7`: the sheet's column from 0, its row from 1.
    package static func reference(column: Int, row: Int) -> String {
        ColumnLetters.of(column) + String(row)
    }
}
