internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Reads the rows of a list: one target each.
///
/// What is no target is never left out in silence: a row without a serial that has an objective is
/// an error, and sums and remarks, as people type them under a list, are named in a warning.
struct ListRowReader {
    private(set) var result: Recognition
    private let cells: GridSource
    private let page: Page
    private let block: ColumnBlock
    private var quoted: QuotedCells
    private var blankLeaders = BlankLeaders()
    private var scratchCells = Set<Int>()

    /// The quoted cells of a grid, for who asks for cells in order: the next one is at hand.
    private struct QuotedCells {
        let all: [UInt32]
        var next = 0

        /// Whether a cell (from 0 among all cells) is quoted.
        mutating func has(_ cell: Int) -> Bool {
            while next < all.count, all[next] < cell { next += 1 }
            return next < all.count && all[next] == cell
        }
    }

    /// Targets without a leader, or with 同上, under targets with one.
    private struct BlankLeaders {
        var firstRow: Int?
        var count = 0
        var followsName = false
    }

    init(_ recognition: Recognition) {
        result = recognition
        cells = recognition.cells
        quoted = QuotedCells(all: recognition.cells.grid.quotedCells)
        page = recognition.pages[0]
        block = page.blocks[0]
    }

    /// Reads all rows.
    mutating func readAll(reporting diagnostics: inout DiagnosticBag) {
        result.targetRows.reserveCapacity(page.rows.count)
        result.reserveCells(
            min(page.rows.count * result.columns.count, cells.grid.cellCount)
        )
        let isFull = block.cells.count == page.width && !block.columns.contains(-1)
        let leader = result.columns.firstIndex { $0.field == .leader }
        for row in page.rows {
            let base = result.table.count
            guard result.hasRoom else {
                result.tooLargeRow = row
                break
            }
            result.appendCells(ofRow: row, under: block, in: page.rows) { quoted.has($0) }
            guard isTarget(row: row, base: base, &diagnostics) else {
                result.table.removeSubrange(base...)
                continue
            }
            if !block.parts.isEmpty {
                result.changeRow(from: base) { block.fillWholes(&$0, $1, addingTo: &$2) }
            }
            result.targetRows.append(UInt32(truncatingIfNeeded: row))
            result.origins.append(
                Origin(line: cells.grid.line(ofRow: row), page: 1, block: 1)
            )
            if let leader { note(leader: result.table[base + leader], inRow: row) }
            if !isFull || cells.grid.cells(inRow: row).count > page.width {
                reportText(outsideColumnsInRow: row, &diagnostics)
            }
        }
        reportBlankLeaders(&diagnostics)
        QuotedRows(page, in: cells).report(to: &diagnostics)
        result.reportRoom(to: &diagnostics)
        if result.origins.isEmpty {
            diagnostics.report(cells.at(.emptyTable, row: page.header.lowerBound, cell: 0))
        }
    }

    // MARK: What a row is

    /// Whether a row is a target; what else says something is reported.
    private func isTarget(row: Int, base: Int, _ diagnostics: inout DiagnosticBag) -> Bool {
        let texts = result.table[base...]
        guard texts.contains(where: { !$0.isEmpty }) else { return false }
        let serial = result.columns.firstIndex { $0.field == .serial }.map { texts[base + $0] }
        guard let serial, !serial.isEmpty else {
            let sum = texts.contains { $0.count <= 60 && RowWords.isTotal(result.text.string($0)) }
            let objective = result.columns.firstIndex { $0.field == .objective }
            if !sum, let objective, !texts[base + objective].isEmpty {
                report(.missingSerial, row, &diagnostics)
            } else {
                report(.skippedRow, row, &diagnostics)
            }
            return false
        }
        if isPlainNumber(serial) { return true }
        // An apostrophe may stand before what a spreadsheet program would take for a formula: '-7.
        let text = String(result.text.string(serial).drop { $0 == "'" })
        let isAlone = texts.count { !$0.isEmpty } == 1
        guard
            RowWords.isTotal(text) || RowWords.isNote(text)
                || (isAlone && !Serial.isPlausible(text))
        else { return true }
        report(.skippedRow, row, &diagnostics)
        return false
    }

    private func isPlainNumber(_ range: TextRange) -> Bool {
        range.isEmpty || result.text.withSpan(of: range) { Serial.number(ofDigits: $0) } != nil
    }

    private func report(_ finding: Diagnostic, _ row: Int, _ diagnostics: inout DiagnosticBag) {
        diagnostics.report(finding.severity) {
            cells.at(finding, row: row, cell: firstFilledCell(inRow: row))
        }
    }

    private func firstFilledCell(inRow row: Int) -> Int {
        let range = cells.grid.cells(inRow: row)
        return (range.first { !cells.isBlank(cell: $0, inRow: row) } ?? range.lowerBound)
            - range.lowerBound
    }

    // MARK: Blank leaders

    private mutating func note(leader: TextRange, inRow row: Int) {
        if !leader.isEmpty, !result.text.withSpan(of: leader, RowWords.isDitto) {
            blankLeaders.followsName = true
        } else if blankLeaders.followsName {
            blankLeaders.count += 1
            blankLeaders.firstRow = blankLeaders.firstRow ?? row
        }
    }

    private func reportBlankLeaders(_ diagnostics: inout DiagnosticBag) {
        guard let row = blankLeaders.firstRow, let offset = block.offset(of: .leader) else {
            return
        }
        diagnostics.report(.warning) {
            cells.at(.blankLeaders(blankLeaders.count), row: row, cell: block.cell + offset)
                .about(field: Field.leader.key)
        }
    }

    // MARK: Text that has no place

    private mutating func reportText(
        outsideColumnsInRow row: Int,
        _ diagnostics: inout DiagnosticBag
    ) {
        let range = cells.grid.cells(inRow: row)
        for cell in 0..<range.count {
            let offset = cell - block.cell
            if block.columns.indices.contains(offset), block.columns[offset] >= 0 { continue }
            guard !cells.isBlank(cell: range.lowerBound + cell, inRow: row) else { continue }
            if cell >= page.width {
                diagnostics.report(.error) {
                    cells.at(.tooManyCells(cell + 1, width: page.width), row: row, cell: cell)
                }
                return
            }
            // Every row may have a remark beside the list; one finding a column is enough.
            guard scratchCells.insert(cell).inserted else { continue }
            diagnostics.report(.warning) {
                cells.at(.unlabelledText(cell + 1), row: row, cell: cell)
            }
        }
    }
}
