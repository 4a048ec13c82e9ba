internal import SourceText

/// What the main part of a workbook says: which sheets there are.
struct MainPart {
    /// The worksheets, in the order of their tabs.
    private(set) var sheets: [Workbook.Sheet] = []
    /// Where the workbook's dates count from.
    private(set) var epoch = DateEpoch.from1900
    /// What it holds that is left out, in words.
    private(set) var leftOut: [Wording] = []

    /// Reads the part.
    ///
    /// - Throws: `not-a-workbook` where it is something else, and what `XMLReader` throws.
    init(
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
        guard sheets.count < Workbook.mostSheets else {
            throw reader.malformed(
                "more than \(Workbook.mostSheets) sheets",
                zh: "工作表超过 \(Workbook.mostSheets) 个"
            )
        }
        let state = reader.string("state")
        sheets.append(
            Workbook.Sheet(
                name: reader.string("name") ?? "",
                visibility: state == nil || state == "visible" ? .visible : .hidden,
                part: relationship.part
            )
        )
    }
}
