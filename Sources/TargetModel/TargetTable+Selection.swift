internal import SourceText

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
            cells: TextRanges(targets.lazy.flatMap { cells[($0 * width)..<(($0 + 1) * width)] }),
            origins: Origins(targets.lazy.map { origins[$0] })
        )
        selected.baseline = baseline?.selecting(targets, columns: width)
        selected.headerColumns = headerColumns
        selected.lackingColumns = lackingColumns
        selected.places = places?.selecting(targets)
        selected.inputName = inputName
        return selected
    }
}

extension TargetTable {
    /// Returns the table with other labels for its columns, which mean what they did.
    ///
    /// It has no layout: a layout has the labels that stand in the file.
    package func relabelled(_ labels: [String]) -> TargetTable {
        var table = TargetTable(
            documents: documents,
            columns: zip(columns, labels).map { Column($0.field, label: $1) },
            text: text,
            cells: cells,
            origins: origins
        )
        table.baseline = baseline
        table.headerColumns = shownHeaderColumns
        table.lackingColumns = lackingColumns
        table.otherTexts = otherTexts
        table.columnReasons = columnReasons
        table.places = places
        table.inputName = inputName
        return table
    }

    /// Returns the table without some of its columns (from 0).
    ///
    /// It has no layout, baseline or places: those are of all columns.
    /// - Complexity: O(n) in the cells, where a column is left out.
    package func leavingOut(_ left: Set<Int>) -> TargetTable {
        let kept = columns.indices.filter { !left.contains($0) }
        guard kept.count < columns.count else { return self }
        var table = TargetTable(
            documents: documents,
            columns: kept.map { columns[$0] },
            text: text,
            cells: TextRanges(
                (0..<count).lazy.flatMap { target in kept.map { range(target, $0) } }
            ),
            origins: origins
        )
        table.otherTexts = otherTexts.map { text in
            var moved = text
            moved.cells = text.cells.compactMap { cell in
                kept.firstIndex(of: cell.column).map { .init(column: $0, text: cell.text) }
            }
            return moved
        }
        let headers = headerPlaces
        if !headers.isEmpty { table.setHeaders(kept.map { headers[$0] }) }
        for (index, column) in kept.enumerated() {
            table.columnReasons[index] = columnReasons[column]
        }
        table.inputName = inputName
        return table
    }
}
