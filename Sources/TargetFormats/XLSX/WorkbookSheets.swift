internal import SpreadsheetML

/// The sheets of a workbook that matter for reading a table.
struct WorkbookSheets {
    /// Whether the archive's parts contradict each other in ways that do no harm.
    private(set) var isInconsistent = false
    /// The sheets that carry what ties their rows to the targets of the official table.
    private(set) var targets: [SheetCells] = []
    /// The sheet that says what table that was.
    private(set) var table: RoundTripTable?
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
        let workbook = try Workbook(archive)
        for sheet in workbook.sheets {
            let top = try workbook.cells(
                of: sheet,
                in: archive,
                firstRows: RoundTripSheet.headerRows
            )
            if table == nil, RoundTripTable.isFound(in: top) {
                table = RoundTripTable(try workbook.cells(of: sheet, in: archive))
            } else if RoundTripSheet.mark(in: top) != nil {
                targets.append(try workbook.cells(of: sheet, in: archive))
            }
        }
        guard table == nil || targets.isEmpty else { return }
        for sheet in workbook.sheets where sheet.visibility == .visible {
            visible.append(try workbook.cells(of: sheet, in: archive))
        }
    }
}
