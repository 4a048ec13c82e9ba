package import SourceText
internal import SpreadsheetML
package import TargetModel

/// Reads OpenDocument spreadsheets as workbooks: those of yilan that were saved in this format, with
/// what ties them to the official table, and others that hold a table of targets.
package struct ODSReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole file.
    ///
    /// - Throws: `FormatError` where the file is no spreadsheet that can be read, or has no header.
    /// - Complexity: O(n) in the bytes of its content.
    package func read(
        _ input: InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let reader = DocumentReader(input, .ods, options: options)
        let spreadsheet = try reader.opened { bytes, limits throws(DocumentFailure) in
            try OpenDocumentSpreadsheet(of: bytes, limits: limits)
        }
        let sheets: SheetSelection
        do {
            sheets = try SheetSelection(of: spreadsheet)
        } catch {
            throw FormatError(.data, error.diagnostic(file: input.name))
        }
        return try ReturnedWorkbook(sheets, of: input, options).read(reporting: &diagnostics)
    }
}
