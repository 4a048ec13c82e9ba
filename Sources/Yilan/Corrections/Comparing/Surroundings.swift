internal import SourceText
internal import TargetModel

/// What a table says around its targets: titles, the labels of its columns, notes and sums.
///
/// A format that can't hold one of them doesn't tell it, which is no difference: CSV has no title, lines
/// of JSON have no labels of their own.
struct Surroundings {
    /// The labels that the headers give a column.
    struct Label {
        var identity: Column.Identity
        /// The key of the field, or the label of the column.
        var key: String
        /// Each spelling once, in the order of the headers.
        var spellings: [String]
        /// Whether the file says it, and not the reader.
        var isTold: Bool
        var line: Int?
    }

    /// A row that is no target's.
    struct Row {
        var text: String
        var line: Int?
    }

    let documents: [Document]
    let labels: [Label]
    /// The rows around the targets, as they are read; nil where the file doesn't tell them.
    let rows: [Row]?
    /// Whether the table keeps everything that stands around the targets of its official file, letter by
    /// letter.
    let isWhole: Bool

    /// Looks around a table.
    ///
    /// - Complexity: O(n) in the rows of the file.
    init(of table: TargetTable) {
        documents = table.documents
        isWhole = table.layout != nil
        labels = Self.labels(of: table)
        // Documents of offices have reasons for their columns, and tell all that they hold.
        let isDocument = !table.columnReasons.isEmpty && table.document.title != nil
        rows =
            isWhole
            ? Self.rows(of: table)
            : table.otherTexts.isEmpty && !isDocument
                ? nil : table.otherTexts.map { Row(text: $0.text, line: $0.line) }
    }

    // MARK: Labels

    private static func labels(of table: TargetTable) -> [Label] {
        let isWhole = table.layout != nil
        let hasLines = hasLines(table)
        var labels = table.columns.map { column in
            Label(
                identity: column.identity,
                key: column.key,
                spellings: isWhole ? [] : [column.label],
                isTold: isWhole || !table.columnReasons.isEmpty
                    || column.label != column.field?.label
            )
        }
        for header in headers(of: table) {
            let cells = header.text.split(separator: "\t", omittingEmptySubsequences: false)
            for block in header.blocks {
                for (offset, column) in block.columns.enumerated() {
                    guard let column, cells.indices.contains(block.cell + offset) else { continue }
                    let text = CellTextForm.written(
                        String(cells[block.cell + offset]),
                        fromSpreadsheet: false
                    )
                    if hasLines, labels[column].line == nil {
                        labels[column].line = header.line
                    }
                    if !labels[column].spellings.contains(where: { $0.hasSameBytes(as: text) }) {
                        labels[column].spellings.append(text)
                    }
                }
            }
        }
        return labels
    }

    /// The headers of the official file, with the lines (from 1) that they stand in.
    private static func headers(
        of table: TargetTable
    ) -> [(text: String, blocks: [Layout.Block], line: Int)] {
        guard let layout = table.layout else { return [] }
        return layout.steps.compactMap { step in
            guard case .literal(let row) = step.run, let blocks = row.blocks else { return nil }
            return (row.text, blocks, step.rowsAbove + 1)
        }
    }

    // MARK: Rows

    /// The rows that say neither the title nor what is a text of targets: these are compared as what
    /// they mean.
    private static func rows(of table: TargetTable) -> [Row] {
        let headings = headings(of: table)
        let titles = table.documents.compactMap(\.title).map(bare)
        let hasLines = hasLines(table)
        return table.remarks.filter { remark in
            let text = bare(remark.text)
            let isTitle = remark.targetsAbove == 0 && titles.contains { $0.contains(text) }
            return !isTitle && !headings.contains(text)
        }.map { Row(text: $0.text, line: hasLines ? $0.line : nil) }
    }

    /// Whether the lines of the table are those of its own file, and not of the official one.
    private static func hasLines(_ table: TargetTable) -> Bool {
        table.places == nil && table.baseline == nil
    }

    /// What rows say that head targets, such as sections: the texts of columns that no header has.
    private static func headings(of table: TargetTable) -> Set<String> {
        var inHeaders = Set<Int>()
        for block in headers(of: table).flatMap(\.blocks) {
            inHeaders.formUnion(block.columns.compactMap { $0 })
            inHeaders.formUnion(block.latest.map(\.column))
        }
        var found = Set<String>()
        for column in table.columns.indices where !inHeaders.contains(column) {
            var last: TextRange?
            for target in 0..<table.count {
                let range = table.range(target, column)
                // Targets under one heading share its text.
                guard range != last else { continue }
                last = range
                let text = table.text.string(range)
                found.insert(bare(text))
                for part in text.split(separator: "/") { found.insert(bare(String(part))) }
            }
        }
        return found
    }

    /// A text without blanks and Markdown's marks of headings, which no title and section has.
    private static func bare(_ text: String) -> String {
        RowWords.squeezed(String(text.drop { $0 == "#" || $0.isWhitespace }))
    }
}
