internal import ContentDigest
internal import DelimitedText
public import SourceText
package import TableLayout
public import TargetModel

/// Reads the official layout.
public struct TSVReader: TargetReader {
    /// Makes a reader.
    public init() {}

    /// Reads a whole file.
    public func read(
        _ input: InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let recognition = try Self.recognize(input, options: options, reporting: &diagnostics)
        var document = Document(
            title: recognition.title,
            file: input.baseName,
            encoding: recognition.cells.source.encoding.name
        )
        document.readTitle()
        if options.keepsLayout, options.keepsDigest {
            document.sha256 = SHA256.hexDigest(of: input.bytes)
        }
        var table = recognition.table(in: document)
        if options.keepsLayout, !diagnostics.hasErrors {
            table.layout = LayoutBuilder(recognition).layout()
        }
        return table
    }

    /// Finds the layout of a file, for those who want to see it.
    package static func recognize(
        _ input: InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> Recognition {
        let source = try decode(input, as: options.encoding, reporting: &diagnostics)
        let cells = GridSource(source: source, grid: Grid(tabSeparated: source.bytes))
        do {
            return try Recognizer(blocks: options.blocks, overrides: options.columns)
                .recognize(cells, reporting: &diagnostics)
        } catch {
            throw FormatError(.data, error.diagnostic)
        }
    }

    /// Decodes a text file; places that don't decode are reported.
    ///
    /// - Throws: `FormatError` where the file is no text, or larger than the offsets reach.
    static func decode(
        _ input: InputFile,
        as encoding: TextEncoding?,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> SourceText {
        guard input.bytes.count < TextStore.limit / 2 else {
            throw FormatError(
                .data,
                Diagnostic(
                    .error,
                    "file-too-large",
                    Wording(en: "the file is larger than 1 GiB", zh: "文件超过 1 GiB"),
                    hint: Wording(en: "split it", zh: "请拆分后再处理"),
                    file: input.name
                )
            )
        }
        do {
            return try SourceText(decoding: input.bytes, named: input.name, as: encoding)
        } catch {
            for diagnostic in error.diagnostics { diagnostics.report(diagnostic) }
            throw FormatError(.data, nil)
        }
    }
}

extension Document {
    /// Reads issuer and year from the title.
    mutating func readTitle() {
        guard let title else { return }
        let facts = TitleFacts(title: title)
        issuer = facts.issuer
        year = facts.year
    }
}

extension InputFile {
    /// The file's name without folders.
    var baseName: String {
        name.utf8.lastIndex(of: UInt8(ascii: "/")).map {
            String(name[name.utf8.index(after: $0)...])
        } ?? name
    }
}
