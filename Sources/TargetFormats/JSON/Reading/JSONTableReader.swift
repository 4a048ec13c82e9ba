internal import JSONText
package import SourceText
package import TargetModel

/// Reads the JSON document that yilan writes, or a part of it.
///
/// `format`, `targets` and each target's `serial` must be there. What is derived may be left out,
/// and so may `columns` with keys of the targets; what is there must be right. `text` is what
/// counts: a value beside it that says something else is an error. `summary` is not read, since it
/// follows from the targets: where its counts are others, a note says so.
///
/// With its `layout`, a document whose targets were moved has them put back into the official
/// order. Where targets were added or taken out, the layout doesn't fit any more and is dropped,
/// with a note; what the other cells said originally is still known.
package struct JSONTableReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole document.
    ///
    /// - Complexity: O(n) in the text.
    package func read(
        _ input: consuming InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let text = try InputText(input, as: options.encoding ?? .utf8)
        let source = text.source
        let root: JSONValue?
        var read: [DocumentPart?]
        do {
            let parsed = try JSONDocument.parsing(source.bytes) { elements, range in
                DocumentPart(elements, range, of: source)
            }
            (root, read) = (parsed.document.root, parsed.read)
        } catch {
            let other = OtherFormat.ofText(text.file, isNot: .json, options)
            throw FormatError(.data, other ?? error.diagnostic.at(error.range, of: source))
        }
        guard let root, root["format"]?.isString("yilan/1") == true else {
            throw FormatError(.data, Self.wrongFormat(root, in: source))
        }
        var decoder = DocumentDecoder(source, file: text.baseName)
        let table = decoder.decode(root, read: &read)
        diagnostics.report(contentsOf: decoder.findings.bag)
        return table
    }

    private static func wrongFormat(_ root: JSONValue?, in source: SourceText) -> Diagnostic {
        let format = root?["format"]
        var hint = Wording(
            en: "the document begins {\"format\": \"\(JSONTableWriter.format)\", …;"
                + " lines of targets are `jsonl`",
            zh: "文档应以 {\"format\": \"\(JSONTableWriter.format)\", … 开头；"
                + "每行一个目标的是 jsonl 格式"
        )
        let isCorrections = format?.isString("yilan-corrections/1") == true
        if isCorrections {
            hint = Wording(
                en: "this is a list of corrections, which goes into an official table",
                zh: "这是一份更正清单，用于更正官方表格"
            )
        }
        return Diagnostic(
            .error,
            .wrongFormat,
            Wording(
                en: "this is no table of yilan: `format` is not \"\(JSONTableWriter.format)\"",
                zh: "这不是 yilan 的表格文档：“format”不是 \"\(JSONTableWriter.format)\""
            ),
            hint: hint,
            remedy: isCorrections ? .official : nil
        ).at((format ?? root)?.range ?? 0..<0, of: source)
    }
}
