internal import SpreadsheetML

/// The sheets of a workbook that matter for reading a table.
struct WorkbookSheets {
    /// Whether the archive's parts contradict each other in ways that do no harm.
    private(set) var isInconsistent = false
    /// The sheets that carry what ties their rows to the targets of the official table.
    private(set) var targets: [SheetCells] = []
    /// The sheet that says what table that was.
    private(set) var table: RoundTripTable?
    /// Whether there are remains of what ties rows to targets, but not all of it.
    private(set) var isRoundTripLost = false
    /// The sheets that a user sees, in the order of their tabs; none where `targets` and `table`
    /// tell everything.
    private(set) var visible: [SheetCells] = []

    /// Reads a file.
    ///
    /// - Throws: `SpreadsheetError` where the bytes are no workbook that can be read.
    init(of bytes: [UInt8], limits: ExpansionLimits) throws(SpreadsheetError) {
        try PackageKind.check(bytes)
        self = try ZIPArchive.withArchive(of: bytes, limits: limits) {
            archive throws(SpreadsheetError) in
            try WorkbookSheets(archive)
        }
    }

    private init(_ archive: borrowing ZIPArchive) throws(SpreadsheetError) {
        isInconsistent = archive.isInconsistent
        var workbook = try Workbook(archive)
        var tableSheet: Workbook.Sheet?
        var targetSheets: [Workbook.Sheet] = []
        let tops = try workbook.cells(
            of: workbook.sheets,
            in: archive,
            firstRows: RoundTripSheet.headerRows
        )
        for (sheet, top) in zip(workbook.sheets, tops) {
            if RoundTripTable.isFound(in: top) {
                tableSheet = tableSheet ?? sheet
            } else if RoundTripSheet.mark(in: top) != nil {
                targetSheets.append(sheet)
            }
        }
        _ = consume tops
        let table = tableSheet.map { [$0] } ?? []
        var cells = try workbook.cells(of: targetSheets + table, in: archive)
        if !table.isEmpty { self.table = cells.popLast().flatMap(RoundTripTable.init) }
        guard self.table == nil || cells.isEmpty else {
            targets = cells
            return
        }
        isRoundTripLost = !targetSheets.isEmpty || !table.isEmpty
        cells = []
        visible = try workbook.cells(
            of: workbook.sheets.filter { $0.visibility == .visible },
            in: archive
        )
    }
}
