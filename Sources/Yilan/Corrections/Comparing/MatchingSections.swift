internal import TargetModel

/// The sections of a table with corrections and of the official one: a serial is unique within one.
struct MatchingSections {
    private let table: TargetTable
    private let official: TargetTable
    private let columns: (own: Int, official: Int)?

    init(_ table: TargetTable, _ official: TargetTable) {
        self.table = table
        self.official = official
        columns = table.sectionColumn.flatMap { own in
            official.sectionColumn.map { (own, $0) }
        }
    }

    /// Whether a row (from 0) of the table and a target (from 0) of the official one stand in the same
    /// section; false where the tables don't say both.
    func areSame(_ row: Int, _ target: Int) -> Bool {
        guard let columns else { return false }
        return table.string(row, column: columns.own).utf8
            .elementsEqual(official.string(target, column: columns.official).utf8)
    }

    /// The section of a target (from 0) of the official table; nil where the tables don't say both.
    func official(_ target: Int) -> String? {
        columns.map { official.string(target, column: $0.official) }
    }
}
