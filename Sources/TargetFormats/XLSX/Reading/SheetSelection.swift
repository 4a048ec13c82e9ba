internal import SourceText
internal import SpreadsheetML

/// The sheets of a workbook that matter for reading a table.
struct SheetSelection {
    /// Whether the archive's parts contradict each other in ways that do no harm.
    private(set) var isInconsistent = false
    /// The sheets that carry what ties their rows to the targets of the official table.
    private(set) var targets: [SheetCells] = []
    /// The other sheets whose rows are formulas, but for the cells with formulas: what stands
    /// there follows from the targets, unless somebody typed it.
    private(set) var followers: [SheetCells] = []
    /// Other sheets that are seen, but for their formulas.
    ///
    /// Somebody added them, or saved them as values; there are none where yilan writes no formulas.
    private(set) var others: [SheetCells] = []
    /// The sheet that says what table that was.
    private(set) var table: TableRecord?
    /// Whether what was made from the list of targets is there, and the list itself is not.
    private(set) var isListGone = false
    /// The names of sheets whose rows have keys, but whose header is gone.
    private(set) var headless: [String] = []
    /// Whether there are remains of what ties rows to targets, but not all of it.
    private(set) var isRoundTripLost = false
    /// The sheets that a user sees, in the order of their tabs; none where `targets` and `table`
    /// tell everything.
    private(set) var visible: [SheetCells] = []
    /// The names of hidden sheets, which a user doesn't see and which are left out; none where
    /// `targets` and `table` tell everything.
    private(set) var hidden: [String] = []
    /// What the workbook holds that was left out, in words, each with its sheet.
    private(set) var leftOut: [(what: Wording, sheet: String?)] = []

    /// Reads a workbook, and may let go of its bytes, of which none are left then.
    ///
    /// - Throws: `SpreadsheetError` where the bytes are no workbook that can be read.
    init(
        of bytes: inout [UInt8],
        lettingGo: Bool,
        limits: ExpansionLimits
    ) throws(SpreadsheetError) {
        try PackageKind.check(bytes)
        self = try ZIPArchive.withArchive(taking: &bytes, lettingGo: lettingGo, limits: limits) {
            archive throws(SpreadsheetError) in
            var workbook = try Workbook(archive)
            var selection = try SheetSelection(of: workbook.sheets) {
                requests,
                isLast throws(SpreadsheetError) in
                try workbook.cells(of: requests, in: archive, isLast: isLast)
            }
            selection.isInconsistent = archive.isInconsistent
            selection.leftOut = workbook.leftOut.map { ($0, nil) } + selection.leftOut
            return selection
        }
    }

    /// Takes the sheets of an OpenDocument spreadsheet.
    init(of spreadsheet: OpenDocumentSpreadsheet) throws(SpreadsheetError) {
        try self.init(of: spreadsheet.sheets) { requests, _ throws(SpreadsheetError) in
            spreadsheet.cells(of: requests)
        }
    }

    private typealias Request = (sheet: Workbook.Sheet, extent: Workbook.Extent)

    /// Looks at sheets, of which `cells` reads as much as is asked for, and is told whether that is the last time.
    private init(
        of sheets: [Workbook.Sheet],
        reading cells: ([Request], _ isLast: Bool) throws(SpreadsheetError) -> [SheetCells]
    ) throws(SpreadsheetError) {
        var tables: [Workbook.Sheet] = []
        var lists: [Workbook.Sheet] = []
        var following: [Workbook.Sheet] = []
        var strange: [Workbook.Sheet] = []
        let tops = try cells(sheets.map { ($0, .firstRows(RoundTripSheet.headerRows)) }, false)
        for (sheet, top) in zip(sheets, tops) {
            if TableRecord.isFound(in: top) {
                tables.append(sheet)
            } else if RoundTripSheet.mark(in: top) != nil {
                lists.append(sheet)
            } else if RoundTripSheet.lacksHeader(top) {
                headless.append(sheet.name)
            } else if sheet.visibility == .visible {
                if TypedOverFormulas.follows(top) {
                    following.append(sheet)
                } else {
                    strange.append(sheet)
                }
            }
        }
        _ = consume tops
        isRoundTripLost = !lists.isEmpty || !tables.isEmpty
        if isRoundTripLost {
            let written = WorkbookWords.ownSheets
            isListGone =
                lists.isEmpty && headless.isEmpty && !following.isEmpty
                && strange.allSatisfy { written.contains($0.name) }
            // At once: later ones would copy the texts of all that were read before.
            let whole = tables.prefix(1) + lists
            var read = try cells(
                whole.map { ($0, .all) } + following.map { ($0, .typedCells) },
                false
            )
            followers = Array(read.suffix(following.count))
            read.removeLast(following.count)
            if !tables.isEmpty { table = TableRecord(read.removeFirst()) }
            // Of many targets yilan writes leaders' sheets as values: these are no sheets of others.
            if table?.count ?? 0 > WorkbookPlan.mostFollowed || following.isEmpty { strange = [] }
            others = try cells(strange.map { ($0, .typedCells) }, false)
            targets = read.map(\.withoutTotalsRows)
            noteLeftOut(in: read + followers + others)
            isRoundTripLost = table == nil || targets.isEmpty
        }
        guard isRoundTripLost || table == nil else { return }
        targets = []
        followers = []
        hidden = sheets.filter { sheet in
            sheet.visibility != .visible && !tables.contains { $0.name == sheet.name }
        }.map(\.name)
        others = []
        let seen = sheets.filter { $0.visibility == .visible }
        visible = try cells(seen.map { ($0, .all) }, true).map(\.withoutTotalsRows)
        noteLeftOut(in: visible)
    }

    /// The sheets that are read as targets.
    var read: [SheetCells] { visible.isEmpty ? targets : visible }

    private mutating func noteLeftOut(in sheets: [SheetCells]) {
        for sheet in sheets {
            leftOut += sheet.leftOut.map { ($0, sheet.sheet) }
        }
    }
}
