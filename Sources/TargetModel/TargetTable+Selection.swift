extension TargetTable {
    /// Returns the table of some of the targets (from 0), in the order given.
    ///
    /// Everything that is known of a target goes with it: its texts, its document and origin, where
    /// it stands in the file that was read, and what its cells said when the file was made. It
    /// shares the text, so nothing is copied but the places of the cells. It has no layout: the
    /// file's layout is that of all targets in their order.
    /// - Complexity: O(n) in the cells of the targets given.
    public func selecting(_ targets: [Int]) -> TargetTable {
        let width = columns.count
        var selected = TargetTable(
            documents: documents,
            columns: columns,
            text: text,
            cells: targets.flatMap { cells[($0 * width)..<(($0 + 1) * width)] },
            origins: targets.map { origins[$0] }
        )
        selected.baseline = baseline.map { _ in
            Baseline(
                cells: targets.flatMap { target in
                    columns.indices.map { original(target, $0) }
                }
            )
        }
        selected.places = places?.selecting(targets)
        selected.inputName = inputName
        return selected
    }
}
