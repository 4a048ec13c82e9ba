internal import DelimitedText
package import SourceText
internal import TableLayout
internal import TargetModel

/// The rows of a table as comma-separated text in UTF-8: a header, and a row for each target.
///
/// Texts go from the table's bytes to the output without becoming strings.
struct CSVRows {
    private let table: TargetTable
    /// What the header says, cell by cell: labels or keys.
    let labels: [String]
    /// For each document, what its targets' rows have after the columns of the table.
    private let documentCells: [[UInt8]]
    private let holdsEscapes: Bool

    /// Prepares to write `table`.
    ///
    /// - Complexity: O(n) in the bytes of the table's text, which are searched for escapes once.
    init(_ table: TargetTable, headers: WritingOptions.Headers) {
        self.table = table
        var labels =
            headers == .keys
            ? table.columns.map(\.key) : table.readingAlike.columns.map(\.shownLabel)
        if DocumentColumns.areNeeded(for: table, headers: headers) {
            for kind in DocumentColumns.Kind.allCases {
                labels.append(DocumentColumns.label(of: kind, headers, besides: labels))
            }
            documentCells = table.documents.map { document in
                var buffer = OutputBuffer()
                for kind in DocumentColumns.Kind.allCases {
                    buffer.append(.comma)
                    buffer.append(cell: DocumentColumns.text(kind, of: document))
                }
                return buffer.bytes
            }
        } else {
            documentCells = []
        }
        self.labels = labels
        holdsEscapes = CarriageReturnEscape.isPresent(in: table.text)
    }

    /// What a label is in the header: text that no spreadsheet program takes for a formula.
    static func written(_ label: String) -> String {
        let text = String(
            decoding: CarriageReturnEscape.protecting(label.utf8.span),
            as: UTF8.self
        )
        return FormulaGuard.isNeeded(for: text.utf8.span) ? "'" + text : text
    }

    /// Names the cell of a target's row (target and cell from 0); nil stands for the header.
    func place(ofTarget target: Int?, cell: Int) -> EncodedCSV.TargetCell {
        EncodedCSV.TargetCell(
            serial: target.map { table.string($0, .serial) },
            field: cell < table.columns.count ? table.columns[cell].key : labels[cell]
        )
    }

    /// How many bytes the header and the rows of some targets (from 0) are likely to have: as many as
    /// their texts and commas, and some more for quotes.
    func likelySize(of targets: some Collection<Int>) -> Int {
        var texts = 0
        var documents = DocumentRun()
        for target in targets {
            table.forEachRange(of: target) { texts += $0.count }
            if !documentCells.isEmpty {
                texts += documentCells[documents.document(of: target, in: table.origins)].count
            }
        }
        return texts + texts / 16 + (targets.count + 4) * (labels.count + 2)
    }

    /// Writes the header.
    func writeHeader(to buffer: inout OutputBuffer) {
        buffer.append(row: labels)
    }

    /// Writes the rows of all targets by several cores.
    ///
    /// - Throws: what the buffer throws.
    /// - Complexity: O(n) in the bytes of their texts.
    func writeAll(to buffer: inout OutputBuffer) throws {
        try writeAll(0..<table.count, to: &buffer)
    }

    /// Writes the rows of some targets (from 0), in their order, by several cores.
    ///
    /// - Throws: what the buffer throws.
    /// - Complexity: O(n) in the bytes of their texts.
    func writeAll(
        _ targets: some RandomAccessCollection<Int> & Sendable,
        to buffer: inout OutputBuffer
    ) throws {
        try buffer.append(targets.count, by: self) { rows, some, buffer in
            rows.write(targets.dropFirst(some.lowerBound).prefix(some.count), to: &buffer)
        }
    }

    /// Writes the rows of some targets (from 0), in their order.
    ///
    /// - Complexity: O(n) in the bytes of their texts.
    func write(_ targets: some Sequence<Int>, to buffer: inout OutputBuffer) {
        let source = table.text.source.span
        let added = table.text.added.span
        var documents = DocumentRun()
        for target in targets {
            var isFirst = true
            table.forEachRange(of: target) { range in
                if isFirst { isFirst = false } else { buffer.append(.comma) }
                let text =
                    range.isAdded ? added.extracting(range.bounds) : source.extracting(range.bounds)
                if holdsEscapes {
                    buffer.append(cell: text)
                } else {
                    buffer.append(cellWithoutEscapes: text)
                }
            }
            if !documentCells.isEmpty {
                let cells = documentCells[documents.document(of: target, in: table.origins)]
                buffer.append(cells.span)
            }
            buffer.append(static: "\r\n")
        }
    }
}

/// The document that targets stand in which are asked for one after the other: those below each other have one.
private struct DocumentRun {
    private var targets = 0..<0
    private var document = 0

    /// The document (from 0) of a target (from 0).
    mutating func document(of target: Int, in origins: Origins) -> Int {
        if !targets.contains(target) {
            let run = origins.run(of: target)
            (targets, document) = (run.targets, Int(run.first.document))
        }
        return document
    }
}

extension OutputBuffer {
    /// Appends texts as a row of cells that read back as they are, and ends the line.
    package mutating func append(row cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { append(.comma) }
            append(cell: cell)
        }
        append(static: "\r\n")
    }

    /// Appends a text as one cell that reads back as it is.
    package mutating func append(cell text: String) {
        append(cell: text.utf8.span)
    }

    /// Appends a text as one cell that reads back as it is.
    mutating func append(cell text: Span<UInt8>) {
        guard CarriageReturnEscape.isPresent(in: text) else {
            append(cellWithoutEscapes: text)
            return
        }
        append(cellWithoutEscapes: CarriageReturnEscape.protecting(text).span)
    }

    /// Appends a text that holds no escape as one cell that reads back as it is.
    fileprivate mutating func append(cellWithoutEscapes text: Span<UInt8>) {
        append(
            commaSeparated: text,
            prefix: FormulaGuard.isNeeded(for: text) ? FormulaGuard.mark : nil
        )
    }
}
