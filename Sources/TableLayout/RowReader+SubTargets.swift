internal import SourceText
internal import TargetModel

extension RowReader {
    /// Whether a row without a serial is a target under the serial above.
    func isSubTarget(row: Int, block: ColumnBlock, index: Int, page: Int) -> Bool {
        guard let group, serialColumn != nil, let serial = block.offset(of: .serial),
            !result.origins.isEmpty
        else { return false }
        let target = result.origins.count - 1
        let top = cells.merged.top(ofRow: row, cell: block.cell + serial)
        let head = firstPart(of: group)
        let isBesideHead = (head.page, head.block) == (page, index)
        let row = SubTargetRow(
            block: block,
            columns: result.columns,
            isProven: isBesideHead && top == head.row,
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
        let part = part(of: &open, index: index, page: page)
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
        let merged = open.mergedBefore.union(mergedColumns(of: block, in: part.row..<row))
        for column in TargetGroup.filledColumns(of: block, result.columns)
        where result.table[base + column].isEmpty && !result.table[first + column].isEmpty {
            // Where the group has merged cells of a column, they say how far a text reaches.
            guard !merged.contains(column) else { continue }
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

    /// Where a group begins.
    private func firstPart(of group: TargetGroup) -> TargetGroup.Part {
        let origin = result.origins[group.first]
        return TargetGroup.Part(
            page: Int(origin.page) - 1,
            block: Int(origin.block) - 1,
            row: Int(result.targetRows[group.first])
        )
    }

    /// Where a group stands in the block that its next target is read in, which may be another one than that of
    /// the target above.
    private func part(
        of group: inout TargetGroup,
        index: Int,
        page: Int
    ) -> TargetGroup.Part {
        let above = group.part ?? firstPart(of: group)
        guard (above.page, above.block) != (page, index) else {
            group.part = above
            return above
        }
        let rows = above.row..<result.pages[above.page].rows.upperBound
        let block = result.pages[above.page].blocks[above.block]
        group.mergedBefore.formUnion(mergedColumns(of: block, in: rows))
        let part = TargetGroup.Part(
            page: page,
            block: index,
            row: result.pages[page].rows.lowerBound
        )
        group.part = part
        return part
    }

    /// The table's columns (from 0) of which cells of some rows are merged down under a block.
    private func mergedColumns(of block: ColumnBlock, in rows: Range<Int>) -> Set<Int> {
        guard !cells.merged.isEmpty else { return [] }
        let found = block.columns.enumerated().filter { offset, column in
            column >= 0 && cells.merged.areFound(at: block.cell + offset, in: rows)
        }
        return Set(found.map(\.element))
    }
}
