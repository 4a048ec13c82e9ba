internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Reads the rows under the headers: targets, page by page, block by block, top to bottom.
///
/// Nearly every row begins with digits and needs no second look; the words of `RowWords` are
/// asked only where a serial isn't a plain number.
struct RowReader {
    var result: Recognition
    let cells: GridSource
    let grid: Grid
    let leaderColumn: Int?
    let serialColumn: Int?
    /// How many rows one core reads ahead at a time.
    let rowsAhead: Int
    /// The leader of the target before, for merged cells.
    var leader = TextRange.empty
    /// Whether the last target has its leader from the one before.
    var inheritsLeader = false
    /// Rows that hold a target or a piece of one, for telling notes between targets from those after.
    var lastTargetRow = -1
    private var unrecognizedRows: [Int] = []
    /// What the rows below the last target add to it.
    var continued = ContinuedTexts()
    /// The serial read last, as long as all are numbers that rise: then none occurs twice.
    var risingSerial: Int? = -1
    /// The targets of the serial read last, one or several.
    var group: TargetGroup?
    /// The first row of that group, as long as it may be a heading.
    var groupHead: GroupHead?
    /// The first target (from 0) of the part of the grid that is being read.
    private(set) var firstOfPart = 0
    /// The rows that may head those below, whose serials are parts of theirs.
    var outline = Outline()
    /// Rows that a line break inside a cell may have cut.
    private var oddRows = OddRows()
    /// Whether a note stands between a row and the last target above it.
    private var isBelowNote = false
    /// Whether the block that is read has no column of leaders.
    private(set) var lacksLeader = false
    /// The units of the block that is read, where its rows are grouped by them.
    private(set) var carriedNames: CarriedNames?
    /// The columns (from 0) in which 同上 means the text above.
    let dittoColumns: [Int]
    /// The sections that headings open.
    var sections = Sections()
    /// Rows that say who answers for those below.
    private var named = NamedHeadings()
    /// Which texts of rows that stand alone head nothing: a file of a few kilobytes may repeat a row a million
    /// times.
    let headings = Remembered<Bool>()

    init(_ recognition: consuming Recognition, rowsAhead: Int) {
        self.rowsAhead = rowsAhead
        cells = recognition.cells
        grid = recognition.cells.grid
        let columns = recognition.columns
        leaderColumn = columns.firstIndex { $0.field == .leader }
        serialColumn = columns.firstIndex { $0.field == .serial }
        dittoColumns = columns.indices.filter { columns[$0].namesUnits }
        result = recognition
    }

    /// Reads all pages, and returns what was recognised in them.
    consuming func read(reporting diagnostics: inout DiagnosticBag) -> Recognition {
        readAll(reporting: &diagnostics)
        return result
    }

    private mutating func readAll(reporting diagnostics: inout DiagnosticBag) {
        // A target has at least one cell, so short rows under many blocks take no more room.
        let rows = min(
            result.pages.reduce(0) { $0 + $1.rows.count * $1.blocks.count },
            grid.cellCount
        )
        result.targetRows.reserveCapacity(rows)
        result.reserveCells(min(rows * result.columns.count, grid.cellCount))
        if cells.parts.isEmpty, let caption = result.heading.caption {
            sections.addCaption(caption.text, row: caption.row)
        }
        for row in 0..<(result.pages.first?.header.lowerBound ?? 0)
        where !result.heading.titleRows.contains(row) {
            _ = named.add(cells.text(row: row), row: row, 0, result.columns)
        }
        for page in result.pages.indices {
            beginPart(at: result.pages[page], &diagnostics)
            var literalRows = Set<Int>()
            let first = result.origins.count
            sections.beginPage()
            named.beginPage()
            for block in result.pages[page].blocks.indices {
                read(block: block, ofPage: page, &literalRows, reporting: &diagnostics)
            }
            result.takeExpected()
            if result.pages[page].blocks.count > 1 {
                let headings = WholeRowHeadings(ofTargetsFrom: first, in: result)
                sections.endPage(headings)
                named.endPage(headings)
            }
            let stray = StrayText(in: cells)
            stray.report(outsideBlocksOf: result.pages[page], except: literalRows, to: &diagnostics)
            stray.reportMissingTabs(of: result.pages[page], to: &diagnostics)
            QuotedRows(result.pages[page], in: cells).report(to: &diagnostics)
        }
        finishTarget()
        endGroup(&diagnostics)
        addGroupColumn()
        named.addColumns(to: &result)
        sections.addColumn(to: &result)
        result.reportRoom(to: &diagnostics)
        result.sectionRows = sections.rows.union(named.rows)
        if let caption = result.heading.caption, cells.parts.first?.name == caption.text,
            result.columns.contains(where: \.isSection)
        {
            result.sectionRows.insert(caption.row)
        }
        for row in unrecognizedRows
        where row < lastTargetRow && !result.sectionRows.contains(row) {
            diagnostics.report(.note) {
                cells.at(.unrecognizedRow, row: row, cell: firstFilled(inRow: row))
            }
        }
        result.reportYears(to: &diagnostics)
        oddRows.report(in: result, to: &diagnostics)
        if risingSerial == nil { DuplicateSerials(result).report(to: &diagnostics) }
    }

    /// Begins the part of the grid that a page is the first of: nothing in it follows from the parts
    /// before.
    private mutating func beginPart(at page: Page, _ diagnostics: inout DiagnosticBag) {
        let before = result.pages.first { $0.rows.upperBound == page.header.lowerBound }
        let start = before?.header.lowerBound ?? -1
        let part = cells.parts.last { $0.row > start && $0.row <= page.header.lowerBound }
        guard let part else { return }
        finishTarget()
        endGroup(&diagnostics)
        (leader, inheritsLeader, group) = (.empty, false, nil)
        outline = Outline()
        firstOfPart = result.origins.count
        sections.begin(part, firstOfPart)
    }

    private mutating func read(
        block index: Int,
        ofPage page: Int,
        _ literalRows: inout Set<Int>,
        reporting diagnostics: inout DiagnosticBag
    ) {
        let block = BlockOfPage(result.pages[page].blocks[index], index: index, page: page)
        let rows = result.pages[page].rows
        isBelowNote = false
        lacksLeader = leaderColumn.map { !block.columns.columns.contains($0) } ?? true
        // In Markdown a line that only aligns the columns stands between.
        guard let first = rows.first(where: { !cells.isBlank(row: $0) }) else { return }
        let about = cells.rowsAboutColumns(first..<rows.upperBound, block.columns)
        for row in about {
            literalRows.insert(row)
            result.literalParts.append(.init(row: row, block: index))
        }
        let targets = (about.last.map { $0 + 1 } ?? first)..<rows.upperBound
        carriedNames =
            result.pages[page].blocks.count > 1
            ? nil : CarriedNames(block.columns, targets, in: cells)
        let reader = PlainTargetReader(
            block.columns,
            in: cells,
            columns: result.columns.indices,
            leader: leaderColumn,
            dittos: dittoColumns
        )
        if carriedNames == nil, result.pastedRows.isEmpty, let reader {
            read(targets, under: block, by: reader, &literalRows, reporting: &diagnostics)
        } else {
            for row in targets { read(row, under: block, &literalRows, reporting: &diagnostics) }
        }
    }

    /// Reads a row (from 0) under a block.
    mutating func read(
        _ row: Int,
        under place: BlockOfPage,
        _ literalRows: inout Set<Int>,
        reporting diagnostics: inout DiagnosticBag
    ) {
        let (block, index, page) = (place.columns, place.index, place.page)
        let serialOffset = place.serial
        result.takeExpected()
        guard cells.reaches(under: block, row) else { return }
        if isBelowNote, isNumberedNote(row, block) {
            literalRows.insert(row)
            result.literalParts.append(.init(row: row, block: index))
            return
        }
        if let number = plainNumber(row, place), !isSubtotal(row, block) {
            if groupHead != nil { endGroup(&diagnostics) }
            if let before = risingSerial { risingSerial = number > before ? number : nil }
            enterNames(row, block, number: number)
            sections.beginTarget(result.origins.count, number: number)
            addTarget(row: row, block: block, index: index, page: page)
            if outline.isOpen { noteOutline(number: number, &diagnostics) }
            return
        }
        switch kind(row, block, serialOffset) {
        case .blank: return
        case .target:
            endGroup(&diagnostics)
            risingSerial = nil
            sections.beginTarget(result.origins.count, number: nil)
            addTarget(row: row, block: block, index: index, page: page)
            if serialOffset == nil { numberLastTarget() } else { noteOutline(&diagnostics) }
            if index == 0 { oddRows.add(row, block, page) }
        case .section(let isWholeRow):
            if isWholeRow { literalRows.insert(row) }
            sections.add(
                heading(row, block),
                row: row,
                isKnown: true,
                isAlone: isWholeRow,
                result.origins.count
            )
            result.literalParts.append(.init(row: row, block: index))
        case .literal(let isWholeRow, let isKnown):
            if isWholeRow { literalRows.insert(row) }
            let isMark = isWholeRow && RowWords.isNoteMark(cells.text(row: row))
            if isMark || isKnown && RowWords.isClosingNote(cells.text(row: row)) {
                isBelowNote = true
            }
            if isKnown, index == 0 { oddRows.addTotal(row, block, page) }
            let text = isWholeRow || !isKnown ? heading(row, block) : ""
            if isWholeRow {
                _ = named.add(text, row: row, result.origins.count, result.columns)
            }
            if !isKnown {
                let isKept = isWholeRow && headsNothing(text)
                if !isKept { unrecognizedRows.append(row) }
                if isWholeRow, !isKept {
                    sections.add(
                        text,
                        row: row,
                        isKnown: false,
                        isAlone: true,
                        result.origins.count
                    )
                }
            }
            result.literalParts.append(.init(row: row, block: index))
        case .continuation where isBelowNote && isItem(row, block):
            // A note goes on, and no target above it.
            literalRows.insert(row)
            result.literalParts.append(.init(row: row, block: index))
        case .continuation:
            if isSubTarget(row: row, block: block, index: index, page: page) {
                addSubTarget(row: row, block: block, index: index, page: page, &diagnostics)
            } else {
                addContinuation(row: row, block: block, index: index, page: page, &diagnostics)
            }
        }
    }

    func heading(_ row: Int, _ block: ColumnBlock) -> String {
        let texts = block.cells.map { cells.string(row: row, cell: $0) }.filter { !$0.isEmpty }
        // What it sums is no part of a heading.
        let words = texts.enumerated().filter { $0 == 0 || PlainFigure($1) == nil }.map(\.element)
        return RowWords.withoutContinuedMark(TableHeading.bare(words.joined(separator: " ")))
    }

    // MARK: Targets

    mutating func addTarget(row: Int, block: ColumnBlock, index: Int, page: Int) {
        finishTarget()
        guard result.hasRoom else {
            result.tooLargeRow = result.tooLargeRow ?? row
            return
        }
        let target = result.origins.count
        let base = result.table.count
        let grid = grid
        result.appendCells(ofRow: row, under: block, in: result.pages[page].rows) {
            grid.isQuoted($0)
        }
        if !block.parts.isEmpty {
            result.changeRow(from: base) { block.fillWholes(&$0, $1, addingTo: &$2) }
        }
        finishAdding(
            target,
            row: row,
            index: index,
            page: page,
            isLeaderMerged: isLeaderMerged(block, page)
        )
    }

    /// Gives the target read last its number in the order of the table.
    private mutating func numberLastTarget() {
        guard let serialColumn, !result.origins.isEmpty else { return }
        let base = result.table.count - result.columns.count
        result.table[base + serialColumn] = result.text.add(String(result.origins.count))
    }

    // MARK: Rows that continue a target

    private mutating func addContinuation(
        row: Int,
        block: ColumnBlock,
        index: Int,
        page: Int,
        _ diagnostics: inout DiagnosticBag
    ) {
        let target = result.origins.count - 1
        let filled = firstFilled(inRow: row, of: block)
        guard target >= firstOfPart else {
            diagnostics.report(.error) {
                cells.at(.orphanRow, row: row, cell: filled)
                    .about(page: page + 1, block: index + 1)
            }
            return
        }
        let range = grid.cells(inRow: row)
        var additions: [Recognition.Addition] = []
        continued.goOn(in: block)
        for (offset, column) in block.columns.enumerated() where column >= 0 {
            let cell = range.lowerBound + block.cell + offset
            guard cell < range.upperBound else { break }
            let piece = result.text(
                ofCell: cell,
                inRow: row,
                isQuoted: grid.isQuoted(cell)
            )
            guard !piece.isEmpty else { continue }
            if group?.inherited.remove(column) != nil, column != leaderColumn {
                // What was filled in from the row of the group makes room for a text of its own.
                result.table[target * result.columns.count + column] = .empty
            }
            let head = result.table[target * result.columns.count + column]
            if column == leaderColumn {
                // After a page break the leader's name may stand there again.
                if isDitto(piece) || continued.says(piece, column, head: head, in: result.text) {
                    continue
                }
                if inheritsLeader {
                    diagnostics.report(.error) {
                        cells.at(.secondLeader, row: row, cell: block.cell + offset)
                            .about(page: page + 1, block: index + 1, field: Field.leader.key)
                    }
                    continue
                }
            }
            let added = continued.add(
                piece,
                column,
                of: result.columns[column],
                head: head,
                // The lines of a workbook's cell may stand below each other.
                beginsLine: cells.place != nil && beginsItem(piece),
                in: result.text
            )
            additions.append(
                .init(
                    offset: offset,
                    column: column,
                    text: piece,
                    part: added.part,
                    headLength: head.count,
                    joint: added.joint
                )
            )
        }
        result.continuations.append(
            .init(row: row, block: index, target: target, additions: additions)
        )
        lastTargetRow = max(lastTargetRow, row)
        diagnostics.report(.warning) {
            let serial = serialColumn.map {
                result.text.string(result.table[target * result.columns.count + $0])
            }
            return cells.at(.continuedRow(serial ?? ""), row: row, cell: filled)
                .about(page: page + 1, block: index + 1, serial: serial)
        }
    }

    /// Puts what the rows below have added into the cells of the last target.
    mutating func finishTarget() {
        guard !continued.isEmpty, !result.origins.isEmpty else { return }
        let first = result.table.count - result.columns.count
        let namesLeader = result.changeRow(from: first) {
            continued.join(into: &$0, $1, addingTo: &$2)
        }
        result.noteRoom(lastTargetRow)
        if namesLeader, let leaderColumn { leader = result.table[first + leaderColumn] }
    }
}
