package import SourceText
package import TableLayout
package import TargetModel

/// Reads the official layout.
package struct TSVReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole file.
    package func read(
        _ input: consuming InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let text = try InputText(input, options)
        let recognition = try Self.recognize(text, options, reporting: &diagnostics)
        var document = text.document
        document.read(recognition.heading)
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
        let text = try InputText(input, as: options.encoding)
        return try recognize(text, options, reporting: &diagnostics)
    }

    private static func recognize(
        _ text: InputText,
        _ options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> Recognition {
        let cells = GridSource(official: text.source, overrides: options.columns)
        do {
            return try Recognizer(blocks: options.blocks, overrides: options.columns)
                .recognize(cells, reporting: &diagnostics)
        } catch {
            let other =
                error.isWithoutHeader ? OtherFormat.ofText(text.file, isNot: .tsv, options) : nil
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
