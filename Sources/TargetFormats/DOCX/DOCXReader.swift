internal import ContentDigest
package import SourceText
internal import SpreadsheetML
package import TargetModel

/// Reads Word documents: the tables of targets among their paragraphs.
///
/// Changes that were tracked count as accepted; a note says that there are some.
package struct DOCXReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole document.
    ///
    /// The table has neither layout nor baseline: a document carries none.
    /// - Throws: `FormatError` where the file is no Word document that can be read, or holds no
    ///   table of targets.
    /// - Complexity: O(n) in the bytes of the document.
    package func read(
        _ input: InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let reader = DocumentReader(input, .docx, options: options)
        let word = try reader.opened { input, limits throws(DocumentFailure) in
            try WordDocument(of: input, limits: limits)
        }
        if word.hasTrackedChanges { diagnostics.report(Self.trackedChanges(input.name)) }
        return try reader.read(word.content, reporting: &diagnostics)
    }

    private static func trackedChanges(_ file: String) -> Diagnostic {
        Diagnostic(
            .note,
            .trackedChanges,
            Wording(
                en: "the document holds tracked changes; it is read as if all were accepted",
                zh: "文档含有修订，按全部接受后的内容读取"
            ),
            hint: Wording(
                en: "where some are to be refused, decide them in Word, and read the file again",
                zh: "如有不应接受的修订，请先在 Word 中处理后重新读取"
            ),
            file: file
        )
    }
}
