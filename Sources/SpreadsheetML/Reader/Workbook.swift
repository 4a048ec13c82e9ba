package import SourceText

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
    /// The texts of its cells, as far as they were read.
    private var texts: WorkbookTexts
    /// The formats of its cells.
    let formats: CellFormats
    /// Where its dates count from.
    private(set) var epoch = DateEpoch.from1900

    /// What it holds that was left out, in words.
    package private(set) var leftOut: [Wording] = []

    private let parts: PackageParts
    /// Whether some values of cells are pictures.
    private var hasPictures = false

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
        // Where a part isn't there that a relationship names, cells that need it are refused.
        if let entry = related.first("sharedStrings").flatMap({ [parts] in
            parts.entry(named: $0.part)
        }) {
            texts = try WorkbookTexts(archive.open(entry), limit: archive.limits.total)
        } else {
            texts = WorkbookTexts(limit: archive.limits.total)
        }
        if let part = related.first("styles")?.part {
            if let entry = parts.entry(named: part) {
                formats = try CellFormats(archive.open(entry))
            } else {
                formats = CellFormats()
                leftOut.append(
                    Wording(
                        en: "the formats of cells, whose part \(part.prefix(80)) is missing",
                        zh: "单元格格式（缺少部件 \(part.prefix(80))）"
                    )
                )
            }
        } else {
            formats = CellFormats()
        }
        let values = related.first("rdRichValueStructure").flatMap { [parts] in
            parts.entry(named: $0.part)
        }
        if let values { hasPictures = try Self.holdsPictures(archive.open(values)) }
        try readMain(archive.open(Self.entry(main.part, parts)), related)
    }

    /// How much of a sheet is read.
    package enum Extent: Sendable, Equatable {
        /// All of it.
        case all
        /// As many rows as its part has first; whether the rest is whole is then not known.
        case firstRows(Int)
        /// All cells but those with a formula.
        case typedCells
    }

    /// Reads the cells of sheets, of each as much as is asked for.
    ///
    /// The sheets share their texts; let them go before more are read.
    /// - Throws: `damaged-workbook` where a sheet contradicts itself, and what `XMLReader` throws.
    /// - Complexity: O(n) in the parts' bytes.
    package mutating func cells(
        of requests: [(sheet: Sheet, extent: Extent)],
        in archive: borrowing ZIPArchive
    ) throws(SpreadsheetError) -> [SheetCells] {
        var result: [SheetCells] = []
        for request in requests {
            // Taken out meanwhile, so that adding to them copies nothing.
            var taken = WorkbookTexts(limit: 0)
            swap(&taken, &texts)
            var reader = try SheetReader(
                archive.open(Self.entry(request.sheet.part, parts)),
                sheet: request.sheet.name,
                texts: consume taken,
                formats: formats,
                epoch: epoch,
                hasPictures: hasPictures
            )
            var cells = try reader.read(request.extent)
            if request.extent == .all {
                let attachments = try SheetAttachments(
                    of: request.sheet.part,
                    among: parts,
                    in: archive
                )
                cells.comments = attachments.comments
                cells.totalsRows = attachments.totalsRows
            }
            result.append(cells)
            texts = reader.texts
        }
        for index in result.indices {
            result[index].bytes = texts.bytes
            result[index].valueStarts = texts.valueStarts
        }
        return result
    }

    /// Reads the cells of one sheet; the workbook stays as it is.
    ///
    /// - Throws: what reading several throws.
    /// - Complexity: O(n) in the part's bytes and in those of the shared texts.
    package func cells(
        of sheet: Sheet,
        in archive: borrowing ZIPArchive
    ) throws(SpreadsheetError) -> SheetCells {
        var copy = self
        return try copy.cells(of: [(sheet, .all)], in: archive)[0]
    }

    /// Whether a part that lists kinds of values names a picture.
    private static func holdsPictures(
        _ entry: consuming ZIPEntryReader
    ) throws(SpreadsheetError) -> Bool {
        var reader = try XMLReader(entry)
        while true {
            switch try reader.next() {
            case .start:
                if let kind = reader.string("t"), CellPicture.valueKinds.contains(kind) {
                    return true
                }
            case .endOfDocument: return false
            case .end, .text: continue
            }
        }
    }

    private static func entry(
        _ part: String,
        _ parts: PackageParts
    ) throws(SpreadsheetError) -> ZIPArchive.Entry {
        guard let entry = parts.entry(named: part) else {
            throw .damaged(part, "the part is missing", zh: "缺少该部件")
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
                if reader.flag("date1904") { epoch = .from1904 }
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
        if reader.string("id", in: .documentRelationships) == "" {
            // Sheets of macros from old programs have no part any more.
            let name = reader.string("name") ?? ""
            leftOut.append(
                Wording(
                    en: "the sheet \(name.prefix(40)), which has no cells",
                    zh: "没有单元格的工作表“\(name.prefix(40))”"
                )
            )
            return
        }
        guard let id = reader.string("id", in: .documentRelationships),
            let relationship = related.part(id: id)
        else { throw reader.malformed("a sheet without a part", zh: "工作表没有对应的部件") }
        guard relationship.kind == "worksheet" else { return }
        guard sheets.count < Self.mostSheets else {
            throw reader.malformed(
                "more than \(Self.mostSheets) sheets",
                zh: "工作表超过 \(Self.mostSheets) 个"
            )
        }
        let state = reader.string("state")
        sheets.append(
            Sheet(
                name: reader.string("name") ?? "",
                visibility: state == nil || state == "visible" ? .visible : .hidden,
                part: relationship.part
            )
        )
    }
}
