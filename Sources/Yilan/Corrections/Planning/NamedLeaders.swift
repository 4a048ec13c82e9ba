internal import TargetModel

extension Layout {
    /// Returns the layout in which the cells of some targets (from 0) say the leader's name, where
    /// they were blank or said 同上.
    ///
    /// A cell that was corrected is written as the correction says, even where the row above was
    /// corrected to the same name and the cell could stay as it is.
    /// - Complexity: O(n) in the forms of cells.
    func namingLeaders(of targets: Set<Int>, in column: Int) -> Layout {
        var named = self
        for step in steps {
            guard case .targets(var rows) = step.run else { continue }
            for (place, form) in rows.forms.enumerated() {
                guard case .standsFor = form.content,
                    let owner = rows.owner(of: form, in: step.blocks), owner.column == column,
                    targets.contains(owner.target)
                else { continue }
                rows.forms[place].content = .value
            }
            named.runs[step.index] = .targets(rows)
        }
        return named
    }
}

extension Layout.TargetRows {
    /// The target and the table's column (both from 0) that a form's cell belongs to; nil where it
    /// is no target's.
    func owner(
        of form: Layout.CellForm,
        in blocks: [Layout.Block]
    ) -> (target: Int, column: Int)? {
        for (block, first) in zip(blocks, targets) {
            let offset = form.cell - block.cell
            guard block.columns.indices.contains(offset) else { continue }
            guard let first, let column = block.columns[offset] else { return nil }
            return (first + form.row, column)
        }
        return nil
    }
}
