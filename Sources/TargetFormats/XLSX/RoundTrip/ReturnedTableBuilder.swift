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
        serialColumn = table.serialColumn
    }

    /// Returns the table, without a layout.
    mutating func table() -> TargetTable {
        let cells = ranges()
        var result = TargetTable(
            documents: reader.table.documents,
            columns: columns.map { reader.table.columns[$0] },
            text: text,
            cells: cells,
            origins: origins
        )
        result.baseline = baseline
        result.places = places
        let headers = reader.table.headerPlaces
        if headers.count == reader.table.columns.count {
            result.setHeaders(columns.map { headers[$0] })
        }
        return result
    }

    private var origins: Origins {
        let kept = reader.kept.origins
        return Origins(rows.lazy.map { $0.isAdded ? Origin() : kept[$0.target] })
    }

    /// Where every target is there, what is kept of them is the baseline, and isn't copied.
    private var baseline: Baseline {
        guard !isUnmoved else { return Baseline(reader.kept.originals) }
        var originals = PackedOriginals()
        for row in rows { for column in columns { originals.append(original(row, column)) } }
        return Baseline(originals)
    }

    /// Where the texts of all cells are, row after row.
    private mutating func ranges() -> TextRanges {
        var all = TextRanges(roomFor: rows.count * columns.count)
        let pieces = Cores.ranges(of: RoundTripReader.rowsAtOnce, in: rows.count)
        // Some pieces at a time: all ranges would be there twice.
        for some in Cores.ranges(of: Self.piecesAtOnce, in: pieces.count) {
            let found = Cores.map(some.count) { [self] number in
                cells(ofRows: pieces[some.lowerBound + number])
            }
            for piece in found {
                var ranges = piece.ranges
                for (index, text) in piece.texts { ranges[index] = self.text.add(text) }
                all.append(ranges.span)
            }
        }
        return all
    }

    private static let piecesAtOnce = 32

    /// Where the texts of the cells of some rows are, and the texts, each with its index among the cells (from 0),
    /// that stand in no sheet.
    private func cells(
        ofRows range: Range<Int>
    ) -> (ranges: [TextRange], texts: [(index: Int, text: [UInt8])]) {
        var ranges: [TextRange] = []
        ranges.reserveCapacity(range.count * columns.count)
        var texts: [(index: Int, text: [UInt8])] = []
        reader.forEach(rows[range]) { row, returned in
            for column in columns {
                let original = original(row, column)
                let other =
                    textUnderPicture(row, column, in: returned)
                    ?? textElsewhere(row.row, column, in: returned, original)
                if let other { texts.append((ranges.count, other)) }
                ranges.append(other == nil ? self.range(row.row, column, in: returned) : .empty)
            }
        }
        return (ranges, texts)
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
    private func textUnderPicture(
        _ row: RoundTripReader.Row,
        _ column: Int,
        in returned: RoundTripSheet
    ) -> [UInt8]? {
        guard !returned.pictures.isEmpty, let cell = returned.cells[column],
            returned.pictures.contains(returned.sheet.reference(row: row.row, cell: cell))
        else { return nil }
        return reader.textBefore(row, column: column).map { Array($0.utf8) }
    }

    /// The original text of a cell whose column was taken out, or which says the same but for what a spreadsheet
    /// program changed on its own; nil where what the sheet says counts.
    private func textElsewhere(
        _ row: Int,
        _ column: Int,
        in returned: RoundTripSheet,
        _ original: Baseline.Original
    ) -> [UInt8]? {
        guard returned.cells[column] != nil else {
            guard case .text(let text) = original else { return nil }
            return Array(text.utf8)
        }
        let bounds = range(row, column, in: returned).bounds
        let isSerial = column == serialColumn
        guard !bounds.isEmpty,
            ProgramChanges.mayBeThere(bytes.span.extracting(bounds), original, isSerial: isSerial)
        else { return nil }
        return ProgramChanges.undone(bytes[bounds], original, isSerial: isSerial)
    }

    /// Where the text of a cell is in its sheet, without blanks around it.
    private func range(_ row: Int, _ column: Int, in returned: RoundTripSheet) -> TextRange {
        guard let cell = returned.cells[column],
            let bounds = returned.sheet.range(row: row, cell: cell), !bounds.isEmpty
        else { return .empty }
        return TextRange(source: CellText.trimmed(bounds, of: bytes.span))
    }
}
