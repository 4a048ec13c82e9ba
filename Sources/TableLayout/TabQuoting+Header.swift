internal import DelimitedText
package import SourceText
package import TargetModel

extension GridSource {
    /// Splits a source as the official layout: at tabs.
    ///
    /// Programs that quote every cell quote the header's labels, too, which need no quotes. That
    /// tells: where all labels of the first header are quoted, a well-formed quoted cell is one
    /// anywhere in the file; else a quote that no cell needs is a character of the text.
    /// - Complexity: O(n) in the bytes; nothing is looked at below the first header.
    package init(official source: SourceText, overrides: [String: Field?] = [:]) {
        let cells = GridSource(source: source, grid: Grid(tabSeparated: source.bytes))
        guard cells.firstHeaderIsQuoted(overrides) else {
            self = cells
            return
        }
        self.init(
            source: source,
            grid: Grid(tabSeparated: source.bytes, quoting: .anywhere)
        )
    }

    private func firstHeaderIsQuoted(_ overrides: [String: Field?]) -> Bool {
        // Short tables mostly have no quote at all: without looking for their headers, reading 2,400
        // of them takes 8 % less.
        let isShort = source.bytes.count < 1 << 16
        if isShort, source.bytes.span.firstIndex(of: .quotationMark, from: 0) == nil {
            return false
        }
        for row in 0..<grid.rowCount {
            let text = Array(source.bytes[grid.range(ofRow: row)])
            guard text.contains(.quotationMark) else {
                if HeaderReader(cells: self, overrides: overrides).isHeader(row: row) {
                    return false
                }
                continue
            }
            if TabQuoting(ofHeader: text) == .anywhere {
                let line = SourceText(name: source.name, validated: text, encoding: .utf8)
                let unquoted = GridSource(
                    source: line,
                    grid: Grid(tabSeparated: text, quoting: .anywhere)
                )
                let reader = HeaderReader(cells: unquoted, overrides: overrides)
                if unquoted.grid.rowCount == 1, reader.isHeader(row: 0) { return true }
            }
            if HeaderReader(cells: self, overrides: overrides).isHeader(row: row) { return false }
        }
        return false
    }
}

extension TabQuoting {
    /// The quoting of a file, by one header row of it: anywhere, if every label is quoted and one
    /// of them needn't be.
    init(ofHeader row: [UInt8]) {
        self = .whereNeeded
        let needed = Grid(tabSeparated: row)
        let all = Grid(tabSeparated: row, quoting: .anywhere)
        guard all.rowCount == 1, all.quotedCells.count > needed.quotedCells.count else { return }
        let filled = all.cells(inRow: 0).filter { cell in
            !CellText.isBlank(all.range(ofCell: cell, inRow: 0), of: row.span)
        }
        if filled.count > 1, filled.allSatisfy(all.isQuoted) { self = .anywhere }
    }

    /// The quoting of the file that a layout describes.
    init(of layout: Layout) {
        self = .whereNeeded
        for case .literal(let row) in layout.runs where row.blocks != nil {
            if row.text.utf8.contains(.quotationMark) { self.init(ofHeader: Array(row.text.utf8)) }
            return
        }
    }
}
