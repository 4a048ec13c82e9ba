internal import TargetModel

/// The targets whose cell of a column is blank, told apart by how many there are: a list in which all
/// are blank most likely has no such column, and one finding says so.
struct BlankTargets {
    /// Whether every target of the table is one.
    private(set) var isWholeTable = false
    /// Of several inputs, the first target (from 0) of each in which all are blank.
    private(set) var wholeInputs: [Int] = []
    /// All others, in order.
    private(set) var single: [Int] = []

    /// Sorts blank targets (from 0, in order) of a table.
    init(_ blank: [Int], of table: TargetTable) {
        isWholeTable = blank.count == table.count && table.count > 0
        guard !isWholeTable else { return }
        guard table.documents.count > 1, !blank.isEmpty else {
            single = blank
            return
        }
        var filled = Array(repeating: 0, count: table.documents.count)
        for origin in table.origins { filled[Int(origin.document)] += 1 }
        for target in blank { filled[Int(table.origins[target].document)] -= 1 }
        var named = filled.map { _ in false }
        for target in blank {
            let document = Int(table.origins[target].document)
            if filled[document] > 0 {
                single.append(target)
            } else if !named[document] {
                named[document] = true
                wholeInputs.append(target)
            }
        }
    }
}
