internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// A sheet of targets, as it came back: where its header, its keys and its columns are.
struct RoundTripSheet {
    /// The sheet.
    private(set) var sheet: SheetCells
    /// The row, from 0, of its header.
    let header: Int
    /// The cell, from 0, that holds each row's key.
    let key: Int
    /// For each column of the table, the cell, from 0, in a row; nil where the sheet lacks it.
    private(set) var cells: [Int?]
    /// Cells of the header that are no column of the table, nor the workbook's own.
    private(set) var strangers: [Int] = []
    /// Cells of the header that name a column which an earlier cell names, too.
    private(set) var repeated: [Int] = []
    /// Cells of the header that were renamed.
    private(set) var renamed: [Int] = []
    /// The cell, from 0, of the column of dates, which is none of the table's; nil where the sheet
    /// lacks it.
    private(set) var dateCell: Int?

    /// Cells that hold a picture, and so say nothing of their text.
    let pictures: Set<CellReference>

    /// How many rows from the top may hold the mark: rows may have been added above.
    static let headerRows = 64

    /// Where the mark is; nil where the sheet holds no targets.
    static func mark(in sheet: SheetCells) -> (row: Int, cell: Int)? {
        let marks = [WorkbookRoundTrip.targetsMark, WorkbookRoundTrip.formerTargetsMark]
        for row in 0..<min(sheet.rowCount, headerRows) {
            for cell in 0..<sheet.cellCount(row: row) {
                if let range = sheet.range(row: row, cell: cell),
                    marks.contains(where: { sheet.bytes[range].elementsEqual($0.utf8) })
                {
                    return (row, cell)
                }
            }
        }
        return nil
    }

    /// Column of the table, from 0, of the serials; nil where it has none.
    private let serialColumn: Int?
    /// The cell, from 0, of the serials; nil where the sheet lacks them.
    var serialCell: Int? { serialColumn.flatMap { cells[$0] } }

    /// Returns the sheet with other cells in its place, whose rows are the same.
    func with(_ sheet: SheetCells) -> RoundTripSheet {
        var other = self
        other.sheet = sheet
        return other
    }

    /// Whether rows of a sheet that has no mark carry keys: then its header is gone.
    static func lacksHeader(_ sheet: SheetCells) -> Bool {
        (0..<sheet.rowCount).contains { row in
            (0..<sheet.cellCount(row: row)).contains { cell in
                guard let range = sheet.range(row: row, cell: cell), !range.isEmpty else {
                    return false
                }
                return RowKey(sheet.bytes.span.extracting(range)) != nil
                    || KeptLines.mayBegin(with: sheet.bytes[range])
            }
        }
    }

    /// Finds the columns of a table by their headers; nil where the sheet holds no targets.
    init?(_ sheet: SheetCells, of table: TableRecord) {
        guard let mark = Self.mark(in: sheet) else { return nil }
        self.sheet = sheet
        pictures = Set(sheet.problems.filter { $0.kind == .picture }.map(\.cell))
        serialColumn = table.serialColumn
        header = mark.row
        key = mark.cell
        cells = Array(repeating: nil, count: table.columns.count)
        let date = table.dateHeader.map(FieldLabels.normalize)
        var unknown: [Int] = []
        for cell in 0..<sheet.cellCount(row: mark.row) where cell != mark.cell {
            let label = sheet.string(row: mark.row, cell: cell)
            if FieldLabels.normalize(label) == date, date != nil {
                dateCell = dateCell ?? cell
                continue
            }
            if WorkbookRoundTrip.isOwn(label) || label.isEmpty { continue }
            guard let column = table.headers.firstIndex(where: { Self.same($0, label) }) else {
                unknown.append(cell)
                continue
            }
            if cells[column] == nil { cells[column] = cell } else { repeated.append(cell) }
        }
        adoptSpread(unknown, table)
        adoptRenamed(table)
    }

    private static func same(_ one: String, _ other: String) -> Bool {
        one.utf8.elementsEqual(other.utf8)
    }

    /// A header may have got blanks or line breaks.
    private mutating func adoptSpread(_ unknown: [Int], _ table: TableRecord) {
        for cell in unknown {
            let key = FieldLabels.normalize(sheet.string(row: header, cell: cell))
            let column = cells.indices.first { column in
                cells[column] == nil && Self.same(FieldLabels.normalize(table.headers[column]), key)
            }
            if let column { cells[column] = cell } else { strangers.append(cell) }
        }
    }

    /// A column that is missing may stand under another label of its field.
    private mutating func adoptRenamed(_ table: TableRecord) {
        for (column, cell) in cells.enumerated() where cell == nil {
            guard let field = table.columns[column].field else { continue }
            let matching = strangers.filter { cell in
                let label = FieldLabels.normalize(sheet.string(row: header, cell: cell))
                return FieldLabels.match(label)?.field == field
            }
            guard matching.count == 1 else { continue }
            adopt(matching[0], as: column)
        }
    }

    /// Takes a cell of the header (from 0), whatever it says, for that of a column (from 0) of the
    /// table.
    mutating func adopt(_ cell: Int, as column: Int) {
        cells[column] = cell
        renamed.append(cell)
        strangers.removeAll { $0 == cell }
    }

    /// Whether a cell stands between those of the columns before and behind a column (all from 0).
    func stands(_ cell: Int, inPlaceOf column: Int) -> Bool {
        let before = cells[..<column].last { $0 != nil } ?? nil
        let behind = cells[(column + 1)...].first { $0 != nil } ?? nil
        return before ?? -1 < cell && cell < behind ?? Int.max
    }

    /// The bytes of a row's cell in a column (both from 0) of the table, without blanks around them.
    func text(row: Int, column: Int) -> ArraySlice<UInt8> {
        guard let cell = cells[column], let range = sheet.range(row: row, cell: cell) else {
            return []
        }
        return CellText.trimmed(sheet.bytes[range])
    }

    /// The reference of a cell: row and cell from 0.
    func reference(row: Int, cell: Int) -> String {
        sheet.reference(row: row, cell: cell).description
    }
}

extension WorkbookRoundTrip {
    /// The columns (from 0) that a workbook has for its own formulas and keys, where labels are those
    /// of its list, as the mark of the keys among them or a known `dateHeader` says: those marked so, and
    /// before them the deadlines' dates.
    static func ownColumns(among labels: [String], dateHeader: String? = nil) -> Set<Int> {
        let marked = labels.indices.filter { isOwn(labels[$0]) }
        let marks = [targetsMark, formerTargetsMark]
        guard let first = marked.first,
            dateHeader != nil || marked.contains(where: { marks.contains(labels[$0]) })
        else { return [] }
        let dates = dateHeader.map { [$0] } ?? WorkbookWords.dateHeaders
        let date = labels[..<first].lastIndex { label in
            dates.contains { $0.utf8.elementsEqual(label.utf8) }
        }
        return Set(marked + (date.map { [$0] } ?? []))
    }

    /// Returns a sheet without the columns that a workbook of ours has for itself.
    ///
    /// - Complexity: O(n) in the cells, where there are some.
    static func withoutOwnColumns(_ sheet: SheetCells, dateHeader: String?) -> SheetCells {
        for row in 0..<min(sheet.rowCount, RoundTripSheet.headerRows) {
            let labels = (0..<sheet.cellCount(row: row)).map { sheet.string(row: row, cell: $0) }
            let added = ownColumns(among: labels, dateHeader: dateHeader)
            if !added.isEmpty { return sheet.leavingOut(added) }
        }
        return sheet
    }

    /// Whether a header is one of the workbook's own columns.
    static func isOwn(_ header: String) -> Bool {
        header.utf8.starts(with: ownPrefix.utf8)
    }

    /// A header for a column of the table, which must not be taken for one of the workbook's own:
    /// then with the colon of Chinese texts, which looks the same.
    static func foreign(_ label: String) -> String {
        isOwn(label) ? "yilan：" + label.dropFirst(ownPrefix.count) : label
    }
}
