package import SourceText
internal import TableLayout
package import TargetModel

/// Reads pipe tables of Markdown: the table of targets among whatever else the text holds.
///
/// The rows are recognised as those of an official file are: a blank leader is the one above,
/// tables one after the other are pages, notes are no targets.
package struct MarkdownReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole file.
    ///
    /// The table has neither layout nor baseline: Markdown carries none.
    /// - Throws: `FormatError` where the file is no text, or has no header.
    /// - Complexity: O(n) in the bytes of the file.
    package func read(
        _ input: consuming InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let text = try InputText(input, options)
        do {
            return try Self.table(
                PipeRows(text.source).cells,
                text.document,
                Recognizer(blocks: options.blocks, overrides: options.columns),
                reporting: &diagnostics
            )
        } catch {
            let other =
                error.isWithoutHeader ? OtherFormat.ofText(text.file, isNot: .md, options) : nil
            throw FormatError(.data, other.map(DiagnosticBag.init) ?? error.findings)
        }
    }

    /// Recognises the table in the cells of its rows; `document` gets its title.
    static func table(
        _ cells: GridSource,
        _ document: @autoclosure () -> Document,
        _ recognizer: Recognizer,
        reporting diagnostics: inout DiagnosticBag
    ) throws(RecognitionFailure) -> TargetTable {
        let recognition = try recognizer.recognize(cells, reporting: &diagnostics)
        // Its digest is waited for only now.
        var document = document()
        document.read(recognition.heading)
        let table = recognition.tableWithOtherTexts(in: document, reporting: &diagnostics)
        guard let columns = DocumentColumns(of: table) else { return table }
        return columns.removed(from: table, reporting: &diagnostics)
    }
}
