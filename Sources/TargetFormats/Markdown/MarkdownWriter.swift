package import SourceText
internal import TableLayout
package import TargetModel

/// Writes a table as a pipe table: its title as a heading, and one row per target.
package struct MarkdownWriter: TargetStreamWriter {
    /// Makes a writer.
    package init() {}

    /// Writes the whole table, then makes sure that it reads as the table again.
    ///
    /// - Throws: `FormatError` where it would not: such as a blank leader under a named one.
    /// - Complexity: O(n) in the bytes of the table's text.
    package func write(
        _ table: TargetTable,
        options: WritingOptions,
        to buffer: inout OutputBuffer
    ) throws {
        let table = table.readingAlike
        var text = OutputBuffer()
        try Self.append(table, to: &text)
        try Self.verify(text.bytes, reads: table)
        try buffer.append(piece: text.bytes)
    }

    private static func append(_ table: TargetTable, to buffer: inout OutputBuffer) throws {
        var labels = table.columns.map(\.shownLabel)
        var documentCells: [[String]] = []
        if DocumentColumns.areNeeded(for: table, headers: .labels) {
            for kind in DocumentColumns.Kind.allCases {
                labels.append(DocumentColumns.label(of: kind, .labels, besides: labels))
            }
            documentCells = table.documents.map { document in
                DocumentColumns.Kind.allCases.map { DocumentColumns.text($0, of: document) }
            }
        } else if let title = table.document.title {
            buffer.append(static: "# ")
            PipeText.append(title.utf8.span, to: &buffer)
            buffer.append(static: "\n\n")
        }
        for label in labels { append(cell: label.utf8.span, to: &buffer) }
        buffer.append(static: "|\n")
        for _ in labels { buffer.append(static: "| --- ") }
        buffer.append(static: "|\n")
        let cells = documentCells
        try buffer.append(table.count, by: table) { table, targets, buffer in
            for target in targets {
                for column in table.columns.indices {
                    table.text.withSpan(of: table.range(target, column)) {
                        append(cell: $0, to: &buffer)
                    }
                }
                if !cells.isEmpty {
                    for cell in cells[Int(table.origins[target].document)] {
                        append(cell: cell.utf8.span, to: &buffer)
                    }
                }
                buffer.append(static: "|\n")
            }
        }
    }

    private static func append(cell text: Span<UInt8>, to buffer: inout OutputBuffer) {
        buffer.append(static: "| ")
        PipeText.append(text, to: &buffer)
        buffer.append(.space)
    }

    /// - Throws: `FormatError` where what was written doesn't read as the table.
    private static func verify(_ text: [UInt8], reads table: TargetTable) throws(FormatError) {
        let source = SourceText(name: table.document.file, validated: text, encoding: .utf8)
        let meanings = Dictionary(
            table.columns.compactMap { column in column.field.map { (column.label, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
        var findings = DiagnosticBag()
        let again = try? MarkdownReader.table(
            PipeRows(source),
            table.document,
            Recognizer(overrides: meanings),
            reporting: &findings
        )
        guard let again, again.columns == table.columns, again.count == table.count else {
            throw notReadable(table, target: nil, column: nil)
        }
        let pieces = Cores.ranges(of: Self.targetsPerPiece, in: table.count)
        let others = Cores.map(pieces.count) { piece in
            firstCell(of: pieces[piece], thatSaysOtherThan: table, in: again)
        }
        if let other = others.lazy.compactMap(\.self).first {
            throw notReadable(table, target: other.target, column: other.column)
        }
    }

    /// How many targets one core compares at a time.
    private static let targetsPerPiece = 1 << 12

    /// The first cell of some targets that doesn't say in `again` what it says in a table with the same columns.
    private static func firstCell(
        of targets: Range<Int>,
        thatSaysOtherThan table: TargetTable,
        in again: TargetTable
    ) -> (target: Int, column: Int)? {
        for target in targets {
            for column in table.columns.indices {
                let (read, written) = (again.range(target, column), table.range(target, column))
                if !again.text.equal(read, written, of: table.text) { return (target, column) }
            }
        }
        return nil
    }

    private static func notReadable(
        _ table: TargetTable,
        target: Int?,
        column: Int?
    ) -> FormatError {
        let diagnostic = Diagnostic(
            .error,
            .layoutNotReadable,
            Wording(
                en: "written as a Markdown table, the table would not read the same again",
                zh: "写成 Markdown 表格后，读回的内容会与原表不一致"
            ),
            hint: Wording(
                en: "look for an empty leader under a named one, or a serial that looks like a "
                    + "note; csv and json hold such a table",
                zh: "请检查有名字的领导下面的空白领导，或像注释一样的序号；这样的表格可写成 csv 或 json"
            )
        )
        return FormatError(.data, table.placed(diagnostic, target: target, column: column))
    }
}
