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
        if let other = firstCell(foundBy: { firstCell(of: $0, thatSaysOtherIn: again) }) {
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

    /// The first cell of some targets that doesn't say in a table with the same columns what it says in this one.
    private func firstCell(of targets: Range<Int>, thatSaysOtherIn again: TargetTable) -> Cell? {
        for target in targets {
            for column in table.columns.indices {
                let (read, written) = (again.range(target, column), table.range(target, column))
                // What was read begins with the table's source.
                if read == written, !read.isAdded { continue }
                if !again.text.equal(read, written, of: table.text) { return (target, column) }
            }
        }
        return nil
    }

    private static func split(_ text: OutputBuffer, _ name: String) -> GridSource {
        PipeRows(SourceText(name: name, validated: text.bytes, encoding: .utf8)).cells
    }

    // MARK: The cells to be recognised

    /// How far from its start the table's source is searched for the texts of the head.
    private static let searchedBytes = 1 << 20

    /// The head as it is split, and below it the cells of the table where they are: in its source, behind which
    /// stands what isn't there.
    ///
    /// The texts of a head that was read are there, so that nothing is copied.
    private func cells() throws(FormatError) -> GridSource {
        let source = table.text.source
        var behind = table.text.added
        func range(of text: String) -> TextRange {
            guard !text.isEmpty else { return .empty }
            let searched = source.span.extracting(first: Self.searchedBytes)
            if let start = searched.firstIndex(of: text) {
                return TextRange(source: start..<(start + text.utf8.count))
            }
            let start = source.count + behind.count
            behind += text.utf8
            return TextRange(source: start..<(start + text.utf8.count))
        }
        var ranges = TextRanges(roomFor: (table.count + 4) * labels.count)
        var rowStarts: [UInt32] = [0]
        rowStarts.reserveCapacity(table.count + 5)
        for (row, texts) in headTexts().enumerated() {
            // A heading is read without its mark, which stands before no title that was read.
            let isHeading = row == 0 && title != nil
            ranges.append(
                contentsOf: texts.map { range(of: isHeading ? TableHeading.bare($0) : $0) }
            )
            rowStarts.append(UInt32(truncatingIfNeeded: ranges.count))
        }
        let documents = documentCells.map { $0.map(range) }
        for target in 0..<table.count {
            table.forEachRange(of: target) { ranges.append($0.behind(source.count)) }
            if !documents.isEmpty {
                ranges.append(contentsOf: documents[Int(table.origins[target].document)])
            }
            rowStarts.append(UInt32(truncatingIfNeeded: ranges.count))
        }
        guard source.count + behind.count <= TextStore.limit else {
            throw tooLarge
        }
        let text = SourceText(
            name: table.document.file,
            validated: behind.isEmpty ? source : source + behind,
            encoding: .utf8
        )
        return GridSource(
            source: text,
            grid: Grid(cells: ranges, rowStarts: rowStarts, byteCount: text.bytes.count)
        ) { _, _ in .text(0..<0, of: text) }
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

extension TextRange {
    /// Where the text stands once what was added to a source of so many bytes is put behind it.
    fileprivate func behind(_ sourceCount: Int) -> TextRange {
        guard isAdded else { return self }
        return TextRange(
            source: (sourceCount + bounds.lowerBound)..<(sourceCount + bounds.upperBound)
        )
    }
}
