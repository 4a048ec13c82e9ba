internal import DelimitedText
internal import SourceText
internal import TargetModel

extension RowReader {
    /// What a row is whose serial is no plain number, or that has none.
    func kind(_ row: Int, _ block: ColumnBlock, _ serialOffset: Int?) -> RowKind {
        if serialOffset != nil, isSubtotal(row, block) {
            return .literal(isWholeRow: false, isKnown: true)
        }
        let kind = RowKind(row: row, block: block, serialOffset: serialOffset, in: cells)
        guard kind == .target, let serialOffset,
            RowKind.headsSums(row, block, serialOffset, in: cells)
        else { return kind }
        return .section(isWholeRow: false)
    }

    /// Whether the objective of a row with a serial says that it sums others.
    func isSubtotal(_ row: Int, _ block: ColumnBlock) -> Bool {
        guard let offset = block.offset(of: .objective) else { return false }
        let range = grid.cells(inRow: row)
        let cell = range.lowerBound + block.cell + offset
        guard cell < range.upperBound else { return false }
        let text = grid.range(ofCell: cell, inRow: row)
        return RowWords.isSubtotal(cells.source.bytes.span.extracting(text))
    }

    /// Whether a text says what the title above the first header does, or nothing that could head targets.
    func headsNothing(_ text: String) -> Bool {
        headings.value(of: text) { findsNothing(in: text) }
    }

    private func findsNothing(in text: String) -> Bool {
        let bare = RowWords.squeezed(text)
        return RowWords.headsNothing(text)
            || result.heading.title.map { RowWords.squeezed($0) == bare } ?? false
            || result.heading.titleRows.contains {
                RowWords.squeezed(TableHeading.bare(cells.text(row: $0))) == bare
            }
    }

    /// Whether a row says nothing but an item of a list, as a note goes on: 2.其余为全年任务.
    func isItem(_ row: Int, _ block: ColumnBlock) -> Bool {
        let texts = block.cells.map { cells.string(row: row, cell: $0) }.filter { !$0.isEmpty }
        return texts.count == 1 && ItemNumber(texts[0]) != nil
    }

    /// Whether a row, below a note, is a number and a text: 1 | 数据截至12月.
    func isNumberedNote(_ row: Int, _ block: ColumnBlock) -> Bool {
        let texts = block.cells.map { cells.string(row: row, cell: $0) }.filter { !$0.isEmpty }
        return texts.count == 2 && Serial.number(of: texts[0]) != nil
    }

    /// Whether a text begins with the number of an item.
    func beginsItem(_ text: TextRange) -> Bool {
        ItemNumber(result.text.string(text)) != nil
    }

    /// Whether a page has merged leaders, so that a blank one beside them is none.
    func isLeaderMerged(_ block: ColumnBlock, _ page: Int) -> Bool {
        guard !cells.merged.isEmpty, let leaderColumn,
            let offset = block.columns.firstIndex(of: leaderColumn)
        else { return false }
        return cells.merged.areFound(at: block.cell + offset, in: result.pages[page].rows)
    }
}

extension GridSource {
    /// Whether a row under a header only counts the columns, 1 2 3 4, 甲 乙 1 2, or remarks on them:
    /// （亿元） （写明具体数字）.
    func isAboutColumns(_ row: Int, _ block: ColumnBlock) -> Bool {
        func text(_ offset: Int) -> String { string(row: row, cell: block.cell + offset) }
        if RowWords.countsColumns(block.labels.count, text) { return true }
        let isNumbered = block.offset(of: .serial).map { !text($0).isEmpty } ?? false
        return !isNumbered && RowWords.remarksOnColumns(block.labels.indices.map(text))
    }

    /// The rows (from 0) at the top of others, under a block, that only say of its columns what they hold
    /// or how they are filled in.
    func rowsAboutColumns(_ rows: Range<Int>, _ block: ColumnBlock) -> [Int] {
        var found: [Int] = []
        for row in rows where !isBlank(row: row) {
            guard reaches(under: block, row), isAboutColumns(row, block) else { break }
            found.append(row)
        }
        return found
    }

    /// Whether a row reaches under a block: a short one says nothing under the blocks at the end.
    func reaches(under block: ColumnBlock, _ row: Int) -> Bool {
        let range = grid.cells(inRow: row)
        return range.lowerBound + block.cell < range.upperBound
    }
}
