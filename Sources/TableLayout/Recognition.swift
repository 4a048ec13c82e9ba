internal import DelimitedText
package import SourceText
package import TargetModel

/// What was recognised in a grid: pages, blocks and targets.
package struct Recognition: Sendable {
    /// The cells that it was recognised in.
    package let cells: GridSource
    /// The pages, in order.
    package internal(set) var pages: [Page] = []
    /// The table's columns.
    package internal(set) var columns: [Column] = []
    /// Rows (from 0) that were put together from several lines of the source.
    package internal(set) var pastedRows: Set<Int> = []
    /// Whether the source has no serials, so that targets have numbers by their order.
    package internal(set) var isNumbered = false
    /// Rows (from 0) that are headings of sections, or name them.
    package internal(set) var sectionRows: Set<Int> = []
    /// What stands above the first header.
    package internal(set) var heading = TableHeading()
    /// Row (from 0) of each target.
    package internal(set) var targetRows: [UInt32] = []
    /// Page, block and line of each target.
    package internal(set) var origins = Origins()
    /// For each row (from 0), how many of its serials are known to stand there as JSON writes their
    /// numbers; empty where that is known of none.
    var canonicalSerials: [UInt8] = []
    /// Targets × columns, behind those of which only `expectedCount` tells.
    package internal(set) var table = TextRanges()
    /// Where the first cells are likely to stand; none once one was found elsewhere.
    private var expected = TextRanges()
    /// How many cells were found where they were expected, as long as the table holds none.
    private(set) var expectedCount = 0
    /// All text.
    package internal(set) var text: TextStore
    /// The first row (from 0) whose text has no room.
    var overfullRow: Int?
    /// The first row (from 0) whose target has no room.
    var tooLargeRow: Int?
    /// Rows that continue a target of a row above.
    package internal(set) var continuations: [Continuation] = []

    /// Rows that head the targets under one serial, in order.
    package internal(set) var groupHeadings: [GroupHeading] = []

    /// Parts of rows that hold text and no target: sections, totals, notes.
    package internal(set) var literalParts: [LiteralPart] = []

    /// A block's part of a row that holds text and no target.
    package struct LiteralPart: Sendable, Equatable {
        /// Row, from 0.
        package var row: Int
        /// Block, from 0.
        package var block: Int
    }

    /// A block's part of a row that continues a target.
    package struct Continuation: Sendable, Equatable {
        /// Row, from 0.
        package var row: Int
        /// Block, from 0.
        package var block: Int
        /// The target, from 0.
        package var target: Int
        /// What the row adds.
        package var additions: [Addition]
    }

    /// What a row adds to one cell of a target.
    package struct Addition: Sendable, Equatable {
        /// Index within the block of the cell that holds it.
        package var offset: Int
        /// The table's column, from 0.
        package var column: Int
        /// The text.
        package var text: TextRange
        /// Which of the pieces below the target's own row it is, from 1.
        package var part: Int
        /// How many bytes the cell had before all rows that continue it.
        package var headLength: Int
        /// What joins it to the text before.
        package var joint: String
    }

    init(cells: GridSource, expecting expected: TextRanges = []) {
        self.cells = cells
        self.expected = expected
        text = TextStore(
            source: cells.source.bytes,
            rareBytes: cells.source.rareBytes,
            room: cells.room.bytes
        )
    }

    /// Makes room for as many cells in the table, if it doesn't have them already.
    mutating func reserveCells(_ count: Int) {
        if expected.isEmpty { table = TextRanges(roomFor: count) }
    }

    /// Adds cells behind all others.
    ///
    /// As long as they are those that were expected, they take no memory: a file that was corrected is
    /// read again to compare it, and 100,000 targets have 5 MB of cells.
    mutating func append(_ cells: ArraySlice<TextRange>) {
        let end = expectedCount + cells.count
        if end <= expected.count, expected[expectedCount..<end].elementsEqual(cells) {
            expectedCount = end
            return
        }
        takeExpected()
        table.append(cells.span)
    }

    /// Puts the cells that were found where they were expected into the table: for whoever looks at it, or
    /// adds others.
    mutating func takeExpected() {
        guard !expected.isEmpty else { return }
        if expectedCount == expected.count {
            table = expected
        } else {
            expected.removeSubrange(expectedCount...)
            table = expected
        }
        (expected, expectedCount) = ([], 0)
    }

    /// Changes the cells of the table from `first` (from 0) on: those of its last target, one for each of the
    /// columns.
    mutating func changeRow<Answer>(
        from first: Int,
        _ change: (inout [TextRange], [Column], inout TextStore) -> Answer
    ) -> Answer {
        var row = Array(table[first...])
        let answer = change(&row, columns, &text)
        for (index, range) in row.enumerated() { table[first + index] = range }
        return answer
    }

    /// What a target says in a column, both from 0.
    func text(_ target: Int, _ column: Int) -> TextRange {
        table[target * columns.count + column]
    }

    /// Adds a column behind the others; `text` says what a target (from 0) has in it, and may add to
    /// the texts.
    ///
    /// - Complexity: O(n) in the cells.
    mutating func append(_ column: Column, _ text: (Int, inout TextStore) -> TextRange) {
        let width = columns.count
        var widened = TextRanges(roomFor: origins.count * (width + 1))
        for target in origins.indices {
            widened.append(contentsOf: table[(target * width)..<((target + 1) * width)])
            widened.append(text(target, &self.text))
        }
        table = widened
        columns.append(column)
    }

    /// Rows (from 0) that hold text and no target, header or title: notes, sections, totals.
    package var literalRows: [Int] {
        var used = Set(targetRows.map(Int.init))
        used.formUnion(continuations.map(\.row))
        used.formUnion(groupHeadings.map(\.row))
        for page in pages { used.formUnion(page.header) }
        used.formUnion(heading.titleRows)
        return (0..<cells.grid.rowCount).filter { !used.contains($0) && !cells.isBlank(row: $0) }
    }

    /// Whether some row, or a block's part of one, sums others.
    package var hasTotals: Bool {
        Set(literalParts.map(\.row)).contains { row in
            (0..<cells.grid.cells(inRow: row).count).contains { cell in
                RowWords.isTotal(cells.string(row: row, cell: cell))
            }
        }
    }

    /// Whether any target has a report or a status.
    package var saysHowTargetsStand: Bool {
        columns.indices.contains { column in
            (columns[column].field == .progress || columns[column].field == .onSchedule)
                && origins.indices.contains { !text($0, column).isEmpty }
        }
    }

    /// The table: one row per target.
    package func table(in document: Document) -> TargetTable {
        var made = TargetTable(
            documents: [document],
            columns: columns,
            text: text,
            cells: table,
            origins: origins
        )
        made.headerColumns = TargetTable.headerColumns(
            pages.map { $0.blocks.map { $0.columns.filter { $0 >= 0 } } }
        )
        return made
    }
}
