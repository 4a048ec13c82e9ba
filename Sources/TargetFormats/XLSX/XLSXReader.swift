internal import ContentDigest
public import SourceText
internal import SpreadsheetML
public import TargetModel

/// Reads workbooks: those that yilan made, in whatever state they come back, and others that hold
/// a table of targets.
///
/// What a cell says is what a spreadsheet program shows: 140.0 is 140, a date in the format
/// `m"月"d"日"` is 6月30日.
public struct XLSXReader: TargetReader {
    /// Makes a reader.
    public init() {}

    /// Reads a whole file.
    ///
    /// - Throws: `FormatError` where the file is no workbook that can be read, or has no header.
    /// - Complexity: O(n) in the bytes of the sheets that hold targets.
    public func read(
        _ input: InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let sheets = try Self.sheets(of: input, options: options)
        if sheets.isInconsistent { diagnostics.report(Self.inconsistentArchive(input.name)) }
        var document = Document(file: input.baseName, encoding: TextEncoding.utf8.name)
        if options.keepsLayout { document.sha256 = SHA256.hexDigest(of: input.bytes) }
        let reader = TableSheetsReader(file: input.name, document: document, options: options)
        return try reader.read(sheets.visible, reporting: &diagnostics)
    }

    private static func sheets(
        of input: InputFile,
        options: ReadingOptions
    ) throws(FormatError) -> WorkbookSheets {
        do {
            return try WorkbookSheets(
                of: input.bytes,
                limits: ExpansionLimits(perEntry: options.maximumEntrySize)
            )
        } catch {
            throw FormatError(.data, error.diagnostic(file: input.name))
        }
    }

    private static func inconsistentArchive(_ file: String) -> Diagnostic {
        Diagnostic(
            .note,
            "inconsistent-archive",
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
}
