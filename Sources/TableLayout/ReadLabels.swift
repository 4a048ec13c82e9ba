internal import DelimitedText
internal import SourceText
package import TargetModel

extension TargetTable {
    /// What the columns of fields mean, by their labels; of columns with one label, what the first means.
    ///
    /// Whoever reads what was written of the table knows it, as somebody may have said it.
    package var meanings: [String: Field] {
        Dictionary(
            columns.compactMap { column in column.field.map { (column.label, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The table with labels under which its columns read as they do here, in a text that has nothing but
    /// labels and rows.
    ///
    /// What a column means may follow from merged cells, from a title or from what somebody said. Where the
    /// labels and rows alone say otherwise, a column of a field has the field's label, with its own as a
    /// remark, 责任目标内容(整改措施), and one that its label would be taken for has another, 其他(工作任务).
    /// - Complexity: O(1): some targets are looked at, where labels leave something open.
    package var readingAlike: TargetTable {
        guard leavesOpen else { return self }
        let fields = columns.map(\.field)
        guard readFields(columns.map(\.shownLabel)) != fields else { return self }
        var labels = columns.map { column in
            guard let field = column.field, field != .serial,
                FieldLabels.normalize(column.label) != FieldLabels.normalize(field.label)
            else { return column.label }
            return "\(field.label)(\(column.label))"
        }
        for _ in columns {
            let read = readFields(
                zip(columns, labels).map { Column($0.field, label: $1).shownLabel }
            )
            if read == fields { return relabelled(labels) }
            // What another column says by its label is no longer this table's.
            let others = columns.indices.filter { index in
                columns[index].field == nil && labels[index] == columns[index].label
                    && (read.isEmpty ? saysField(index) : read[index] != nil)
            }
            guard !others.isEmpty else { return self }
            for index in others { labels[index] = FieldLabels.asOther(labels[index]) }
        }
        return self
    }

    /// Whether the label of a column (from 0) that is no field's says that it is that of another column.
    private func saysField(_ index: Int) -> Bool {
        guard let match = FieldLabels.match(FieldLabels.normalize(columns[index].label)),
            match.field != .units
        else { return false }
        return columns.contains { $0.field == match.field }
    }

    /// Whether labels alone may not tell what each column is.
    private var leavesOpen: Bool {
        var seen: [Field] = []
        for column in columns {
            let match = FieldLabels.match(FieldLabels.normalize(column.label))
            guard let match, match.evidence.isSure || column.field == nil else {
                if column.field != nil { return true }
                continue
            }
            if match.role != .main || match.field == .units { continue }
            guard column.field == match.field, !seen.contains(match.field) else { return true }
            seen.append(match.field)
        }
        return false
    }

    /// So many targets show what a column is.
    private static let sample = 60

    /// What columns with these labels are read as.
    private func readFields(_ labels: [String]) -> [Field?] {
        var rows = [labels]
        for target in 0..<min(count, Self.sample) {
            rows.append(columns.indices.map { string(target, column: $0) })
        }
        let lines = rows.map { row in
            row.map { String($0.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
                .joined(separator: "\t")
        }
        let text = Array((lines.joined(separator: "\n") + "\n").utf8)
        let cells = GridSource(
            source: SourceText(name: "", validated: text, encoding: .utf8),
            grid: Grid(tabSeparated: text)
        )
        let found = HeaderReader(cells: cells, overrides: [:]).labels(ofRow: 0)
        guard case .success(let blocks) = BlockFinder(forced: 1).blocks(in: found),
            blocks.count == 1, blocks[0].cell == 0
        else { return [] }
        var page = Page(
            header: 0..<1,
            width: columns.count,
            blocks: blocks,
            rows: 1..<cells.grid.rowCount
        )
        var evidence = ValueEvidence(cells, hasHeading: false)
        evidence.apply(to: &page)
        return evidence.undecided.contains { $0.severity == .error } ? [] : page.blocks[0].fields
    }
}
