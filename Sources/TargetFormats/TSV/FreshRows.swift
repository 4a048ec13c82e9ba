internal import DelimitedText
internal import SourceText
internal import Synchronization
internal import TableLayout
internal import TargetModel

/// A table laid out anew, which is written as it is made: with its whole text beside it, a million targets took
/// 790 MB.
///
/// Not so where a cell begins with a quotation mark, which may tell how others are split; where something stands
/// among the targets or around them, such as notes and headings; and where the cells would take more memory than their
/// text (`CellsInPlace.costsMoreThanText`).
struct FreshRows {
    private let table: TargetTable
    private let layout: Layout
    private let writer: LayoutWriter

    /// How many targets one core looks at at a time.
    private static let targetsPerPiece = 1 << 10

    /// Lays a table out anew (`TSVWriter.laidOutAnew`) as `TSVWriter` does first; nil where it isn't written so.
    init?(_ table: TargetTable, _ options: WritingOptions) {
        guard options.encoding ?? .utf8 == .utf8, table.otherTexts.isEmpty, table.columns.count > 1,
            let layout = FreshLayout(of: table, blocks: options.blocks).layouts.lazy
                .compactMap({ $0() }).first,
            layout.encoding == .utf8, let writer = try? LayoutWriter(layout, of: table)
        else { return nil }
        self.table = table
        self.layout = layout
        self.writer = writer
    }

    /// Writes the file as it is made.
    ///
    /// - Throws: what the buffer throws.
    func write(to buffer: inout OutputBuffer) throws {
        try writer.stream(to: &buffer)
    }

    /// Whether what is written reads as the table again.
    ///
    /// Each row is written and split, and its cells have to say what they say in the table. Then the table is
    /// recognised in its own cells, below the head as it is written. What readers mend in text, headers and rows
    /// that line breaks have cut, isn't there: below the head, each row has as many cells as the header.
    /// - Complexity: O(n) in the bytes of the table's text.
    func readAsTheTable() -> Bool {
        guard let cells = cells() else { return false }
        var recognizer = Recognizer(overrides: table.meanings)
        recognizer.expected = table.cells
        var findings = DiagnosticBag()
        let again = try? recognizer.recognize(cells, reporting: &findings)
            .table(in: table.document)
        guard let again, again.columns == table.columns, again.count == table.count else {
            return false
        }
        let pieces = Cores.ranges(of: Self.targetsPerPiece, in: table.count)
        return Cores.map(pieces.count) {
            table.firstCell(of: pieces[$0], thatSaysOtherIn: again) == nil
        }.allSatisfy(\.self)
    }

    // MARK: The rows as they are split

    /// The cells that the file has; nil where its rows don't split into those that were written, a quotation mark may
    /// tell how they do, or they aren't worth their memory.
    private func cells() -> GridSource? {
        let steps = Array(layout.steps)
        let headEnd = steps.firstIndex { if case .targets = $0.run { true } else { false } }
        guard let headEnd else { return nil }
        let width = steps[headEnd].blocks.count * table.columns.count
        let rowCount = steps.reduce(0) { count, step in
            if case .targets(let run) = step.run { count + run.count } else { count + 1 }
        }
        var rows = CellsInPlace(of: table, rows: rowCount, cells: width)
        var size = 0
        for step in steps[..<headEnd] {
            guard case .literal(let row) = step.run, let cells = Self.split(row),
                cells.grid.rowCount == 1,
                step.index < headEnd - 1 || cells.grid.cellCount == width
            else { return nil }
            size += row.text.utf8.count + row.end.utf8.count
            for text in Self.texts(cells) { rows.append(rows.range(of: text)) }
            rows.endRow()
        }
        guard !rows.costsMoreThanText else { return nil }
        for step in steps[headEnd...] {
            // What stands between or below targets is no row of theirs.
            guard case .targets(let run) = step.run, run.forms.isEmpty, run.cells == width,
                let written = self.size(of: run, step.blocks)
            else { return nil }
            size += written
            append(run, step.blocks, to: &rows)
        }
        return size < TextStore.limit ? rows.cells() : nil
    }

    private func append(
        _ run: Layout.TargetRows,
        _ blocks: [Layout.Block],
        to rows: inout CellsInPlace
    ) {
        for row in 0..<run.count {
            for (block, first) in zip(blocks, run.targets) {
                if let first {
                    rows.append(cellsOf: first + row)
                } else {
                    for _ in block.columns { rows.append(.empty) }
                }
            }
            rows.endRow()
        }
    }

    /// How many bytes the rows of a run come to; nil where one of them doesn't split into the cells of its targets.
    private func size(of run: Layout.TargetRows, _ blocks: [Layout.Block]) -> Int? {
        // The table's columns one block beside the other, as `append` puts them.
        let columns = table.columns.indices.map { Optional($0) }
        guard
            blocks.enumerated().allSatisfy({
                $1.columns == columns && $1.cell == $0 * columns.count
            })
        else { return nil }
        let pieces = Cores.ranges(of: Self.targetsPerPiece / blocks.count + 1, in: run.count)
        let isRefused = Atomic(false)
        let sizes = Cores.map(pieces.count) { number -> Int in
            guard !isRefused.load(ordering: .relaxed) else { return 0 }
            let text = try? writer.text(of: pieces[number], of: run, blocks).get()
            if let text, splits(text, into: pieces[number], of: run) { return text.count }
            isRefused.store(true, ordering: .relaxed)
            return 0
        }
        return isRefused.load(ordering: .relaxed) ? nil : sizes.reduce(0, +)
    }

    /// Whether a text splits into the cells of some rows of a run.
    private func splits(_ text: [UInt8], into range: Range<Int>, of run: Layout.TargetRows) -> Bool
    {
        let grid = Grid(tabSeparated: text)
        guard grid.rowCount == range.count else { return false }
        let bytes = text.span
        for (index, row) in range.enumerated() {
            let cells = grid.cells(inRow: index)
            guard cells.count == run.cells else { return false }
            var cell = cells.lowerBound
            for first in run.targets {
                for column in table.columns.indices {
                    let read = bytes.extracting(grid.range(ofCell: cell, inRow: index))
                    guard read.isEmpty || read[0] != .quotationMark else { return false }
                    let isSame =
                        first.map { first in
                            table.text.withSpan(of: table.range(first + row, column)) {
                                $0.hasSameBytes(as: read)
                            }
                        } ?? read.isEmpty
                    guard isSame else { return false }
                    cell += 1
                }
            }
        }
        return true
    }

    /// The cells of a row of the head; nil where it holds a quotation mark.
    private static func split(_ row: Layout.Literal) -> GridSource? {
        let text = Array((row.text + row.end).utf8)
        guard !text.contains(.quotationMark) else { return nil }
        let source = SourceText(name: "", validated: text, encoding: .utf8)
        return GridSource(source: source, grid: Grid(tabSeparated: text))
    }

    private static func texts(_ row: GridSource) -> [String] {
        row.grid.cells(inRow: 0).map { row.source.string(row.grid.range(ofCell: $0, inRow: 0)) }
    }
}
