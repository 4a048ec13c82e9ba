package import SourceText
internal import SpreadsheetML
package import TargetModel

/// Reads workbooks: those that yilan made, in whatever state they come back, and others that hold
/// a table of targets.
///
/// What a cell says is what a spreadsheet program shows: 140.0 is 140, a date in the format
/// `m"月"d"日"` is 6月30日.
package struct XLSXReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole file.
    ///
    /// - Throws: `FormatError` where the file is no workbook that can be read, or has no header.
    /// - Complexity: O(n) in the bytes of the sheets that hold targets.
    package func read(
        _ input: consuming InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let size = input.bytes.count
        let sheets = try Self.sheets(of: &input, options: options)
        // What is made of a workbook that came back takes what was freed at once.
        if sheets.targets.isEmpty { FreedMemory.giveBack(after: size) }
        return try ReturnedWorkbook(sheets, of: input, options).read(reporting: &diagnostics)
    }

    private static func sheets(
        of input: inout InputFile,
        options: ReadingOptions
    ) throws(FormatError) -> SheetSelection {
        do {
            // With the layout, the digest of all bytes is wanted.
            return try SheetSelection(
                of: &input.bytes,
                lettingGo: options.ownsInput && !options.keepsLayout,
                limits: ExpansionLimits(perEntry: options.maximumEntrySize)
            )
        } catch {
            let isOther = error.code == .notAWorkbook || error.code == .unsupportedWorkbook
            let other = isOther ? OtherFormat.ofText(input, isNot: .xlsx, options) : nil
            throw FormatError(.data, other ?? error.diagnostic(file: input.name))
        }
    }
}
