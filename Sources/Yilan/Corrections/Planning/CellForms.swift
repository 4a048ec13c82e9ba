internal import TargetModel

/// How the cells of targets are written where they don't simply hold their text: a blank or 同上 for
/// the leader above, `005`, blanks around a text, quotes.
///
/// Where a page is laid out again, its targets keep that, so that it changes as little as may be.
/// The writer sees whether a form still says what it stands for.
struct CellForms {
    /// Of each target (from 0), the forms by column (from 0).
    private var forms: [Int: [Int: Layout.CellForm]] = [:]

    /// Collects the forms of a layout; `newIndex` says which target of the new table each is.
    init(of layout: Layout, _ newIndex: [Int: Int]) {
        for step in layout.steps {
            guard case .targets(let rows) = step.run else { continue }
            for form in rows.forms { add(form, of: rows, step.blocks, newIndex) }
        }
    }

    private mutating func add(
        _ form: Layout.CellForm,
        of rows: Layout.TargetRows,
        _ blocks: [Layout.Block],
        _ newIndex: [Int: Int]
    ) {
        switch form.content {
        case .value, .standsFor: break
        // A text in pieces is written in one piece; the others are no target's.
        case .piece, .repeats, .literal: return
        }
        guard let owner = rows.owner(of: form, in: blocks), let target = newIndex[owner.target]
        else { return }
        forms[target, default: [:]][owner.column] = form
    }

    /// Puts the forms into rows under a header with these blocks.
    ///
    /// - Complexity: O(n log n) in the cells that have a form.
    func restored(in run: Layout.Run, _ blocks: [Layout.Block]) -> Layout.Run {
        guard case .targets(var rows) = run, !forms.isEmpty else { return run }
        var kept: [Layout.CellForm] = []
        for (block, first) in zip(blocks, rows.targets) {
            guard let first else { continue }
            for row in 0..<rows.count {
                guard let formsOfRow = forms[first + row] else { continue }
                for (offset, column) in block.columns.enumerated() {
                    guard let column, var form = formsOfRow[column] else { continue }
                    form.row = row
                    form.cell = block.cell + offset
                    kept.append(form)
                }
            }
        }
        let places = Set(kept.map { [$0.row, $0.cell] })
        rows.forms.removeAll { places.contains([$0.row, $0.cell]) }
        rows.forms += kept
        rows.forms.sort { ($0.row, $0.cell) < ($1.row, $1.cell) }
        return .targets(rows)
    }
}
