internal import ContentDigest
internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// A workbook that came back, or that somebody else made, in whatever format it was saved.
struct ReturnedWorkbook {
    private let sheets: SheetSelection
    private let file: InputFile
    private let options: ReadingOptions

    /// Prepares to read the sheets of a file.
    init(_ sheets: SheetSelection, of file: InputFile, _ options: ReadingOptions) {
        self.sheets = sheets
        self.file = file
        self.options = options
    }

    /// Reads the table.
    ///
    /// - Throws: `FormatError` where the list of targets or its header is gone, or none is there.
    /// - Complexity: O(n) in the cells of the sheets that hold targets.
    func read(reporting diagnostics: inout DiagnosticBag) throws(FormatError) -> TargetTable {
        if sheets.isInconsistent { diagnostics.report(Self.inconsistentArchive(file.name)) }
        PassedOver(file: file.name).report(sheets, to: &diagnostics)
        if let name = sheets.headless.first {
            let finding = Self.missingHeader(
                name,
                sheets.targets.isEmpty ? .error : .warning,
                file.name
            )
            guard !sheets.targets.isEmpty else { throw FormatError(.data, finding) }
            diagnostics.report(finding)
        }
        if let table = sheets.table, !sheets.targets.isEmpty {
            let returned = sheets.targets.compactMap { RoundTripSheet($0, of: table) }
            var reader = RoundTripReader(table, returned, file: file.name)
            let result = try reader.read(
                keepingLayout: options.keepsLayout || options.keepsTotals,
                reporting: &diagnostics
            )
            TypedOverFormulas(file: file.name, table: table, list: result)
                .report(in: sheets.followers, sheets.others, to: &diagnostics)
            return result
        }
        var document = Document(file: file.baseName, encoding: TextEncoding.utf8.name)
        if options.keepsLayout { document.sha256 = SHA256.hexDigest(of: file.bytes) }
        var reader = PlainWorkbookReader(file: file.name, document: document, options: options)
        guard sheets.isRoundTripLost else {
            return try reader.read(sheets.visible, reporting: &diagnostics)
        }
        guard !sheets.isListGone else { throw FormatError(.data, Self.missingList(file.name)) }
        diagnostics.report(Self.lostRoundTrip(file.name))
        reader.readsLists = true
        reader.dateHeader = sheets.table?.dateHeader
        var table = try reader.read(sheets.visible, reporting: &diagnostics)
        if let origin = sheets.table { table.adopt(origin, options, file: file.name) }
        return table
    }

    private static func inconsistentArchive(_ file: String) -> Diagnostic {
        Diagnostic(
            .note,
            .inconsistentArchive,
            Wording(
                en: "the workbook's archive contradicts itself in a place that does no harm",
                zh: "工作簿的压缩结构有不影响内容的自相矛盾之处"
            ),
            hint: Wording(
                en: "saving it in a spreadsheet program mends it",
                zh: "用表格软件打开后重新保存即可修复"
            ),
            file: file
        )
    }

    private static func missingHeader(
        _ sheet: String,
        _ severity: Severity,
        _ file: String
    ) -> Diagnostic {
        Diagnostic(
            severity,
            .missingHeader,
            Wording(
                en: "the header row of this sheet is gone, so nobody can say which column is which",
                zh: "此工作表的表头行已被删除，无法判断各栏是什么内容"
            ),
            hint: Wording(
                en: "put the row with the headers back, as it is in the workbook that was sent out",
                zh: "请恢复表头行，与发出的工作簿一致"
            )
        ).at(Place(file: file, sheet: sheet))
    }

    private static func missingList(_ file: String) -> Diagnostic {
        let name = Wording(
            english: WorkbookWords(language: .english).targets,
            chinese: WorkbookWords(language: .chinese).targets
        )
        return Diagnostic(
            .error,
            .missingList,
            Wording(
                en:
                    "the sheet that lists the targets (\(name)) is gone; the others only follow from it",
                zh: "列出全部目标的工作表（\(name)）已被删除，其余工作表都由它生成"
            ),
            hint: Wording(
                en: "put the sheet back, or make the workbook again",
                zh: "请恢复这张工作表，或重新生成工作簿"
            ),
            file: file
        )
    }

    private static func lostRoundTrip(_ file: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .lostRoundTrip,
            Wording(
                en: "the hidden parts that tie this workbook to the official table are gone",
                zh: "工作簿中用于对应官方表的隐藏内容已被删除"
            ),
            hint: Wording(
                en: "targets are found by their serials, and changes count against the "
                    + "official table as it is now",
                zh: "将按序号查找目标，并与现在的官方表比较"
            ),
            file: file
        )
    }
}

extension TargetTable {
    /// Takes over what is known of the table that a workbook was made from, as far as it fits.
    fileprivate mutating func adopt(
        _ origin: TableRecord,
        _ options: ReadingOptions,
        file: String
    ) {
        if origin.documents.count == 1 { documents = origin.documents }
        guard options.keepsLayout, columns == origin.columns, let serial = column(of: .serial),
            let stored = origin.storedLayout(file: file)
        else { return }
        let known = Set((0..<count).map { Serial.Key(string($0, column: serial)) })
        // Two rows of one serial can't be told apart.
        guard known.count == count else { return }
        self = restoring(stored, originals: stored.match(self))
    }
}
