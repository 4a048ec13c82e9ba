public import TargetModel

extension TargetTable {
    /// Returns the table of some of the targets (from 0), in the order given.
    ///
    /// It shares the text, so nothing is copied but the places of the cells. It has no layout: the
    /// file's layout is that of all targets.
    /// - Complexity: O(n) in the targets given.
    public func selecting(_ targets: [Int]) -> TargetTable {
        let width = columns.count
        var selected = TargetTable(
            documents: documents,
            columns: columns,
            text: text,
            cells: targets.flatMap { cells[($0 * width)..<(($0 + 1) * width)] },
            origins: targets.map { origins[$0] }
        )
        selected.baseline = baseline.map { own in
            Baseline(cells: targets.flatMap { own.cells[($0 * width)..<(($0 + 1) * width)] })
        }
        return selected
    }
}
