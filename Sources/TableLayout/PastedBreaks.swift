internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Finds rows that a line break cut in two that was pasted without quotes, as from a web page or a
/// Word table.
///
/// A row that begins with a serial is too short, the lines below begin with none, and together they
/// have just the cells of the header: the last cell of each goes on in the first of the next. A line
/// below that begins as a serial or a heading does belongs to the row, too, where the next serial
/// stands just behind. A full row whose last cell names units goes on in a line that is one more.
struct PastedBreaks {
    private let cells: GridSource
    private let pages: [Page]

    /// More lines a cell hasn't.
    private static let mostLines = 40

    init(_ cells: GridSource, _ pages: [Page]) {
        self.cells = cells
        self.pages = pages
    }

    /// The rows (from 0) that belong together, each group of two or more.
    ///
    /// - Complexity: O(n) in the rows.
    func groups() -> [Range<Int>] {
        // Cells that stand anywhere in the source are a workbook's: each has its own.
        guard !cells.grid.areScattered, cells.place == nil else { return [] }
        var groups: [Range<Int>] = []
        for page in pages {
            guard let block = page.blocks.first, let serial = block.offset(of: .serial) else {
                continue
            }
            let cell = block.cell + serial
            var row = page.rows.lowerBound
            while row < page.rows.upperBound {
                guard mayBeCut(row, page) else {
                    row += 1
                    continue
                }
                let group =
                    group(from: row, in: page, serial: cell, accepting: goesOn)
                    ?? groupBeforeNext(from: row, in: page, serial: cell)
                    ?? unitBelow(row, in: page, serial: cell)
                if let group { groups.append(group) }
                row = group?.upperBound ?? row + 1
            }
        }
        return groups
    }

    /// Whether a row is short, or the one below holds a single text: of nearly all others not more is
    /// asked: 1 % of the instructions of writing CSV.
    private func mayBeCut(_ row: Int, _ page: Page) -> Bool {
        let count = cells.grid.cells(inRow: row).count
        return count < page.width
            || row + 1 < page.rows.upperBound && cells.grid.cells(inRow: row + 1).count == 1
    }

    /// The rows that make up one from a row on, each of which `goesOn` accepts.
    private func group(
        from row: Int,
        in page: Page,
        serial: Int,
        accepting goesOn: (Int) -> Bool
    ) -> Range<Int>? {
        var count = cells.grid.cells(inRow: row).count
        guard count < page.width, count > serial, row + 1 < page.rows.upperBound,
            Serial.isPlausible(cells.string(row: row, cell: serial))
        else { return nil }
        var next = row + 1
        while next < page.rows.upperBound, next - row < Self.mostLines, goesOn(next) {
            count += cells.grid.cells(inRow: next).count - 1
            next += 1
            if count == page.width { return row..<next }
            if count > page.width { return nil }
        }
        return nil
    }

    /// The rows that make up one though a piece looks like a serial or a heading: the serial after
    /// this one stands in the row behind them, or none does.
    private func groupBeforeNext(from row: Int, in page: Page, serial: Int) -> Range<Int>? {
        func number(_ row: Int) -> Int? { Serial.number(of: cells.string(row: row, cell: serial)) }
        guard cells.grid.cells(inRow: row).count < page.width, let serialOfRow = number(row) else {
            return nil
        }
        var passed = false
        let found = group(from: row, in: page, serial: serial) { next in
            guard !isQuoted(next) else { return false }
            if number(next) == serialOfRow + 1 {
                // A figure alone in its line, where the serial stands further below.
                guard cells.grid.cells(inRow: next).count == 1 else { return false }
                passed = true
            }
            let text = cells.string(row: next, cell: 0)
            // A remark of the cell, and not who made the table.
            return !RowWords.isTotal(text)
                && (!RowWords.isNote(text) || RowWords.isRemark(text))
        }
        guard let found, !cells.isBlank(row: found.upperBound - 1) else { return nil }
        let behind = (found.upperBound..<page.rows.upperBound).first { !cells.isBlank(row: $0) }
        return behind.map { number($0) == serialOfRow + 1 } ?? !passed ? found : nil
    }

    /// A full row whose last cell names units, with the lines below that are nothing but names of
    /// units, up to the next serial.
    private func unitBelow(_ row: Int, in page: Page, serial: Int) -> Range<Int>? {
        guard row + 1 < page.rows.upperBound, cells.grid.cells(inRow: row + 1).count == 1,
            cells.grid.cells(inRow: row).count == page.width,
            let block = page.blocks.last, block.fields.last == .units,
            block.cells.upperBound == page.width, !isQuoted(row),
            Serial.isPlausible(cells.string(row: row, cell: serial)),
            UnitNames.endsAsName(cells.string(row: row, cell: page.width - 1))
        else { return nil }
        var end = row + 1
        while end < page.rows.upperBound, cells.grid.cells(inRow: end).count == 1, goesOn(end),
            UnitNames.endsAsName(cells.string(row: end, cell: 0))
        {
            end += 1
        }
        // Below the last row stands who made the table; above rows of its own targets, a heading.
        guard end > row + 1 else { return nil }
        guard end < page.rows.upperBound, Serial.isPlausible(cells.string(row: end, cell: serial))
        else {
            // Nobody who made a table is called 各县区.
            let areUnits = (row + 1..<end).allSatisfy {
                cells.string(row: $0, cell: 0).contains("各")
            }
            return areUnits ? row..<end : nil
        }
        let last = cells.string(row: end - 1, cell: 0)
        let below = cells.string(row: end, cell: page.width - 1)
        return UnitNames.split(below).contains(last) ? nil : row..<end
    }

    /// Whether the cell that a row begins with, or the one before it, is quoted.
    private func isQuoted(_ row: Int) -> Bool {
        let first = cells.grid.cells(inRow: row).lowerBound
        return cells.grid.isQuoted(first) || cells.grid.isQuoted(first - 1)
    }

    /// Whether a row begins in the middle of a cell: with a text that is no serial, and that is no
    /// note, sum or heading.
    private func goesOn(_ row: Int) -> Bool {
        let range = cells.grid.cells(inRow: row)
        guard !cells.isBlank(cell: range.lowerBound, inRow: row), !isQuoted(row) else {
            return false
        }
        let text = cells.string(row: row, cell: 0)
        if Serial.isPlausible(text) || RowWords.isTotal(text) || RowWords.isBetweenPages(text) {
            return false
        }
        return range.count > 1 || !(RowWords.isNote(text) || RowWords.isSection(text))
    }

    /// Says of each group that it was put together.
    static func report(_ rows: [Int], in cells: GridSource, to diagnostics: inout DiagnosticBag) {
        for row in rows {
            diagnostics.report(.warning) {
                cells.at(
                    Diagnostic(
                        .warning,
                        .pastedLineBreak,
                        Wording(
                            en: "this row was cut by a line break inside a cell; the lines below "
                                + "were put together with it",
                            zh: "这一行被单元格内的换行断开，已与下面的行合并"
                        ),
                        hint: Wording(
                            en: "put quotes around the cell, or take the line break out of it",
                            zh: "请给该单元格加上引号，或删去其中的换行"
                        )
                    ),
                    row: row,
                    cell: 0
                )
            }
        }
    }
}
