internal import SourceText
internal import TargetModel

extension RowReader {
    /// Whether a row without a serial is a target under the serial above.
    func isSubTarget(row: Int, block: ColumnBlock) -> Bool {
        guard let group, serialColumn != nil, let serial = block.offset(of: .serial),
            !result.origins.isEmpty
        else { return false }
        let target = result.origins.count - 1
        let top = cells.merged.top(ofRow: row, cell: block.cell + serial)
        let row = SubTargetRow(
            block: block,
            columns: result.columns,
            isProven: top.map { $0 == Int(result.targetRows[group.first]) } ?? false,
            inheritsUnits: group.inherited.contains { result.columns[$0].field == .units }
        ) { offset in
            cells.string(row: row, cell: block.cell + offset)
        } above: { column in
            continued.text(column, head: result.text(target, column), in: result.text)
        }
        return row.isTarget
    }

    /// Adds a target that stands under the serial of the one above.
    mutating func addSubTarget(
        row: Int,
        block: ColumnBlock,
        index: Int,
        page: Int,
        _ diagnostics: inout DiagnosticBag
    ) {
        guard var open = group, let serialColumn else { return }
        let width = result.columns.count
        let count = result.origins.count
        addTarget(row: row, block: block, index: index, page: page)
        guard result.origins.count > count else { return }
        let first = open.first * width
        if open.count == 1 {
            open.serial = result.text.string(result.table[first + serialColumn])
            if saysNothing(target: open.first) {
                groupHead = GroupHead(open.first, serial: open.serial, in: result)
            } else {
                result.table[first + serialColumn] = result.text.add("\(open.serial)/1")
            }
        }
        open.count += 1
        let base = count * width
        let number = groupHead == nil ? open.count : open.count - 1
        result.table[base + serialColumn] = result.text.add("\(open.serial)/\(number)")
        open.inherited = []
        // A group that reaches into the next block begins further down than it goes on.
        let rows = min(Int(result.targetRows[open.first]), row)..<row
        for column in TargetGroup.filledColumns(of: block, result.columns)
        where result.table[base + column].isEmpty && !result.table[first + column].isEmpty {
            // Where the group has merged cells of this column, they say how far a text reaches.
            let cell = block.columns.firstIndex(of: column).map { block.cell + $0 }
            if let cell, cells.merged.areFound(at: cell, in: rows) { continue }
            result.table[base + column] = result.table[first + column]
            open.inherited.insert(column)
        }
        if groupHead != nil {
            let filled = block.columns.indices.filter {
                block.columns[$0] >= 0 && !cells.string(row: row, cell: block.cell + $0).isEmpty
            }
            groupHead?.add(block, filled: filled, in: result)
        }
        risingSerial = nil
        group = open
    }
}
