extension Layout.TargetRows {
    /// The target and the table's column (both from 0) that a form's cell belongs to; nil where it
    /// is no target's.
    package func owner(
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
