/// A row of the official file, or a block's part of one, that holds text and no target: a title, a
/// section, a total, a note.
package struct Remark: Sendable, Equatable {
    /// A cell that says something.
    package struct Cell: Sendable, Equatable {
        /// The table's column (from 0) that it stands in; nil where that isn't known.
        package var column: Int?
        /// What it says.
        package var text: String
    }

    /// The line of the official file, counted from 1.
    package var line: Int
    /// The cells that say something, from left to right; never empty.
    package var cells: [Cell]
    /// How many targets are read before it.
    package var targetsAbove: Int

    /// What it says, its cells parted by tabs.
    package var text: String { cells.map(\.text).joined(separator: "\t") }
}

extension TargetTable {
    /// What the official file says around the targets, in the order in which targets are read: page
    /// by page, in a page block by block.
    ///
    /// Empty where the table came without the layout of an official file.
    /// - Complexity: O(n) in the rows of the file.
    package var remarks: [Remark] {
        guard let layout else { return [] }
        var reading = RemarkReading(origins: origins)
        for step in layout.steps { reading.read(step) }
        reading.endPage()
        return reading.remarks
    }
}

/// Reads the rows of a layout from top to bottom, and puts what stands there in the order of
/// targets.
private struct RemarkReading {
    let origins: Origins
    var remarks: [Remark] = []

    /// What a block has from top to bottom: targets (how many) and remarks.
    private enum Part {
        case targets(Int)
        case remark(Remark)
    }

    /// For each block of the page that is being read, its parts.
    private var page: [[Part]] = []
    private var targetsAbove = 0
    /// The line of the row that was read last.
    private var line = 0

    init(origins: Origins) { self.origins = origins }

    mutating func read(_ step: Layout.Step) {
        switch step.run {
        case .literal(let row): read(row, step.blocks)
        case .targets(let rows): read(rows, step.blocks)
        }
    }

    /// Puts the blocks of the page one below the other.
    mutating func endPage() {
        for part in page.joined() {
            switch part {
            case .targets(let count): targetsAbove += count
            case .remark(var remark):
                remark.targetsAbove = targetsAbove
                remarks.append(remark)
            }
        }
        page = []
    }

    private mutating func read(_ row: Layout.Literal, _ blocks: [Layout.Block]) {
        line += 1
        defer { line += row.text.utf8.count { $0 == UInt8(ascii: "\n") } }
        guard row.blocks == nil else {
            endPage()
            page = Array(repeating: [], count: blocks.count)
            return
        }
        let texts = row.text.split(separator: "\t", omittingEmptySubsequences: false)
        let filled = texts.indices.filter { !RowWords.squeezed(String(texts[$0])).isEmpty }
        guard let first = filled.first else { return }
        let block = blocks.lastIndex { $0.cell <= first } ?? 0
        let cells = filled.map { cell in
            Remark.Cell(column: Self.column(cell, blocks), text: String(texts[cell]))
        }
        add(Remark(line: line, cells: cells, targetsAbove: targetsAbove), toBlock: block)
    }

    private mutating func read(_ rows: Layout.TargetRows, _ blocks: [Layout.Block]) {
        var forms = rows.forms[...]
        for row in 0..<rows.count {
            line += 1
            if let target = rows.targets.lazy.compactMap(\.self).first,
                origins.indices.contains(target + row), origins[target + row].line > 0
            {
                line = Int(origins[target + row].line)
            }
            let formsOfRow = forms.prefix { $0.row == row }
            forms = forms.dropFirst(formsOfRow.count)
            for (block, first) in rows.targets.enumerated() where page.indices.contains(block) {
                guard first == nil else {
                    page[block].append(.targets(1))
                    continue
                }
                let end = block + 1 < blocks.count ? blocks[block + 1].cell : rows.cells
                let cells = formsOfRow.compactMap { form -> Remark.Cell? in
                    guard case .literal(let text) = form.content,
                        (blocks[block].cell..<max(end, blocks[block].cell)).contains(form.cell)
                    else { return nil }
                    return Remark.Cell(column: Self.column(form.cell, blocks), text: text)
                }
                guard !cells.isEmpty else { continue }
                add(Remark(line: line, cells: cells, targetsAbove: 0), toBlock: block)
            }
        }
    }

    /// Adds a remark to the page; above the first header it has its place at once.
    private mutating func add(_ remark: Remark, toBlock block: Int) {
        if page.indices.contains(block) {
            page[block].append(.remark(remark))
        } else {
            remarks.append(remark)
        }
    }

    /// The table's column that a cell of a row stands in.
    private static func column(_ cell: Int, _ blocks: [Layout.Block]) -> Int? {
        guard let block = blocks.last(where: { $0.cell <= cell }),
            block.columns.indices.contains(cell - block.cell)
        else { return nil }
        return block.columns[cell - block.cell]
    }
}
