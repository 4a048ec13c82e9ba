package import SourceText
internal import TableLayout
package import TargetModel

/// Reads text in columns: where every row fits the header; a row that doesn't is an error with its
/// line, and never guessed.
package struct TextReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole file.
    ///
    /// The table has neither layout nor baseline: such text carries none.
    /// - Throws: `FormatError` where the file is no text, or has no header.
    /// - Complexity: O(n) in the bytes of the file.
    package func read(
        _ input: consuming InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let text = try InputText(input, options)
        let recognizer = Recognizer(blocks: options.blocks, overrides: options.columns)
        let table = TextTable(text.source, recognizer)
        for misfit in table?.misfits ?? [] { diagnostics.report(misfit) }
        do {
            let cells = table?.cells ?? TextTable.plain(text.source)
            let recognition = try recognizer.recognize(cells, reporting: &diagnostics)
            var document = text.document
            document.read(recognition.heading)
            return recognition.tableWithOtherTexts(in: document, reporting: &diagnostics)
        } catch {
            let other =
                error.isWithoutHeader ? OtherFormat.ofText(text.file, isNot: .text, options) : nil
            throw FormatError(.data, other.map(DiagnosticBag.init) ?? error.findings)
        }
    }
}
