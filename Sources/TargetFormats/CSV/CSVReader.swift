internal import DelimitedText
package import SourceText
internal import TableLayout
package import TargetModel

/// Reads CSV: a list with one row per target, or an official layout that was saved as CSV.
///
/// What stands between the cells is what Excel's `sep=` line says, or the first of comma, semicolon
/// and tab that makes a header of some row; it is never guessed from how often a character occurs.
package struct CSVReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole file.
    ///
    /// The table has neither layout nor baseline: CSV carries none.
    /// - Throws: `FormatError` where the file is no text, or has no header.
    /// - Complexity: O(n) in the bytes of the file.
    package func read(
        _ input: consuming InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let text = try InputText(input, options)
        let source = text.source
        let scan = Self.scan(source, options)
        if !scan.isTable, let other = OtherFormat.ofText(text.file, isNot: .csv, options) {
            throw FormatError(.data, other)
        }
        for fault in scan.faults.all { diagnostics.report(fault.diagnostic(in: source)) }
        guard let list = scan.list else {
            let recognition = try Self.recognize(scan.cells, options, reporting: &diagnostics)
            if scan.delimiter == .tab {
                diagnostics.report(OtherFormat.officialLayout(named: source.name))
            }
            var document = text.document
            document.read(recognition.heading)
            let table = recognition.tableWithOtherTexts(in: document, reporting: &diagnostics)
            return Self.plain(table)
        }
        let recognition = list.recognize(reporting: &diagnostics)
        var table = Self.plain(recognition.table(in: text.document))
        // A sheet of a workbook of ours that was saved as CSV has these, too.
        table = table.leavingOut(WorkbookRoundTrip.ownColumns(among: table.columns.map(\.label)))
        if let columns = DocumentColumns(of: table) {
            table = columns.removed(from: table, reporting: &diagnostics)
        }
        recognition.reportDuplicateSerials(
            document: { Int(table.origins[$0].document) },
            to: &diagnostics
        )
        return table
    }

    // MARK: Finding the delimiter

    private struct Scan {
        var delimiter: Delimiter
        var cells: GridSource
        var faults: QuotingFaults
        /// The list that the cells are; nil where they are an official layout, or nothing.
        var list: ListRecognizer?
        /// Whether the cells have a header.
        var isTable: Bool

        init(_ source: SourceText, _ delimiter: Delimiter, _ options: ReadingOptions) {
            self.delimiter = delimiter
            faults = QuotingFaults()
            let grid = Grid(source.bytes, separatedBy: delimiter, faults: &faults)
            cells = GridSource(source: source, grid: grid)
            let labels = options.labels(in: source)
            list = ListRecognizer(cells, blocks: options.blocks, overrides: labels)
            isTable =
                list != nil
                || Recognizer(blocks: options.blocks, overrides: labels)
                    .findsHeader(in: cells)
        }
    }

    private static func scan(_ source: SourceText, _ options: ReadingOptions) -> Scan {
        let declared = Delimiter.declared(in: source.bytes)?.delimiter
        let first = Scan(source, declared ?? .comma, options)
        guard declared == nil, !first.isTable else { return first }
        for delimiter in [Delimiter.semicolon, .tab] {
            let other = Scan(source, delimiter, options)
            if other.isTable { return other }
        }
        return first
    }

    private static func recognize(
        _ cells: GridSource,
        _ options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> Recognition {
        do {
            return try Recognizer(
                blocks: options.blocks,
                overrides: options.labels(in: cells.source)
            )
            .recognize(cells, reporting: &diagnostics)
        } catch {
            throw FormatError(.data, error.findings)
        }
    }

    // MARK: Texts as they were

    /// Returns a table with what the writer did to its texts undone: guards and escapes.
    private static func plain(_ table: TargetTable) -> TargetTable {
        let holdsEscapes = CarriageReturnEscape.isPresent(in: table.text)
        var result = TargetTable(
            documents: table.documents,
            columns: plain(table.columns),
            text: table.text,
            cells: table.cells,
            origins: table.origins
        )
        result.otherTexts = table.otherTexts
        result.columnReasons = table.columnReasons
        result.headerColumns = table.headerColumns
        for index in result.cells.indices {
            var range = result.cells[index]
            if result.text.withSpan(of: range, FormulaGuard.isPresent) {
                range = TextRange(start: range.start + 1, length: range.length - 1)
                result.cells[index] = range
            }
            if holdsEscapes, result.text.withSpan(of: range, CarriageReturnEscape.isPresent) {
                let text = result.text.withSpan(of: range, CarriageReturnEscape.undoing)
                result.cells[index] = result.text.add(text)
            }
        }
        return result
    }

    /// Columns named by their keys have the official labels, where no other column has them;
    /// others lose the guard of a formula.
    private static func plain(_ columns: [Column]) -> [Column] {
        let taken = Set(columns.map { FieldLabels.normalize($0.label) })
        return columns.map { column in
            guard let field = column.field, column.label == field.key else { return plain(column) }
            let label = taken.contains(FieldLabels.normalize(field.label)) ? field.key : field.label
            return Column(field, label: label)
        }
    }

    private static func plain(_ column: Column) -> Column {
        let bytes = Array(column.label.utf8)
        let start = FormulaGuard.isPresent(in: bytes.span) ? 1 : 0
        let text = CarriageReturnEscape.undoing(bytes.span.extracting(start..<bytes.count))
        return Column(column.field, label: String(decoding: text, as: UTF8.self))
    }
}
