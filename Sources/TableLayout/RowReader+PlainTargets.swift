internal import DelimitedText
internal import SourceText
internal import TargetModel

extension RowReader {
    /// How many pieces of rows are read ahead together: half a megabyte, which is there three times at a time.
    ///
    /// With 64 pieces, writing CSV takes as long and 2 MB more.
    private static let piecesAhead = 4

    /// Reads rows under a block, those ahead that are plain.
    mutating func read(
        _ rows: Range<Int>,
        under block: BlockOfPage,
        by reader: PlainTargetReader,
        _ literalRows: inout Set<Int>,
        reporting diagnostics: inout DiagnosticBag
    ) {
        let pieces = Cores.ranges(of: rowsAhead, in: rows.count).map {
            ($0.lowerBound + rows.lowerBound)..<($0.upperBound + rows.lowerBound)
        }
        if pieces.count == 1 {
            take(reader.targets(in: pieces[0]), pieces[0], under: block, &literalRows, &diagnostics)
            return
        }
        var groups = Cores.ranges(of: Self.piecesAhead, in: pieces.count)[...]
        let isLong = groups.count > 1
        func ahead(_ group: Range<Int>) -> (pieces: Range<Int>, targets: Ahead<[PlainTargets]>) {
            let targets = Ahead(isLong: isLong) {
                Cores.map(group.count) { reader.targets(in: pieces[group.lowerBound + $0]) }
            }
            return (group, targets)
        }
        // While one group is taken over, two are read: with one, whoever reads waits for the next.
        var begun = groups.prefix(2).map(ahead)
        groups = groups.dropFirst(2)
        while !begun.isEmpty {
            let group = begun.removeFirst()
            let read = group.targets.value
            if let next = groups.popFirst() { begun.append(ahead(next)) }
            for (piece, number) in zip(read, group.pieces) {
                take(piece, pieces[number], under: block, &literalRows, &diagnostics)
            }
        }
    }

    /// The number that a row has in the cell of its serial; nil where there is no plain one.
    func plainNumber(_ row: Int, _ block: BlockOfPage) -> Int? {
        let range = grid.cells(inRow: row)
        guard let offset = block.serial else { return nil }
        let cell = range.lowerBound + block.columns.cell + offset
        guard cell < range.upperBound else { return nil }
        let bytes = cells.source.bytes.span
        let text = CellText.trimmed(grid.range(ofCell: cell, inRow: row), of: bytes)
        return Serial.number(ofDigits: bytes.extracting(text))
    }

    /// Takes over what was read ahead of some rows, and reads the others of them.
    private mutating func take(
        _ ahead: PlainTargets,
        _ rows: Range<Int>,
        under block: BlockOfPage,
        _ literalRows: inout Set<Int>,
        _ diagnostics: inout DiagnosticBag
    ) {
        var row = rows.lowerBound
        for run in ahead.runs {
            // Below a row that may head others, and where there is no room, one at a time.
            while row < run.rows.lowerBound
                || row < run.rows.upperBound && !run.isBlank
                    && (outline.isOpen || !result.hasRoom(for: run.rows.upperBound - row))
            {
                read(row, under: block, &literalRows, reporting: &diagnostics)
                row += 1
            }
            guard row < run.rows.upperBound else { continue }
            guard !run.isBlank else {
                row = run.rows.upperBound
                continue
            }
            let first = run.first + row - run.rows.lowerBound
            let end = run.first + run.rows.count
            add(ahead, first..<end, rises: run.rises, from: row, under: block, &diagnostics)
            row = run.rows.upperBound
        }
        while row < rows.upperBound {
            read(row, under: block, &literalRows, reporting: &diagnostics)
            row += 1
        }
    }

    /// Adds targets that were read ahead, of rows below each other from `row` on; comes to what
    /// reading each of them does.
    private mutating func add(
        _ ahead: PlainTargets,
        _ targets: Range<Int>,
        rises: Bool,
        from row: Int,
        under block: BlockOfPage,
        _ diagnostics: inout DiagnosticBag
    ) {
        if groupHead != nil { endGroup(&diagnostics) }
        let first = ahead.numbers[targets.lowerBound]
        let last = ahead.numbers[targets.upperBound - 1]
        if let before = risingSerial { risingSerial = rises && first > before ? last : nil }
        let base = result.origins.count
        sections.beginTarget(base, number: first)
        sections.beginTarget(base + targets.count - 1, number: last)
        finishTarget()
        let width = result.columns.count
        var cells = ahead.cells[(targets.lowerBound * width)..<(targets.upperBound * width)]
        fillLeaders(ahead, targets, of: &cells)
        result.append(cells)
        if result.canonicalSerials.isEmpty {
            result.canonicalSerials = [UInt8](repeating: 0, count: grid.rowCount)
        }
        // Without quoted cells, each row is a line.
        result.origins.append(
            targets.count,
            below: Origin(line: grid.line(ofRow: row), page: block.page + 1, block: block.index + 1)
        )
        for (row, target) in zip(row..., targets) {
            result.targetRows.append(UInt32(truncatingIfNeeded: row))
            if ahead.isCanonical[target] { result.canonicalSerials[row] &+= 1 }
        }
        group = TargetGroup(first: base + targets.count - 1)
        lastTargetRow = max(lastTargetRow, row + targets.count - 1)
    }

    /// Gives targets that were read ahead, of which these are the cells, the leaders that theirs mean.
    private mutating func fillLeaders(
        _ ahead: PlainTargets,
        _ targets: Range<Int>,
        of cells: inout ArraySlice<TextRange>
    ) {
        guard let leaderColumn else {
            (leader, inheritsLeader) = (.empty, false)
            return
        }
        let width = result.columns.count
        func cell(_ target: Int) -> Int { target * width + leaderColumn }
        // The first target whose leader isn't known to be its own.
        var next = targets.lowerBound
        let all = ahead.inheriting
        var index = all.indices.partitionPoint { all[$0] >= targets.lowerBound }
        while index < all.count, all[index] < targets.upperBound {
            let target = all[index]
            if target > next { leader = cells[cell(target - 1)] }
            if !leader.isEmpty { cells[cell(target)] = leader }
            next = target + 1
            index += 1
        }
        inheritsLeader = next == targets.upperBound
        if !inheritsLeader { leader = cells[cell(targets.upperBound - 1)] }
    }
}

/// A block whose rows are read: of which page, and where on it.
struct BlockOfPage {
    /// What its cells mean.
    let columns: ColumnBlock
    /// Which block of the page it is, from 0.
    let index: Int
    /// The page, from 0.
    let page: Int
    /// Index within the block of the cell that holds the serial; nil where there is none.
    let serial: Int?

    /// Names a block.
    init(_ columns: ColumnBlock, index: Int, page: Int) {
        self.columns = columns
        self.index = index
        self.page = page
        serial = columns.offset(of: .serial)
    }
}
