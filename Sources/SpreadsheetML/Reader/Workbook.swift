package import SourceText

/// What a workbook says of its sheets and cells, but for the sheets' own parts.
///
/// It has one owner: the texts that its cells share are read while sheets are, and only once.
package struct Workbook: ~Copyable {
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
    package let sheets: [Sheet]
    /// The texts of its cells, as far as they were read.
    private var texts: WorkbookTexts
    /// The formats of its cells.
    let formats: CellFormats
    /// Where its dates count from.
    let epoch: DateEpoch

    /// What it holds that was left out, in words.
    package let leftOut: [Wording]

    private let parts: PackageParts
    /// Whether some values of cells are pictures.
    private let hasPictures: Bool

    /// Reads everything but the sheets, and lets go of the texts that cells share.
    ///
    /// - Throws: `not-a-workbook`, `unsupported-workbook` where the archive is something else,
    ///   `damaged-workbook` where a part is missing or broken, and what `XMLReader` throws.
    package init(_ archive: borrowing ZIPArchive) throws(SpreadsheetError) {
        let parts = try PackageParts(archive.entries)
        try PackageKind.check(parts)
        let package = try Relationships(of: "", among: parts, in: archive)
        guard let main = package.first("officeDocument") else { throw .notAWorkbook }
        let related = try Relationships(of: main.part, among: parts, in: archive)
        func entry(_ kind: String) -> ZIPArchive.Entry? {
            related.first(kind).flatMap { parts.entry(named: $0.part) }
        }
        // Where a part isn't there that a relationship names, sheets whose cells need it are refused.
        var texts =
            try entry("sharedStrings").map { entry throws(SpreadsheetError) in
                try WorkbookTexts(
                    archive.open(entry, isLast: true),
                    limit: archive.limits.total
                )
            } ?? WorkbookTexts(limit: archive.limits.total)
        if entry("sharedStrings") == nil {
            texts.missingPart = related.first("sharedStrings")?.part
        }
        let formats = try entry("styles").map { entry throws(SpreadsheetError) in
            try CellFormats(archive.open(entry))
        }
        let hasPictures = try entry("rdRichValueStructure").map { entry throws(SpreadsheetError) in
            try Self.holdsPictures(archive.open(entry))
        }
        let content = try MainPart(archive.open(Self.entry(main.part, parts)), related)
        self.parts = parts
        self.texts = texts
        self.formats = formats ?? CellFormats()
        self.hasPictures = hasPictures ?? false
        (sheets, epoch) = (content.sheets, content.epoch)
        let missing =
            formats == nil ? related.first("styles").map { Self.missingFormats($0.part) } : nil
        leftOut = [missing].compactMap(\.self) + content.leftOut
    }

    private static func missingFormats(_ part: String) -> Wording {
        Wording(
            en: "the formats of cells, whose part \(part.prefix(80)) is missing",
            zh: "单元格格式（缺少部件 \(part.prefix(80))）"
        )
    }

    /// How much of a sheet is read.
    package enum Extent: Sendable, Equatable {
        /// All of it.
        case all
        /// As many rows as its part has first; whether the rest is whole is then not known.
        case firstRows(Int)
        /// All cells but those with a formula.
        case typedCells

        /// Whether the sheet is read to its end.
        var reachesTheEnd: Bool {
            switch self {
            case .all, .typedCells: true
            case .firstRows: false
            }
        }
    }

    /// Reads the cells of sheets, of each as much as is asked for.
    ///
    /// The sheets share their texts; let them go before more are read. `isLast` says that nobody reads these
    /// sheets again, so that the archive may let go of them.
    /// - Throws: `damaged-workbook` where a sheet contradicts itself, and what `XMLReader` throws.
    /// - Complexity: O(n) in the parts' bytes.
    package mutating func cells(
        of requests: [(sheet: Sheet, extent: Extent)],
        in archive: borrowing ZIPArchive,
        isLast: Bool = false
    ) throws(SpreadsheetError) -> [SheetCells] {
        var result: [SheetCells] = []
        for (number, request) in requests.enumerated() {
            // Two tabs may show one part.
            let isLast =
                isLast
                && !requests[(number + 1)...].contains { $0.sheet.part == request.sheet.part }
            // Taken out meanwhile, so that adding to them copies nothing.
            var taken = WorkbookTexts(limit: 0)
            swap(&taken, &texts)
            var reader = try SheetReader(
                archive.open(Self.entry(request.sheet.part, parts), isLast: isLast),
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
                cells.drawings = attachments.drawings
            }
            result.append(cells)
            texts = reader.texts
        }
        // What all of a workbook says holds only where all of its texts can be read.
        if requests.contains(where: { $0.extent.reachesTheEnd }) { try texts.takeInRest() }
        for index in result.indices {
            result[index].bytes = texts.bytes
            result[index].valueStarts = texts.valueStarts
        }
        return result
    }

    /// Reads the cells of one sheet.
    ///
    /// - Throws: what reading several throws.
    /// - Complexity: O(n) in the part's bytes and in those of the shared texts.
    package mutating func cells(
        of sheet: Sheet,
        in archive: borrowing ZIPArchive
    ) throws(SpreadsheetError) -> SheetCells {
        try cells(of: [(sheet, .all)], in: archive)[0]
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
            throw .missing(part)
        }
        return entry
    }
}
