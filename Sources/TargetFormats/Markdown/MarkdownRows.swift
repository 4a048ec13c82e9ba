internal import SourceText
internal import TableLayout
internal import TargetModel

/// The rows of a table as a pipe table: its title as a heading, a header, and a row for each target.
struct MarkdownRows {
    /// The table, with labels under which it reads as it is.
    let table: TargetTable
    /// What the header says, cell by cell.
    let labels: [String]
    /// The title above the header; nil where there is none, or each row names its own.
    let title: String?
    /// For each document, what its targets' rows have after the columns of the table.
    let documentCells: [[String]]

    /// Prepares to write a table.
    init(_ table: TargetTable) {
        self.table = table.readingAlike
        var labels = self.table.columns.map(\.shownLabel)
        var documentCells: [[String]] = []
        if DocumentColumns.areNeeded(for: self.table, headers: .labels) {
            for kind in DocumentColumns.Kind.allCases {
                labels.append(DocumentColumns.label(of: kind, .labels, besides: labels))
            }
            documentCells = table.documents.map { document in
                DocumentColumns.Kind.allCases.map { DocumentColumns.text($0, of: document) }
            }
        }
        self.labels = labels
        title = documentCells.isEmpty ? table.document.title : nil
        self.documentCells = documentCells
    }

    /// What a target's row has after the columns of the table.
    func documentCells(ofTarget target: Int) -> [String] {
        documentCells.isEmpty ? [] : documentCells[Int(table.origins[target].document)]
    }

    /// Writes what stands above the rows of targets: the title, and the header.
    func writeHead(to buffer: inout OutputBuffer) {
        if let title {
            buffer.append(static: "# ")
            PipeText.append(title.utf8.span, to: &buffer)
            buffer.append(static: "\n\n")
        }
        for label in labels { Self.append(cell: label.utf8.span, to: &buffer) }
        buffer.append(static: "|\n")
        for _ in labels { buffer.append(static: "| --- ") }
        buffer.append(static: "|\n")
    }

    /// Writes the rows of some targets (from 0), in their order.
    ///
    /// - Complexity: O(n) in the bytes of their texts.
    func write(_ targets: Range<Int>, to buffer: inout OutputBuffer) {
        for target in targets {
            for column in table.columns.indices {
                table.text.withSpan(of: table.range(target, column)) {
                    Self.append(cell: $0, to: &buffer)
                }
            }
            for cell in documentCells(ofTarget: target) {
                Self.append(cell: cell.utf8.span, to: &buffer)
            }
            buffer.append(static: "|\n")
        }
    }

    private static func append(cell text: Span<UInt8>, to buffer: inout OutputBuffer) {
        buffer.append(static: "| ")
        PipeText.append(text, to: &buffer)
        buffer.append(.space)
    }
}
