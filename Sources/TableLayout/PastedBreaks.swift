internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Finds rows that a line break cut in two that was pasted without quotes, as from a web page or a
/// Word table.
///
/// A row that begins with a serial is too short, the lines below begin with none, and together they
/// have just the cells of the header: the last cell of each goes on in the first of the next.
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
        guard cells.grid.cellStarts.isEmpty, cells.place == nil else { return [] }
        var groups: [Range<Int>] = []
        for page in pages {
            guard let block = page.blocks.first, let serial = block.offset(of: .serial) else {
                continue
            }
            var row = page.rows.lowerBound
            while row < page.rows.upperBound {
                let group = group(from: row, in: page, serial: block.cell + serial)
                if let group { groups.append(group) }
                row = group?.upperBound ?? row + 1
            }
        }
        return groups
    }

    private func group(from row: Int, in page: Page, serial: Int) -> Range<Int>? {
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

    /// Whether a row begins in the middle of a cell: with a text that is no serial, and that is no
    /// note, sum or heading.
    private func goesOn(_ row: Int) -> Bool {
        let range = cells.grid.cells(inRow: row)
        guard !cells.isBlank(cell: range.lowerBound, inRow: row),
            !cells.grid.isQuoted(range.lowerBound), !cells.grid.isQuoted(range.lowerBound - 1)
        else { return false }
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
