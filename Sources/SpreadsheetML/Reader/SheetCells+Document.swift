package import DocumentText

extension SheetCells {
    /// Lays a table of a document out as a sheet: lines above it, its cells, lines below it.
    ///
    /// So what holds for merged cells, sections and notes of a sheet holds for it, too. Rows are
    /// numbered from 1, the lines above included; a line is the first cell of a row.
    /// - Throws: `unsafe-workbook` where the table has no end of empty cells.
    /// - Complexity: O(n) in the cells.
    package init(
        _ table: DocumentTable,
        of content: DocumentContent,
        named name: String,
        above: [Range<Int>] = [],
        below: [Range<Int>] = []
    ) throws(SpreadsheetError) {
        var builder = SheetBuilder(sheet: name, part: name)
        var number = 0
        func add(line: Range<Int>) throws(SpreadsheetError) {
            number += 1
            builder.beginRow(number)
            try builder.add(line, column: 1)
            try builder.finishRow()
        }
        for line in above { try add(line: line) }
        let before = number
        var next = 0
        for row in 0..<table.rowCount {
            number += 1
            builder.beginRow(number)
            while next < table.cells.count, Int(table.cells[next].row) == row {
                let cell = table.cells[next]
                try builder.add(cell.text, column: Int(cell.column) + 1)
                if cell.rowSpan > 1 || cell.columnSpan > 1 {
                    try builder.add(merge: MergedRange(cell, below: before))
                }
                next += 1
            }
            try builder.finishRow()
        }
        for line in below { try add(line: line) }
        self = try builder.finish()
        bytes = content.bytes
    }
}

extension MergedRange {
    /// The range that a cell covers in a table that has so many rows above it.
    fileprivate init(_ cell: DocumentTable.Cell, below rows: Int) {
        first = CellReference(row: rows + Int(cell.row) + 1, column: Int(cell.column) + 1)
        last = CellReference(
            row: rows + Int(cell.row + cell.rowSpan),
            column: Int(cell.column + cell.columnSpan)
        )
    }
}
