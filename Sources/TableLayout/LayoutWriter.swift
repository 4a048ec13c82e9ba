internal import DelimitedText
package import SourceText
package import TargetModel

/// Why a table can't be written in its layout.
package struct LayoutError: Error {
    /// What to tell the user.
    package var diagnostic: Diagnostic
}

/// Writes a table in its layout: a cell whose target's text did not change gets its old bytes.
package struct LayoutWriter {
    private let layout: Layout
    private let table: TargetTable
    private let cellTexts: LayoutCellTexts

    /// Prepares to write `table` as `layout` says.
    ///
    /// - Throws: `LayoutError` where the layout doesn't fit the table.
    package init(_ layout: Layout, of table: TargetTable) throws(LayoutError) {
        try LayoutCheck(layout, table).run()
        self.layout = layout
        self.table = table
        cellTexts = try LayoutCellTexts(layout, table)
    }

    /// Appends the file's text, UTF-8 without a byte-order mark.
    ///
    /// - Throws: `LayoutError` for a text that can't stand in its cell.
    /// - Complexity: O(n) in the cells.
    package func write(to buffer: inout OutputBuffer) throws(LayoutError) {
        for step in layout.steps {
            switch step.run {
            case .literal(let row): Self.append(row, to: &buffer)
            case .targets(let rows): try write(rows, step.blocks, to: &buffer)
            }
        }
    }

    /// Hands the file's text on to a buffer as it is made, so that it is never there as a whole.
    ///
    /// - Throws: `LayoutError` for a text that can't stand in its cell; what the buffer throws.
    /// - Complexity: O(n) in the cells.
    package func stream(to buffer: inout OutputBuffer) throws {
        for step in layout.steps {
            switch step.run {
            case .literal(let row): Self.append(row, to: &buffer)
            case .targets(let rows):
                let meanings = Self.meanings(of: step.blocks)
                for pieces in Self.piecesAtOnce(of: rows) {
                    for text in texts(of: pieces, of: rows, meanings, nil) {
                        try buffer.append(piece: text.get())
                    }
                }
            }
        }
    }

    /// The text of some rows (from 0) of a run, under the blocks of its header.
    package func text(
        of range: Range<Int>,
        of rows: Layout.TargetRows,
        _ blocks: [Layout.Block]
    ) -> Result<[UInt8], LayoutError> {
        text(of: range, of: rows, Self.meanings(of: blocks), nil)
    }

    private func text(
        of range: Range<Int>,
        of rows: Layout.TargetRows,
        _ meanings: [(block: Int, column: Int)?],
        _ sources: [TextRange?]?
    ) -> Result<[UInt8], LayoutError> {
        var buffer = OutputBuffer()
        do throws(LayoutError) {
            try write(range, of: rows, meanings, sources, to: &buffer)
        } catch {
            return .failure(error)
        }
        return .success(buffer.bytes)
    }

    /// The texts of pieces of a run, each made by one core.
    private func texts(
        of pieces: ArraySlice<Range<Int>>,
        of rows: Layout.TargetRows,
        _ meanings: [(block: Int, column: Int)?],
        _ sources: [TextRange?]?
    ) -> [Result<[UInt8], LayoutError>] {
        Cores.map(pieces.count) {
            text(of: pieces[pieces.startIndex + $0], of: rows, meanings, sources)
        }
    }

    /// What has to be replaced in the source of the table's text, so that it is what `write` writes; nil
    /// where most rows don't stand in the source as they are written, or in another order.
    ///
    /// - Throws: `LayoutError` for a text that can't stand in its cell.
    /// - Complexity: O(n) in the cells.
    package func edits() throws(LayoutError) -> ByteEdits? {
        var edited = EditedSource(table.text.source)
        for step in layout.steps {
            switch step.run {
            case .literal(let row): Self.append(row, to: &edited)
            case .targets(let rows):
                let meanings = Self.meanings(of: step.blocks)
                let sources = sourceRows(of: rows, meanings)
                guard !Self.isMostlyMade(sources) else { return nil }
                try write(0..<rows.count, of: rows, meanings, sources, to: &edited)
            }
        }
        return edited.edits()
    }

    private static func append(_ row: Layout.Literal, to output: inout some LayoutOutput) {
        output.append(row.text)
        output.append(row.end)
    }

    /// Whether more rows are made of their cells than are copied.
    private static func isMostlyMade(_ sources: [TextRange?]) -> Bool {
        sources.count > rowsAtOnce && sources.count(where: { $0 == nil }) > sources.count / 2
    }

    private func write(
        _ rows: Layout.TargetRows,
        _ blocks: [Layout.Block],
        to buffer: inout OutputBuffer
    ) throws(LayoutError) {
        let meanings = Self.meanings(of: blocks)
        let sources = sourceRows(of: rows, meanings)
        // Rows that are copied go into one buffer as they stand, nearly all in one go.
        guard Self.isMostlyMade(sources) else {
            try write(0..<rows.count, of: rows, meanings, sources, to: &buffer)
            return
        }
        for pieces in Self.piecesAtOnce(of: rows) {
            for bytes in texts(of: pieces, of: rows, meanings, sources) {
                buffer.append(try bytes.get())
            }
        }
    }

    /// The rows of a run (from 0), in pieces of which so many are made at once.
    private static func piecesAtOnce(of rows: Layout.TargetRows) -> [ArraySlice<Range<Int>>] {
        let pieces = Cores.ranges(of: rowsAtOnce, in: rows.count)
        return Cores.ranges(of: piecesAtOnce, in: pieces.count).map { pieces[$0] }
    }

    /// How many pieces of rows wait for those before them; so many stay in the processor's cache.
    private static let piecesAtOnce = 8

    /// Writes some of the rows of a run, of which `sources` says what stands in the source as it is written; nil
    /// where nothing is known to.
    private func write(
        _ range: Range<Int>,
        of rows: Layout.TargetRows,
        _ meanings: [(block: Int, column: Int)?],
        _ sources: [TextRange?]?,
        to buffer: inout some LayoutOutput
    ) throws(LayoutError) {
        let end = Array(rows.end.utf8)
        var copied = CopiedRows(of: table.text.source, endingIn: end)
        var form = rows.forms.partitionPoint { $0.row >= range.lowerBound }
        for row in range {
            let isPlain = form == rows.forms.count || rows.forms[form].row != row
            if isPlain, let source = sources?[row] {
                copied.append(source.bounds, to: &buffer)
                continue
            }
            copied.finish(&buffer)
            // Tabs are written before the next cell that holds something, so that a text put into
            // a cell that a short row lacks lengthens the row, and only then.
            var pendingTabs = 0
            for cell in 0..<max(rows.cells, meanings.count) {
                if cell > 0 { pendingTabs += 1 }
                var formOfCell: Layout.CellForm?
                if form < rows.forms.count, rows.forms[form].row == row,
                    rows.forms[form].cell == cell
                {
                    formOfCell = rows.forms[form]
                    form += 1
                }
                let meaning = cell < meanings.count ? meanings[cell] : nil
                let target = meaning.flatMap { rows.targets[$0.block].map { $0 + row } }
                let isWritten = cell < rows.cells
                if isWritten { Self.appendTabs(&pendingTabs, to: &buffer) }
                let bytes = try cellTexts.bytes(
                    form: formOfCell,
                    target: target,
                    column: meaning?.column
                )
                guard isWritten || !bytes.isEmpty else { continue }
                Self.appendTabs(&pendingTabs, to: &buffer)
                bytes.append(to: &buffer, table.text)
            }
            buffer.append(end)
        }
        copied.finish(&buffer)
    }

    /// How many rows one core looks at or writes at a time.
    ///
    /// What four times as many come to was written to memory touched for the first time, again and again: 2 % of
    /// reading JSON.
    private static let rowsAtOnce = 1 << 9

    /// For each row the bytes of the table's source that hold just this row, where there are such.
    private func sourceRows(
        of rows: Layout.TargetRows,
        _ meanings: [(block: Int, column: Int)?]
    ) -> [TextRange?] {
        let pieces = Cores.ranges(of: Self.rowsAtOnce, in: rows.count)
        return Cores.map(pieces.count) { piece in
            pieces[piece].map { sourceRow($0, of: rows, meanings) }
        }.flatMap(\.self)
    }

    /// The bytes of the table's source that hold just this row, where there are such: nearly all
    /// rows of a table that was read from this layout are copied in one go.
    ///
    /// Cell by cell, `apply` with one correction takes 2 % more instructions.
    private func sourceRow(
        _ row: Int,
        of rows: Layout.TargetRows,
        _ meanings: [(block: Int, column: Int)?]
    ) -> TextRange? {
        guard !cellTexts.replacesTexts else { return nil }
        let source = table.text.source.span
        var start: Int?
        var end = 0
        for cell in 0..<max(rows.cells, meanings.count) {
            let meaning = cell < meanings.count ? meanings[cell] : nil
            guard let meaning, let first = rows.targets[meaning.block] else {
                // No target's: nothing stands there, as under the block that ends first.
                guard cell < rows.cells else { continue }
                guard start != nil, end < source.count, source[end] == .tab else { return nil }
                end += 1
                continue
            }
            let range = table.range(first + row, meaning.column)
            guard cell < rows.cells else {
                guard range.isEmpty else { return nil }
                continue
            }
            guard !range.isAdded else { return nil }
            let bounds = range.bounds
            if start == nil {
                guard cell == 0 else { return nil }
                start = bounds.lowerBound
            } else if bounds.lowerBound != end + 1 || source[end] != .tab {
                return nil
            }
            if !bounds.isEmpty, source[bounds.lowerBound] == .quotationMark { return nil }
            end = bounds.upperBound
        }
        guard let start else { return nil }
        let bytes = source.extracting(start..<end)
        // A source of another kind may have tabs and line ends within its texts.
        var separators = 0
        var index = Grid.nextSeparator(in: bytes, from: 0)
        while index < bytes.count {
            separators += 1
            index = Grid.nextSeparator(in: bytes, from: index + 1)
        }
        return separators == rows.cells - 1 ? TextRange(source: start..<end) : nil
    }

    private static func appendTabs(_ tabs: inout Int, to buffer: inout some LayoutOutput) {
        while tabs > 0 {
            buffer.append(UInt8.tab)
            tabs -= 1
        }
    }

    /// For each cell of a row, the block and the table's column; nil for a cell that no column has.
    private static func meanings(of blocks: [Layout.Block]) -> [(block: Int, column: Int)?] {
        var meanings: [(block: Int, column: Int)?] = []
        for (index, block) in blocks.enumerated() {
            while meanings.count < block.cell { meanings.append(nil) }
            for column in block.columns { meanings.append(column.map { (index, $0) }) }
        }
        return meanings
    }
}
