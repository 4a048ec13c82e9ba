internal import DelimitedText
internal import SourceText
package import TargetModel

/// Lays a table out anew: one that has no layout, or whose targets were added or removed.
///
/// Without a template the form is that of the official sample: title, header, one page of blocks
/// side by side. The last block is two thirds as long as the others, as the sample's 36 and 24:
/// of n targets in b blocks, each block but the last has ⌈3n / (3b − 1)⌉.
///
/// With a template everything around the targets stays, each page has as many rows as before
/// unless its targets need more, and blocks are filled from the left.
package struct FreshLayout {
    let table: TargetTable
    private let blockCount: Int?
    private let template: Layout?
    /// Whether notes around the targets are written, too.
    let keepsNotes: Bool

    /// Prepares to lay out `table`, in `blocks` blocks where that is given, else in the template's
    /// or in 2; with the notes around the targets, where the table has some and they are wanted.
    package init(
        of table: TargetTable,
        blocks: Int? = nil,
        template: Layout? = nil,
        keepsNotes: Bool = false
    ) {
        self.table = table
        self.keepsNotes = keepsNotes
        blockCount = blocks.map { max(1, $0) }
        self.template = blocks == nil ? template : nil
    }

    /// Whether targets may stand in one block, one page below the other.
    var mayHavePages: Bool { template == nil && blockCount ?? 1 == 1 }

    /// Returns the layout.
    ///
    /// - Complexity: O(n) in the cells.
    package func layout() -> Layout {
        if let template, let pages = TemplatePages(template) {
            return layout(in: pages, of: template)
        }
        let count = blockCount ?? 2
        let columns = table.columns.indices.map { Optional($0) }
        let blocks = (0..<count).map { Layout.Block(cell: $0 * columns.count, columns: columns) }
        var runs = titleRuns
        let labels = table.columns.map { Self.cell($0.shownLabel) }
        let header = Array(repeating: labels, count: count).joined().joined(separator: "\t")
        runs.append(.literal(.init(text: header, end: "\n", blocks: blocks)))
        let total = table.count
        let height = count == 1 ? total : (3 * total + 3 * count - 2) / (3 * count - 1)
        let form = PageForm(blocks: blocks, cells: count * columns.count, height: height, end: "\n")
        runs += rows(of: Array(0..<total), in: form)
        runs += notes(.below, Array(table.columns.indices))
        return Layout(encoding: .utf8, runs: runs)
    }

    /// The rows above the header: the title, where there is one.
    var titleRuns: [Layout.Run] {
        guard let title = table.document.title else { return [] }
        return [.literal(.init(text: title, end: "\n"))] + notes(.above)
            + [.literal(.init(text: "", end: "\n"))]
    }

    /// Rows of the notes that stand above or below the targets, each text under the column (from 0) that
    /// it stood in.
    func notes(_ position: OtherText.Position, _ columns: [Int] = []) -> [Layout.Run] {
        guard keepsNotes else { return [] }
        return table.otherTexts.filter { $0.position == position }.map {
            .literal(.init(text: Self.row($0, columns), end: "\n"))
        }
    }

    private func layout(in pages: TemplatePages, of template: Layout) -> Layout {
        var runs: [Layout.Run] = []
        for (index, page) in pages.pages.enumerated() {
            runs += page.above.map { .literal($0) }
            let isLast = index == pages.pages.count - 1
            let targets = (0..<table.count).filter { target in
                let page = Int(table.origins[target].page)
                return page == index + 1 || (isLast && !(1...pages.pages.count).contains(page))
            }
            let needed = (targets.count + page.form.blocks.count - 1) / page.form.blocks.count
            var form = page.form
            form.height = max(form.height, needed)
            runs += insert(page.between, into: rows(of: targets, in: form))
        }
        runs += pages.below.map { .literal($0) }
        return Layout(encoding: template.encoding, runs: Self.ended(runs, with: pages.lastEnd))
    }

    /// Rows of targets, column after column; a run for each stretch with the same blocks.
    func rows(of targets: [Int], in form: PageForm) -> [Layout.Run] {
        var runs: [Layout.Run] = []
        var open: Layout.TargetRows?
        for row in 0..<min(form.height, targets.count) {
            let here = form.blocks.indices.map { block -> Int? in
                let index = block * form.height + row
                return index < targets.count ? targets[index] : nil
            }
            let goesOn =
                open.map { rows in
                    zip(rows.targets, here).allSatisfy { $0.map { $0 + rows.count } == $1 }
                } ?? false
            if goesOn {
                open?.count += 1
            } else {
                if let open { runs.append(.targets(open)) }
                open = Layout.TargetRows(targets: here, count: 1, cells: form.cells, end: form.end)
            }
            let place = (open?.count ?? 1) - 1
            for (block, target) in zip(form.blocks, here) {
                guard let target else { continue }
                open?.forms += quotedForms(of: target, in: block, row: place)
            }
        }
        if let open { runs.append(.targets(open)) }
        return runs
    }

    /// A row of its own for the target (from 0) of each block of a header; nil where a block's cells
    /// are blank.
    ///
    /// It has `cells` cells, or as many as its targets need.
    package func row(
        of targets: [Int?],
        under blocks: [Layout.Block],
        cells: Int,
        end: String
    ) -> Layout.TargetRows {
        let filled = zip(blocks, targets).compactMap { block, target in
            target.map { (block: block, target: $0) }
        }
        let needed = filled.map { $0.block.cell + $0.block.columns.count }.max() ?? 0
        return Layout.TargetRows(
            targets: targets,
            count: 1,
            cells: max(cells, needed),
            end: end,
            forms: filled.flatMap { quotedForms(of: $0.target, in: $0.block, row: 0) }
        )
    }

    /// Cells whose text holds a tab or line break are quoted as Excel does.
    private func quotedForms(of target: Int, in block: Layout.Block, row: Int) -> [Layout.CellForm]
    {
        block.columns.enumerated().compactMap { offset, column in
            guard let column else { return nil }
            let isPlain = table.text.withSpan(of: table.range(target, column)) {
                Grid.nextSeparator(in: $0, from: 0) == $0.count
            }
            return isPlain
                ? nil
                : Layout.CellForm(
                    row: row,
                    cell: block.cell + offset,
                    content: .value,
                    quoted: true
                )
        }
    }

    /// A label as it is written: quoted where it has to be.
    static func cell(_ label: String) -> String {
        let bytes = Array(label.utf8)
        guard Grid.nextSeparator(in: bytes.span, from: 0) < bytes.count else { return label }
        return String(decoding: LayoutCellTexts.quoted(bytes), as: UTF8.self)
    }

    /// Puts rows that are no targets back after as many rows as stood above them.
    private func insert(
        _ between: [(row: Int, literal: Layout.Literal)],
        into runs: [Layout.Run]
    ) -> [Layout.Run] {
        var pending = between[...]
        var result: [Layout.Run] = []
        var row = 0
        for run in runs {
            guard case .targets(var rows) = run else { continue }
            while let next = pending.first, next.row < row + rows.count {
                let cut = rows.split(after: next.row - row)
                if let head = cut.head { result.append(.targets(head)) }
                result.append(.literal(next.literal))
                row = next.row
                rows = cut.tail
                pending.removeFirst()
            }
            result.append(.targets(rows))
            row += rows.count
        }
        return result + pending.map { .literal($0.literal) }
    }

    /// Gives the last row the end that the file had, and rows before it one of their own.
    package static func ended(_ runs: [Layout.Run], with end: String) -> [Layout.Run] {
        let usual = runs.lazy.map(\.end).first { !$0.isEmpty } ?? "\n"
        var runs = runs
        guard let last = runs.popLast() else { return [] }
        runs = runs.map { run in
            guard run.end.isEmpty else { return run }
            switch run {
            case .literal(var row):
                row.end = usual
                return .literal(row)
            case .targets(var rows):
                rows.end = usual
                return .targets(rows)
            }
        }
        switch last {
        case .literal(var row):
            row.end = end
            return runs + [.literal(row)]
        case .targets(let rows):
            let cut = rows.split(after: rows.count - 1)
            if let head = cut.head { runs.append(.targets(head)) }
            var tail = cut.tail
            tail.end = end
            return runs + [.targets(tail)]
        }
    }
}
