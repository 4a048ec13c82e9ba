internal import DelimitedText
internal import SourceText
internal import TableLayout
internal import TargetModel

/// Cells of a table where they are, as rows that are recognised as those of a written file are.
///
/// What is in no source, such as labels, stands behind the table's own. So a file needn't be there as a whole to
/// tell whether it would read as the table.
struct CellsInPlace {
    private let table: TargetTable
    /// What stands behind the table's source: first what was added to that.
    private var behind: [UInt8]
    private var ranges: TextRanges
    private var rowStarts: [UInt32] = [0]

    /// Makes no rows, with room for as many of so many cells.
    init(of table: TargetTable, rows: Int, cells: Int) {
        self.table = table
        behind = table.text.added
        ranges = TextRanges(roomFor: rows * cells)
        rowStarts.reserveCapacity(rows + 1)
    }

    /// Where a text is; those of a head that was read are in the source, so that nothing is copied.
    mutating func range(of text: String) -> TextRange {
        guard !text.isEmpty else { return .empty }
        if let range = table.range(ofLabel: text) { return range }
        let start = table.text.source.count + behind.count
        behind += text.utf8
        return TextRange(source: start..<(start + text.utf8.count))
    }

    /// Whether what stands behind the source costs a copy of it that takes more memory than the table's cells, written
    /// one behind the other.
    var costsMoreThanText: Bool {
        guard !behind.isEmpty else { return false }
        let cells = table.cells.reduce(table.cells.count) { $0 + $1.count }
        return table.text.source.count > cells + cells / 8
    }

    /// Adds a cell to the last row.
    mutating func append(_ range: TextRange) {
        ranges.append(range)
    }

    /// Adds the cells of a target (from 0) to the last row.
    mutating func append(cellsOf target: Int) {
        let count = table.text.source.count
        table.forEachRange(of: target) { ranges.append($0.behind(count)) }
    }

    /// Ends the last row.
    mutating func endRow() {
        rowStarts.append(UInt32(truncatingIfNeeded: ranges.count))
    }

    /// The rows; nil where their text would be too long.
    func cells() -> GridSource? {
        let source = table.text.source
        guard source.count + behind.count <= TextStore.limit else { return nil }
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
}

extension TargetTable {
    /// The first cell of some targets (from 0) that doesn't say the same in a table with the same columns, whose source
    /// begins with this one's; nil where all do.
    func firstCell(of targets: Range<Int>, thatSaysOtherIn again: TargetTable) -> (
        target: Int, column: Int
    )? {
        for target in targets {
            for column in columns.indices {
                let (read, written) = (again.range(target, column), range(target, column))
                if read == written, !read.isAdded { continue }
                if !again.text.equal(read, written, of: text) { return (target, column) }
            }
        }
        return nil
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
