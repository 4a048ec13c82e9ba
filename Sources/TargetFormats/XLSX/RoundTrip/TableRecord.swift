internal import JSONText
internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// What the hidden sheet of a workbook says of the table that the workbook was made from.
struct TableRecord {
    /// The table's documents; never empty.
    var documents: [Document]
    /// The table's columns.
    var columns: [Column]
    /// For each column, the header that it has in the sheets of targets.
    var headers: [String]
    /// For each column, which headers of the table have it; nil where all do, or that isn't known.
    var headerPlaces: [[HeaderPlace]?]
    /// How many targets the table had.
    var count: Int
    /// The header of the column of dates, which is none of the table's; nil where there is none.
    var dateHeader: String?
    /// The sheet's name.
    var sheet: String
    /// Whether it is of a workbook of yilan 0.1.0: then nothing in it is sealed, and what is kept
    /// of the targets stands beside their rows.
    let isFormer: Bool
    /// Column (from 0) of the serials; nil where the table has none.
    var serialColumn: Int? { columns.firstIndex { $0.field == .serial } }
    /// Whether there is a layout.
    var hasLayout: Bool { !layout.isEmpty }
    /// The sealed pieces that keep the targets.
    var keptPieces: [ArraySlice<UInt8>] { kept.map { texts[$0] } }
    /// The pieces of the layout's JSON, in `texts`; none where the table had no layout.
    private var layout: [Range<Int>] = []
    private var kept: [Range<Int>] = []
    private let texts: [UInt8]

    /// Whether a sheet begins as the sheet of a table does.
    static func isFound(in sheet: SheetCells) -> Bool {
        guard sheet.rowCount > 0, sheet.rowNumbers[0] == 1 else { return false }
        let mark = sheet.string(row: 0, cell: 0)
        return mark == WorkbookRoundTrip.tableMark || mark == WorkbookRoundTrip.formerTableMark
    }

    /// Reads the sheet; nil where it isn't what a workbook was made with.
    init?(_ sheet: SheetCells) {
        isFormer = sheet.string(row: 0, cell: 0) == WorkbookRoundTrip.formerTableMark
        func pieces(inCell cell: Int) -> [Range<Int>] {
            (0..<sheet.rowCount).dropFirst().compactMap { row in
                sheet.range(row: row, cell: cell).flatMap { $0.isEmpty ? nil : $0 }
            }
        }
        layout = pieces(inCell: 1)
        kept = isFormer ? [] : pieces(inCell: 2)
        let about = Self.joined(pieces(inCell: 0), of: sheet.bytes, areSealed: !isFormer)
        guard let about, let value = (try? JSONDocument(parsing: about))?.root,
            let count = value["targets"]?.integer,
            let documents = value["documents"]?.elements.map(Self.document),
            let columns = value["columns"]?.elements.map(Self.column),
            !documents.isEmpty, !columns.isEmpty,
            0...(TargetTable.mostCells / columns.count) ~= count
        else { return nil }
        let known = columns.compactMap { $0 }
        guard known.count == columns.count, known.contains(where: { $0.column.field == .serial })
        else { return nil }
        let keys = known.map(\.column.key)
        guard Set(keys).count == keys.count else { return nil }
        self.documents = documents
        self.columns = known.map(\.column)
        headers = known.map(\.header)
        headerPlaces = value["columns"]?.elements.map(Self.headerPlaces) ?? []
        self.count = count
        dateHeader = value["dateHeader"]?.string
        self.sheet = sheet.sheet
        texts = sheet.bytes
    }

    /// The JSON that pieces come to; nil where one isn't as it was sealed.
    private static func joined(
        _ pieces: [Range<Int>],
        of bytes: [UInt8],
        areSealed: Bool
    ) -> [UInt8]? {
        var json: [UInt8] = []
        for piece in pieces {
            guard areSealed else {
                json += bytes[piece]
                continue
            }
            guard let opened = SealedPiece.open(bytes.span.extracting(piece)) else { return nil }
            json += opened
        }
        return json
    }

    private static func document(_ value: JSONValue) -> Document {
        Document(
            title: value["title"]?.string,
            issuer: value["issuer"]?.string,
            year: value["year"]?.integer,
            file: value["file"]?.string ?? "",
            sha256: value["sha256"]?.string ?? "",
            encoding: value["encoding"]?.string ?? TextEncoding.utf8.name
        )
    }

    private static func column(_ value: JSONValue) -> (column: Column, header: String)? {
        guard let key = value["key"], let label = value["label"]?.string,
            let header = value["header"]?.string
        else { return nil }
        guard !key.isNull else { return (Column(nil, label: label), header) }
        guard let field = key.string.flatMap(Field.init(rawValue:)) else { return nil }
        return (Column(field, label: label), header)
    }

    private static func headerPlaces(_ value: JSONValue) -> [HeaderPlace]? {
        value["headers"]?.elements.compactMap { place in
            let numbers = place.elements.compactMap(\.integer)
            guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 }) else { return nil }
            return HeaderPlace(page: numbers[0], block: numbers[1])
        }
    }

    /// Reads the layout; nil where there is none, or it isn't one for this table.
    func storedLayout(file: String) -> StoredLayout? {
        guard hasLayout, let json = Self.joined(layout, of: texts, areSealed: !isFormer),
            let value = (try? JSONDocument(parsing: json))?.root
        else { return nil }
        let sheet = sheet
        var findings = JSONFindings { finding, _ in
            finding.at(Place(file: file, sheet: sheet, cell: "B2"))
        }
        let stored = LayoutCoding.decode(value, columns: columns, reporting: &findings)
        return stored.flatMap { $0.count == count ? $0 : nil }
    }
}
