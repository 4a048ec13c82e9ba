internal import TargetModel

/// The official table that corrections started from.
struct BaseTable {
    let index: SerialIndex
    private let table: TargetTable

    init(_ table: TargetTable) {
        self.table = table
        index = SerialIndex(table)
    }

    /// What a cell said; nil where the table doesn't have it.
    func text(ofSerial serial: String, _ column: Column) -> String? {
        let own =
            column.field.map { table.column(of: $0) }
            ?? table.columns.firstIndex {
                $0.field == nil && $0.label.utf8.elementsEqual(column.label.utf8)
            }
        guard let own, case .one(let target) = index.find(serial) else { return nil }
        return table.string(target, column: own)
    }
}
