internal import TargetModel

/// The official table that corrections started from.
struct BaseTable {
    let index: SerialIndex
    private let table: TargetTable

    init(_ table: TargetTable) {
        self.table = table
        index = SerialIndex(table)
    }

    /// What a cell of a target (from 0) of the official table said; nil where this one doesn't have it.
    func text(of target: Int, in official: OfficialTable, _ column: Column) -> String? {
        guard let own = self.column(like: column),
            let target = index.counterpart(of: target, in: official.index)
        else { return nil }
        return table.string(target, column: own)
    }

    /// What a cell said of a target that the official table no longer has; nil where this one doesn't
    /// have it.
    func text(ofSerial serial: String, inSection section: String?, _ column: Column) -> String? {
        guard let own = self.column(like: column),
            case .one(let target) = index.find(serial, inSection: section)
        else { return nil }
        return table.string(target, column: own)
    }

    private func column(like column: Column) -> Int? {
        column.field.map { table.column(of: $0) }
            ?? table.columns.firstIndex {
                $0.field == nil && $0.label.utf8.elementsEqual(column.label.utf8)
            }
    }
}
