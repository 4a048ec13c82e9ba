package import SourceText
internal import SpreadsheetML
package import TargetModel

/// Reads OpenDocument spreadsheets as workbooks that somebody made are read: every visible sheet
/// that has a header.
package struct ODSReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole file.
    ///
    /// The table has neither layout nor baseline: a spreadsheet of others carries none.
    /// - Throws: `FormatError` where the file is no spreadsheet that can be read, or has no header.
    /// - Complexity: O(n) in the bytes of its content.
    package func read(
        _ input: InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let reader = DocumentReader(input, .ods, options: options)
        let content = try reader.opened { bytes, limits throws(DocumentFailure) in
            try OpenDocumentSpreadsheet.content(of: bytes, limits: limits)
        }
        return try reader.readSheets(content, reporting: &diagnostics)
    }
}
