internal import DelimitedText
internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// The rows of one sheet, or of several one under the other, as one grid.
struct SheetStack {
    /// The cells.
    let cells: GridSource
    /// Where the rows of the grid stand.
    let rows: StackedRows
    /// The names of the sheets.
    let sheets: [String]

    /// A sheet of a stack.
    struct Part {
        var sheet: SheetCells
        /// The first row (from 0) that counts.
        var firstRow = 0
        /// What its targets are called together.
        var name = ""
        /// Whether they are a section of the table however they are numbered.
        var isSection = false
    }

    /// Stacks sheets of the file called `file`.
    ///
    /// The sheets were read together: they share their texts.
    /// - Throws: `damaged-workbook` where merged cells overlap.
    init(_ parts: [Part], file: String) throws(SpreadsheetError) {
        var merged: [(rows: Range<Int>, cell: Int)] = []
        var gridParts: [GridPart] = []
        var cells = TextRanges()
        var rowStarts: [UInt32] = [0]
        var rows = StackedRows()
        for (index, part) in parts.enumerated() {
            let sheet = part.sheet
            let before = rows.count - part.firstRow
            merged += try sheet.tallMerges().compactMap { range in
                let first = max(part.firstRow, sheet.firstRow(from: range.first.row))
                let end = sheet.firstRow(from: range.last.row + 1)
                guard first < end else { return nil }
                return ((before + first)..<(before + end), range.first.column - 1)
            }
            if parts.count > 1 {
                gridParts.append(
                    GridPart(row: rows.count, name: part.name, isSection: part.isSection)
                )
            }
            if index == 0, part.firstRow == 0 {
                cells = sheet.cells
                rowStarts = sheet.rowStarts
            } else {
                let firstCell = sheet.rowStarts[part.firstRow]
                let base = UInt32(truncatingIfNeeded: cells.count)
                cells.append(contentsOf: sheet.cells[Int(firstCell)...])
                rowStarts += sheet.rowStarts[(part.firstRow + 1)...].map { $0 - firstCell + base }
            }
            rows.append(sheet.rowNumbers[part.firstRow...])
        }
        let bytes = parts.first?.sheet.bytes ?? []
        self.rows = rows
        sheets = parts.map(\.sheet.sheet)
        let grid = Grid(cells: cells, rowStarts: rowStarts, byteCount: bytes.count)
        let names = sheets
        let places = rows
        let place = { @Sendable (row: Int, cell: Int) -> CellSpot in
            guard row < places.count else {
                return .cell(Place(file: file, sheet: names.first ?? ""))
            }
            let (sheet, number) = places[row]
            let reference = CellReference(row: number, column: cell + 1)
            return .cell(Place(file: file, sheet: names[sheet], cell: reference.description))
        }
        self.cells = GridSource(
            source: SourceText(name: file, validated: bytes, encoding: .utf8),
            grid: grid,
            place: place,
            merged: MergedCells(merged),
            parts: gridParts
        )
    }
}

extension SheetStack {
    /// Returns the finding placed at a cell: row and cell from 0.
    func at(_ finding: Diagnostic, row: Int, cell: Int) -> Diagnostic {
        cells.at(finding, row: row, cell: cell)
    }

    /// Where the targets of a table stand that was recognised in the grid.
    func places(of recognition: Recognition) -> CellPlaces {
        var sheets: [CellPlaces.Sheet] = []
        var indexes: [Key: Int] = [:]
        var rows: [CellPlaces.Row] = []
        rows.reserveCapacity(recognition.origins.count)
        var last: (key: Key, index: Int)?
        for (target, origin) in recognition.origins.enumerated() {
            let place = self.rows[Int(recognition.targetRows[target])]
            let key = Key(sheet: place.sheet, page: origin.page, block: origin.block)
            if let last, last.key == key {
                rows.append(CellPlaces.Row(sheet: last.index, number: place.number))
                continue
            }
            let index = indexes[key] ?? sheets.count
            last = (key, index)
            if index == sheets.count {
                indexes[key] = index
                let page = recognition.pages[Int(origin.page) - 1]
                let block = page.blocks[Int(origin.block) - 1]
                let columns = recognition.columns.indices.map { column in
                    block.columns.firstIndex(of: column).map { block.cell + $0 }
                }
                let name = self.sheets[place.sheet]
                sheets.append(CellPlaces.Sheet(name: name, columns: columns))
            }
            rows.append(CellPlaces.Row(sheet: index, number: place.number))
        }
        return CellPlaces(sheets: sheets, rows: rows)
    }

    /// Targets that have their cells in the same columns.
    private struct Key: Hashable {
        var sheet: Int
        var page: Int32
        var block: Int32
    }
}

/// Where the rows of sheets stand that are stacked.
struct StackedRows: Sendable {
    /// The number of rows, of all sheets.
    private(set) var count = 0
    /// For each sheet, the index of its first row and the numbers of all, from 1; memory is the sheets' own.
    private var sheets: [(start: Int, numbers: ArraySlice<UInt32>)] = []

    /// Puts the rows of one more sheet below the others.
    mutating func append(_ numbers: ArraySlice<UInt32>) {
        sheets.append((count, numbers))
        count += numbers.count
    }

    /// The sheet of a row (both from 0), and the row's number in it, from 1.
    subscript(row: Int) -> (sheet: Int, number: Int) {
        let sheet = sheets.count == 1 ? 0 : sheets.partitionPoint { $0.start > row } - 1
        let (start, numbers) = sheets[sheet]
        return (sheet, Int(numbers[numbers.startIndex + row - start]))
    }
}
