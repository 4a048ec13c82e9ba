internal import DelimitedText
internal import SourceText
internal import Synchronization
internal import TableLayout
internal import TargetModel

extension MarkdownRows {
    /// Makes sure that what is written reads as the table again, without having all of it at once.
    ///
    /// Each row is written and split, and its cells have to say what they say in the table. Then the table is
    /// recognised in its own cells, below the head as it is written: as it is in what was written, of which a
    /// million targets take another 360 MB.
    /// - Throws: `FormatError` where it would not: such as a blank leader under a named one.
    /// - Complexity: O(n) in the bytes of the table's text.
    func verify() throws(FormatError) {
        let size = Atomic(0)
        if let other = firstCell(foundBy: { firstCellThatSplitsWrongly($0, adding: size) }) {
            throw notReadable(target: other.target, column: other.column)
        }
        guard size.load(ordering: .relaxed) < TextStore.limit else { throw tooLarge }
        var recognizer = Recognizer(overrides: table.meanings)
        if documentCells.isEmpty { recognizer.expected = table.cells }
        let cells = try cells()
        var findings = DiagnosticBag()
        let again = try? MarkdownReader.table(
            cells,
            table.document,
            recognizer,
            reporting: &findings
        )
        guard let again, again.columns == table.columns, again.count == table.count else {
            throw notReadable(target: nil, column: nil)
        }
        if let other = firstCell(foundBy: { table.firstCell(of: $0, thatSaysOtherIn: again) }) {
            throw notReadable(target: other.target, column: other.column)
        }
    }

    /// A cell of the table: target and column, both from 0.
    private typealias Cell = (target: Int, column: Int)

    /// How many targets one core looks at at a time.
    private static let targetsPerPiece = 1 << 10

    /// The first cell that `find` finds in some targets; cores share them.
    private func firstCell(foundBy find: @Sendable (Range<Int>) -> Cell?) -> Cell? {
        let pieces = Cores.ranges(of: Self.targetsPerPiece, in: table.count)
        return Cores.map(pieces.count) { find(pieces[$0]) }.lazy.compactMap(\.self).first
    }

    /// The first cell of some targets that doesn't say what it says in the table, once their rows are written
    /// and split.
    ///
    /// It is the first of a row that has more cells or fewer, and the last where one of its document differs. Adds
    /// how many bytes the rows have.
    private func firstCellThatSplitsWrongly(
        _ targets: Range<Int>,
        adding size: borrowing Atomic<Int>
    ) -> Cell? {
        var text = OutputBuffer()
        write(targets, to: &text)
        size.add(text.bytes.count, ordering: .relaxed)
        let rows = Self.split(text, table.document.file)
        let bytes = rows.source.bytes.span
        for (row, target) in targets.enumerated() {
            let cells = row < rows.grid.rowCount ? rows.grid.cells(inRow: row) : 0..<0
            guard cells.count == labels.count else { return (target, 0) }
            func says(_ cell: Int, _ text: Span<UInt8>) -> Bool {
                let range = rows.grid.range(ofCell: cells.lowerBound + cell, inRow: row)
                return bytes.extracting(range).hasSameBytes(as: text)
            }
            for column in table.columns.indices {
                let isSame = table.text.withSpan(of: table.range(target, column)) {
                    says(column, $0)
                }
                guard isSame else { return (target, column) }
            }
            for (offset, text) in documentCells(ofTarget: target).enumerated()
            where !says(table.columns.count + offset, text.utf8.span) {
                return (target, table.columns.count - 1)
            }
        }
        return nil
    }

    private static func split(_ text: OutputBuffer, _ name: String) -> GridSource {
        PipeRows(SourceText(name: name, validated: text.bytes, encoding: .utf8)).cells
    }

    // MARK: The cells to be recognised

    /// The head as it is split, and below it the cells of the table where they are.
    private func cells() throws(FormatError) -> GridSource {
        var rows = CellsInPlace(of: table, rows: table.count + 4, cells: labels.count)
        for (row, texts) in headTexts().enumerated() {
            // A heading is read without its mark, which stands before no title that was read.
            let isHeading = row == 0 && title != nil
            for text in texts {
                rows.append(rows.range(of: isHeading ? TableHeading.bare(text) : text))
            }
            rows.endRow()
        }
        let documents = documentCells.map { $0.map { rows.range(of: $0) } }
        for target in 0..<table.count {
            rows.append(cellsOf: target)
            if !documents.isEmpty {
                for cell in documents[Int(table.origins[target].document)] { rows.append(cell) }
            }
            rows.endRow()
        }
        guard let cells = rows.cells() else { throw tooLarge }
        return cells
    }

    /// What the cells of the head say once it is written and split, row by row.
    private func headTexts() -> [[String]] {
        var text = OutputBuffer()
        writeHead(to: &text)
        let rows = Self.split(text, table.document.file)
        return (0..<rows.grid.rowCount).map { row in
            rows.grid.cells(inRow: row).map {
                rows.source.string(rows.grid.range(ofCell: $0, inRow: row))
            }
        }
    }

    // MARK: Findings

    private var tooLarge: FormatError {
        FormatError(.data, table.placed(TextStore.overfull(), target: nil, column: nil))
    }

    private func notReadable(target: Int?, column: Int?) -> FormatError {
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
