internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Finds quoted cells that may have swallowed rows.
///
/// A quote that begins a text is no fault where another one ends a text some rows below: together
/// they read as one quoted cell, and the targets between them are gone.
struct QuotedRows {
    private let cells: GridSource
    private let grid: Grid
    private let page: Page

    /// Prepares to look at the rows of a page.
    init(_ page: Page, in cells: GridSource) {
        self.cells = cells
        grid = cells.grid
        self.page = page
    }

    /// Warns of every quoted cell whose lines look like rows, or whose tabs would make the row just as
    /// wide as the header.
    ///
    /// - Complexity: O(n) in the bytes of quoted cells.
    func report(to diagnostics: inout DiagnosticBag) {
        guard grid.holdsLineBreaks || grid.delimiter == .tab, let first = page.rows.first,
            let last = page.rows.last
        else { return }
        let span = grid.cells(inRow: first).lowerBound..<grid.cells(inRow: last).upperBound
        let quoted = grid.quotedCells
        let start = quoted.partitionPoint { Int($0) >= span.lowerBound }
        for cell in quoted[start...].lazy.map(Int.init) {
            if cell >= span.upperBound { break }
            let row = grid.row(ofCell: cell)
            let lines = self.lines(ofCell: cell, inRow: row)
            if lines.count == 1, grid.delimiter == .tab, lacksTabs(of: lines[0], row) {
                diagnostics.report(.note) {
                    cells.at(
                        Self.heldTabs,
                        row: row,
                        cell: cell - grid.cells(inRow: row).lowerBound
                    )
                }
            }
            guard lines.count > 1, looksLikeRows(lines, cell, row) else { continue }
            diagnostics.report(.warning) {
                // The cell may begin below its row, under line breaks in cells before it.
                let start = grid.range(ofCell: cell, inRow: row).lowerBound
                let line = cells.source.location(of: start).line
                return cells.at(
                    Self.swallowedRows(line, line + lines.count - 1),
                    row: row,
                    cell: cell - grid.cells(inRow: row).lowerBound
                )
            }
        }
    }

    /// The lines in the quotes of a cell.
    private func lines(ofCell cell: Int, inRow row: Int) -> [Range<Int>] {
        let bytes = cells.source.bytes.span
        let range = grid.range(ofCell: cell, inRow: row)
        var lines: [Range<Int>] = []
        var start = range.lowerBound + 1
        var index = start
        while index < range.upperBound - 1 {
            let byte = bytes[index]
            if byte == .lineFeed || byte == .carriageReturn {
                lines.append(start..<index)
                if byte == .carriageReturn, bytes[index + 1] == .lineFeed { index += 1 }
                start = index + 1
            }
            index += 1
        }
        return lines + [start..<max(start, range.upperBound - 1)]
    }

    /// Whether a row would be just as wide as the header, were each tab in a quoted text one between cells.
    private func lacksTabs(of text: Range<Int>, _ row: Int) -> Bool {
        let bytes = cells.source.bytes.span
        let tabs = text.count { bytes[$0] == .tab }
        return tabs > 0 && grid.cells(inRow: row).count + tabs == page.width
    }

    /// Whether a line after the first looks like a row: it has a number where a block has its
    /// serial.
    ///
    /// Commas are common in texts: there, it must have as many cells as the header, too.
    private func looksLikeRows(_ lines: [Range<Int>], _ cell: Int, _ row: Int) -> Bool {
        let after = grid.cells(inRow: row).upperBound - cell - 1
        let serials = page.blocks.compactMap { block in
            block.offset(of: .serial).map { block.cell + $0 }
        }
        return lines.indices.dropFirst().contains { index in
            let texts = cells.source.bytes[lines[index]].split(
                separator: grid.delimiter.rawValue,
                omittingEmptySubsequences: false
            )
            guard texts.count > 1 else { return false }
            // The last line goes on after the closing quote.
            let width = texts.count + (index == lines.count - 1 ? after : 0)
            guard grid.delimiter == .tab || width == page.width else { return false }
            return serials.contains { serial in
                serial < texts.count
                    && Serial.number(of: String(decoding: texts[serial], as: UTF8.self)) != nil
            }
        }
    }

    private static let heldTabs = Diagnostic(
        .note,
        .quotedRows,
        Wording(
            en: "this text is one cell, tabs and all, because quotes stand around it",
            zh: "这段文字首尾有引号，其中的制表符算作内容，整段读作一个单元格"
        ),
        hint: Wording(
            en: "if they are several cells, take the quotes away",
            zh: "如果是几个单元格，请删去首尾的引号"
        )
    )

    private static func swallowedRows(_ first: Int, _ last: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .quotedRows,
            Wording(
                en: "lines \(first) to \(last) are one cell, because quotes stand around them; "
                    + "they look like rows of the table",
                zh: "第 \(first)–\(last) 行首尾有引号，被读作一个单元格，但看起来像表中的几行"
            ),
            hint: Wording(
                en: "if targets are missing, take the quote at the start away, or close it",
                zh: "如果缺少目标，请删去开头的引号，或在该格末尾补上引号"
            )
        )
    }
}
