package import TargetModel

/// The cells of an official table that are blank, or say 同上, and mean a text that stands above.
package struct CarriedCells {
    /// Such a cell.
    package struct Cell: Hashable, Sendable {
        /// The target, from 0.
        package let target: Int
        /// The table's column, from 0.
        package let column: Int

        /// Names a cell.
        package init(target: Int, column: Int) {
            self.target = target
            self.column = column
        }
    }

    /// Those that are written as they were.
    package private(set) var kept: Set<Cell> = []
    /// Those that are written with their text, because it stands above no longer.
    package private(set) var filled: Set<Cell> = []

    /// Looks at the cells of a table that was changed since its layout was read; serials apart.
    ///
    /// - Throws: `LayoutError` where a column and the parts that it is read from contradict each
    ///   other.
    /// - Complexity: O(n) in the cells that have a form of their own.
    package init(_ layout: Layout, of table: TargetTable) throws(LayoutError) {
        // Nothing is carried where every cell holds its own text; else each target is looked at first.
        guard layout.hasForms else { return }
        let texts = try LayoutCellTexts(layout, table)
        let serial = table.column(of: .serial)
        for step in layout.steps {
            guard case .targets(let rows) = step.run else { continue }
            for form in rows.forms {
                guard case .standsFor(let text) = form.content,
                    let owner = rows.owner(of: form, in: step.blocks), owner.column != serial
                else { continue }
                let cell = Cell(target: owner.target, column: owner.column)
                if texts.stands(text, for: owner.target, owner.column) {
                    kept.insert(cell)
                } else {
                    filled.insert(cell)
                }
            }
        }
    }
}
