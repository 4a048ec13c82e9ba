extension Layout.TargetRows {
    /// The target and the table's column (both from 0) that a form's cell belongs to; nil where it
    /// is no target's.
    package func owner(
        of form: Layout.CellForm,
        in blocks: [Layout.Block]
    ) -> (target: Int, column: Int)? {
        guard let place = Self.place(of: form, in: blocks), place.block < targets.count,
            let first = targets[place.block]
        else { return nil }
        return (first + form.row, place.column)
    }

    /// The table's column (from 0) that a form's cell stands under; nil where it stands under none.
    package func column(of form: Layout.CellForm, in blocks: [Layout.Block]) -> Int? {
        Self.place(of: form, in: blocks)?.column
    }

    private static func place(
        of form: Layout.CellForm,
        in blocks: [Layout.Block]
    ) -> (block: Int, column: Int)? {
        for (index, block) in blocks.enumerated() {
            let offset = form.cell - block.cell
            guard block.columns.indices.contains(offset) else { continue }
            return block.columns[offset].map { (index, $0) }
        }
        return nil
    }
}

extension Layout {
    /// Whether some cell doesn't simply hold its target's text.
    package var hasForms: Bool {
        runs.contains { run in
            guard case .targets(let rows) = run else { return false }
            return !rows.forms.isEmpty
        }
    }
}
