internal import TargetModel

/// The targets whose cell of a column is blank, told apart by how many there are: a list in which all
/// are blank most likely has no such column, and one finding says so.
struct BlankTargets {
    /// Whether every target of the table is one.
    let isWholeTable: Bool
    /// Of several inputs, the first target (from 0) of each that has the column and in which all are blank.
    let wholeInputs: [Int]
    /// All others, in order; none of a list or an input that lacks the column (`MissingFields`).
    let single: [Int]

    /// Sorts blank targets (from 0, in order) of a field's column of a table.
    init(_ blank: [Int], _ field: Field, of table: TargetTable) {
        isWholeTable = blank.count == table.count && table.count > 0
        guard !isWholeTable, !blank.isEmpty else {
            (wholeInputs, single) = ([], [])
            return
        }
        let lacking = LackingLists(table, field)
        wholeInputs = lacking.firstOfBlank
        single = blank.filter { !lacking.contains($0) }
    }
}
