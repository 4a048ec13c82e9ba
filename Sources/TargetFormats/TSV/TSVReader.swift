package import SourceText
package import TableLayout
package import TargetModel

/// Reads the official layout.
package struct TSVReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole file.
    package func read(
        _ input: InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        // Beside the rest: it was a tenth of writing JSON.
        let digest =
            input.bytes.count > 1 << 20 ? Ahead { options.digest(of: input) } : nil
        let recognition = try Self.recognize(input, options: options, reporting: &diagnostics)
        var document = Document(
            file: input.baseName,
            encoding: recognition.cells.source.encoding.name
        )
        document.read(recognition.heading)
        document.sha256 = digest?.value ?? options.digest(of: input)
        var table = recognition.table(in: document)
        let isLayoutWanted =
            options.keepsLayout || (options.keepsTotals && recognition.hasTotals)
        if isLayoutWanted, !diagnostics.hasErrors {
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
        let source = try input.decoded(as: options.encoding)
        let cells = GridSource(official: source, overrides: options.columns)
        do {
            return try Recognizer(blocks: options.blocks, overrides: options.columns)
                .recognize(cells, reporting: &diagnostics)
        } catch {
            let other =
                error.isWithoutHeader ? OtherFormat.ofText(input, isNot: .tsv, options) : nil
            throw FormatError(.data, other.map(DiagnosticBag.init) ?? error.findings)
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

    /// Takes the title over from what stands above a table, with the issuer and year that it names;
    /// a year may stand in the lines around it, too.
    mutating func read(_ heading: TableHeading) {
        title = heading.title
        let facts = TitleFacts(title: title, lines: heading.lines)
        issuer = facts.issuer
        year = facts.year
    }
}
