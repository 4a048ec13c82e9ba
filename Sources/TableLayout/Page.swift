internal import SourceText
package import TargetModel

/// One block of a page: the cells of a row that belong to one target.
package struct ColumnBlock: Sendable, Equatable {
    /// Index (from 0) of the block's first cell in a row.
    package var cell: Int
    /// The labels of its cells.
    package var labels: [HeaderLabel]
    /// For each cell, what it means in this block; nil for a column that is kept as `extra`.
    package var fields: [Field?]
    /// For each cell, the index (from 0) of the table's column; -1 for a cell without a label.
    package var columns: [Int] = []
    /// Fields that are read from the latest filled one of several cells: indexes within the block.
    package var parts: [Field: [Int]] = [:]
    /// For a field of `parts` of which rows tick one: what each part says where it is ticked.
    package var partNames: [Field: [String]] = [:]
    /// Cells (index within the block) whose meaning follows from what stands below.
    package var evidence: [Int: ColumnReason] = [:]

    /// The cells of a row that the block covers.
    package var cells: Range<Int> { cell..<(cell + labels.count) }

    /// Why a cell (index within the block) has the meaning that it has; nil where it has none.
    package func reason(at offset: Int) -> ColumnReason? {
        if let reason = evidence[offset] { return reason }
        if parts.values.contains(where: { $0.contains(offset) }) { return .part }
        guard fields[offset] != nil else { return nil }
        return labels[offset].match.map { .label($0.evidence) }
    }

    /// The field that a cell (index within the block) holds, or is one of several cells of; nil of none.
    func field(at offset: Int) -> Field? {
        fields[offset]
            ?? parts.first { part in
                part.value.contains(offset)
                    && (evidence[offset] == .period || partNames[part.key] != nil)
            }?.key
    }

    /// Whether a cell (index within the block) is the first of several that a field is read from: one
    /// finding for all of them is enough.
    func isFirstPart(_ offset: Int) -> Bool {
        parts.values.contains { $0.first == offset }
    }

    /// Of several reports, each of a period, the latest that says something is the report.
    mutating func takePeriods() {
        let reports = labels.indices.filter { labels[$0].match?.field == .progress }
        let periods = reports.filter { labels[$0].match?.evidence == .period }
        guard periods.count > 1, periods.count == reports.count else { return }
        for offset in periods { fields[offset] = nil }
        parts[.progress] = periods
    }

    /// The indexes within the block of the cells that hold a field: one, several that it is read from, or
    /// none.
    func offsets(of field: Field) -> [Int] {
        offset(of: field).map { [$0] } ?? parts[field] ?? []
    }

    /// The index within the block of the cell that holds a field.
    func offset(of field: Field) -> Int? {
        fields.firstIndex(of: field)
    }
}

/// The rows under one header.
package struct Page: Sendable, Equatable {
    /// The header's rows (from 0): one or two.
    package var header: Range<Int>
    /// The row of `header` that decides how many cells a row may have.
    package var width: Int
    /// The blocks, from left to right.
    package var blocks: [ColumnBlock]
    /// The rows under the header, up to the next header (from 0).
    package var rows: Range<Int>
}

extension ColumnBlock {
    /// Gives the columns that say what the latest filled one of several others says, or which of them is
    /// ticked, their texts.
    ///
    /// `row` holds the target's cells, one for each of `columns`.
    func fillWholes(
        _ row: inout [TextRange],
        _ columns: [Column],
        addingTo store: inout TextStore
    ) {
        for (field, offsets) in parts {
            guard let whole = columns.firstIndex(where: { $0.field == field }) else { continue }
            if let names = partNames[field] {
                let marks = offsets.map { store.string(row[self.columns[$0]]) }
                let name = Ticks(marks).only.map { names[$0] } ?? ""
                row[whole] = store.add(name)
                continue
            }
            let filled = Layout.Latest.filled(of: offsets) {
                row[self.columns[$0]].isEmpty
            }
            row[whole] = filled.map { row[self.columns[$0]] } ?? .empty
        }
    }
}
