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
        guard let baseColumn = table.column(like: column),
            let target = index.counterpart(of: target, in: official.index)
        else { return nil }
        return table.string(target, column: baseColumn)
    }

    /// What a cell said of a target that the official table no longer has; nil where this one doesn't
    /// have it.
    func text(ofSerial serial: String, inSection section: String?, _ column: Column) -> String? {
        guard let baseColumn = table.column(like: column),
            case .one(let target) = index.find(serial, inSection: section)
        else { return nil }
        return table.string(target, column: baseColumn)
    }

    /// The section of the target that a row of a table without sections was: of several with its serial
    /// the one that said what the row says is to be achieved; nil where that can't be told.
    func section(of row: Int, in other: TargetTable, serial: String) -> String? {
        let targets = index.find(serial).targets
        guard targets.count > 1, let otherObjective = other.column(of: .objective),
            let objective = table.column(of: .objective), !other.range(row, otherObjective).isEmpty
        else { return nil }
        let alike = targets.filter { target in
            other.text.equal(
                other.range(row, otherObjective),
                table.range(target, objective),
                of: table.text
            )
        }
        return alike.count == 1 ? table.section(of: alike[0]) : nil
    }
}
