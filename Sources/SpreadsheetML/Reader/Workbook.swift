/// What a workbook says of its sheets and cells, but for the sheets' own parts.
package struct Workbook: Sendable {
    /// One worksheet.
    package struct Sheet: Sendable, Equatable {
        /// Whether a user sees it.
        package enum Visibility: Sendable, Equatable {
            /// Its tab is there.
            case visible
            /// The user, or the program that made it, has put it away.
            case hidden
        }

        /// The name on its tab.
        package var name: String
        /// Whether a user sees it.
        package var visibility: Visibility
        /// The name of its part.
        var part: String
    }

    /// The most worksheets; each leader of a large table has one.
    static let mostSheets = 10_000

    /// The worksheets, in the order of their tabs.
    package private(set) var sheets: [Sheet] = []
    /// The texts that its cells share.
    let strings: SharedStrings
    /// The formats of its cells.
    let formats: CellFormats
    /// Where its dates count from.
    private(set) var epoch = DateEpoch.from1900

    private let parts: PackageParts

    /// Reads everything but the sheets.
    ///
    /// - Throws: `not-a-workbook`, `unsupported-workbook` where the archive is something else,
    ///   `damaged-workbook` where a part is missing or broken, and what `XMLReader` throws.
    package init(_ archive: borrowing ZIPArchive) throws(SpreadsheetError) {
        parts = try PackageParts(archive.entries)
        try PackageKind.check(parts)
        let package = try Relationships(of: "", among: parts, in: archive)
        guard let main = package.first("officeDocument") else { throw .notAWorkbook }
        let related = try Relationships(of: main.part, among: parts, in: archive)
        if let part = related.first("sharedStrings")?.part {
            strings = try SharedStrings(archive.open(Self.entry(part, parts)))
        } else {
            strings = SharedStrings()
        }
        if let part = related.first("styles")?.part {
            formats = try CellFormats(archive.open(Self.entry(part, parts)))
        } else {
            formats = CellFormats()
        }
        try readMain(archive.open(Self.entry(main.part, parts)), related)
    }

    /// Reads the cells of a sheet.
    ///
    /// With `firstRows`, only as many rows as the part has first; whether the rest of it is whole
    /// is then not known.
    /// - Throws: `damaged-workbook` where the sheet contradicts itself, and what `XMLReader` throws.
    /// - Complexity: O(n) in the part's bytes.
    package func cells(
        of sheet: Sheet,
        in archive: borrowing ZIPArchive,
        firstRows: Int? = nil
    ) throws(SpreadsheetError) -> SheetCells {
        var reader = try SheetReader(
            archive.open(Self.entry(sheet.part, parts)),
            sheet: sheet.name,
            workbook: self,
            mostText: archive.limits.perEntry,
            expectsAll: firstRows == nil
        )
        return try reader.read(firstRows: firstRows)
    }

    private static func entry(
        _ part: String,
        _ parts: PackageParts
    ) throws(SpreadsheetError) -> ZIPArchive.Entry {
        guard let entry = parts.entry(named: part) else {
            throw .damaged(part, "the part is missing")
        }
        return entry
    }

    private mutating func readMain(
        _ entry: consuming ZIPEntryReader,
        _ related: Relationships
    ) throws(SpreadsheetError) {
        var reader = try XMLReader(entry)
        var isWorkbook = false
        while true {
            switch try reader.next() {
            case .start where reader.depth == 1:
                isWorkbook = reader.element == .workbook
            case .start where reader.element == .workbookPr && reader.depth == 2:
                if try reader.flag("date1904") { epoch = .from1904 }
            case .start where reader.element == .sheet && reader.depth == 3:
                try addSheet(reader, related)
            case .endOfDocument:
                guard isWorkbook else { throw .notAWorkbook }
                return
            case .start, .end, .text: continue
            }
        }
    }

    /// Adds a sheet of cells; sheets that are a chart or a dialogue are left out.
    private mutating func addSheet(
        _ reader: borrowing XMLReader,
        _ related: Relationships
    ) throws(SpreadsheetError) {
        guard let id = try reader.string("id", in: .documentRelationships),
            let relationship = related.part(id: id)
        else { throw reader.malformed("a sheet without a part") }
        guard relationship.kind == "worksheet" else { return }
        guard sheets.count < Self.mostSheets else {
            throw reader.malformed("more than \(Self.mostSheets) sheets")
        }
        let state = try reader.string("state")
        sheets.append(
            Sheet(
                name: try reader.string("name") ?? "",
                visibility: state == nil || state == "visible" ? .visible : .hidden,
                part: relationship.part
            )
        )
    }
}
