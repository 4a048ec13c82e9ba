internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Puts the table together from the rows of a workbook.
struct ReturnedTableBuilder {
    private let reader: RoundTripReader
    private let rows: [RoundTripReader.Row]
    /// The columns, of the table that the workbook was made from, that the result has.
    private let columns: [Int]
    /// The sheets' texts.
    private let bytes: [UInt8]
    private var text: TextStore
    private let serialColumn: Int?
    /// The columns that no sheet holds and whose texts the rows don't carry.
    let missing: [Int]
    /// Whether every target and every column is there, and nothing else.
    let isWhole: Bool

    init(_ reader: RoundTripReader, _ rows: [RoundTripReader.Row]) {
        self.reader = reader
        self.rows = rows
        let table = reader.table
        let kept = reader.kept
        missing = table.columns.indices.filter { column in
            reader.sheets.contains { $0.cells[column] == nil }
                && !rows.allSatisfy { $0.isAdded || kept.holdsText($0.target, column) }
        }
        columns = table.columns.indices.filter { [missing] in !missing.contains($0) }
        isWhole =
            missing.isEmpty && rows.count == table.count && !rows.contains(where: \.isAdded)
        // Sheets that were read together share their texts.
        bytes = reader.sheets.first?.sheet.bytes ?? []
        text = TextStore(source: bytes)
        text.valueStarts = reader.sheets.first?.sheet.valueStarts
        serialColumn = table.columns.firstIndex { $0.field == .serial }
    }

    /// Returns the table, without a layout.
    mutating func table() -> TargetTable {
        var cells = TextRanges(roomFor: rows.count * columns.count)
        // Where every target is there, what is kept of them is the baseline, and isn't copied.
        let isUnmoved = isUnmoved
        var originals = isUnmoved ? reader.kept.originals : []
        var sheet = -1
        var returned: RoundTripSheet?
        for row in rows {
            if row.sheet != sheet {
                sheet = row.sheet
                returned = reader.sheets[sheet]
            }
            guard let returned else { continue }
            for column in columns {
                let original = self.original(row, column)
                cells.append(
                    textUnderPicture(row, column, in: returned)
                        ?? range(row.row, column, in: returned, original)
                )
                if !isUnmoved { originals.append(original) }
            }
        }
        var result = TargetTable(
            documents: reader.table.documents,
            columns: columns.map { reader.table.columns[$0] },
            text: text,
            cells: cells,
            origins: Origins(
                rows.map { $0.isAdded ? Origin() : reader.kept.origins[$0.target] }
            )
        )
        result.baseline = Baseline(cells: originals)
        result.places = places
        let headers = reader.table.headerPlaces
        if headers.count == reader.table.columns.count {
            result.setHeaders(columns.map { headers[$0] })
        }
        return result
    }

    /// Whether the rows are all targets in their order.
    private var isUnmoved: Bool {
        missing.isEmpty && rows.count == reader.table.count
            && rows.enumerated().allSatisfy { $1.target == $0 }
    }

    /// What is known of the text that a cell had.
    private func original(_ row: RoundTripReader.Row, _ column: Int) -> Baseline.Original {
        row.isAdded ? .unknown : reader.kept.original(row.target, column)
    }

    private var placeRows: [CellPlaces.Row] {
        let numbers = reader.sheets.map(\.sheet.rowNumbers)
        return rows.map { row in
            CellPlaces.Row(sheet: row.sheet, number: Int(numbers[row.sheet][row.row]))
        }
    }

    private var places: CellPlaces {
        CellPlaces(
            sheets: reader.sheets.map { returned in
                CellPlaces.Sheet(
                    name: returned.sheet.sheet,
                    columns: columns.map { returned.cells[$0] }
                )
            },
            rows: placeRows
        )
    }

    // MARK: Texts

    /// The text that a cell had before somebody put a picture there; nil where there is none.
    private mutating func textUnderPicture(
        _ row: RoundTripReader.Row,
        _ column: Int,
        in returned: RoundTripSheet
    ) -> TextRange? {
        guard !returned.pictures.isEmpty, let cell = returned.cells[column],
            returned.pictures.contains(returned.sheet.reference(row: row.row, cell: cell))
        else { return nil }
        return reader.textBefore(row, column: column).map { text.add($0) }
    }

    /// The text of a cell: what the sheet says, or the original where that is the same but for
    /// what a spreadsheet program changed on its own.
    private mutating func range(
        _ row: Int,
        _ column: Int,
        in returned: RoundTripSheet,
        _ original: Baseline.Original
    ) -> TextRange {
        guard let cell = returned.cells[column] else {
            // A column that was taken out is left alone.
            guard case .text(let text) = original else { return .empty }
            return self.text.add(text)
        }
        guard let bounds = returned.sheet.range(row: row, cell: cell), !bounds.isEmpty else {
            return .empty
        }
        let trimmed = CellText.trimmed(bounds, of: bytes.span)
        let isSerial = column == serialColumn
        if ProgramChanges.mayBeThere(
            bytes.span.extracting(trimmed),
            original,
            isSerial: isSerial
        ), let text = ProgramChanges.undone(bytes[trimmed], original, isSerial: isSerial) {
            return self.text.add(text)
        }
        return TextRange(source: trimmed)
    }
}
