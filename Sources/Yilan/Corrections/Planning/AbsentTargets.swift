internal import TargetModel

/// The targets of the official table that no row of a file with corrections is about.
///
/// Where the file doesn't keep what its cells said, a target that was renumbered looks like a new
/// one: this finds the one that it was.
struct AbsentTargets {
    /// Rows that are looked at; nobody reads more findings.
    private static let most = 100

    private let official: OfficialTable
    /// Targets, by index from 0.
    private var absent: [Int] = []
    private var newRows: Set<Int> = []

    /// Finds what is absent, where some rows are new.
    ///
    /// - Complexity: O(n) in the rows and targets.
    init(_ identities: [RowIdentity], of official: OfficialTable) {
        self.official = official
        newRows = Set(identities.indices.lazy.filter { identities[$0] == .new }.prefix(Self.most))
        guard !newRows.isEmpty else { return }
        var isThere = [Bool](repeating: false, count: official.table.count)
        for case .target(let target) in identities { isThere[target] = true }
        absent = isThere.indices.filter { !isThere[$0] }
    }

    /// The absent target that says in all other columns what a row says; or the only absent one
    /// beside the only new row.
    ///
    /// - Complexity: O(n) in the absent targets.
    func target(like row: Int, of table: TargetTable, _ columns: [Int?]) -> Int? {
        guard newRows.contains(row) else { return nil }
        let shared = columns.enumerated().compactMap { column, officialColumn in
            officialColumn.flatMap {
                $0 == official.serialColumn ? nil : (column: column, official: $0)
            }
        }
        let saysSomething = shared.contains { !table.range(row, $0.column).isEmpty }
        let alike = absent.first { target in
            shared.allSatisfy { pair in
                table.text.equal(
                    table.range(row, pair.column),
                    official.table.range(target, pair.official),
                    of: official.table.text
                )
            }
        }
        if saysSomething, let alike { return alike }
        return absent.count == 1 && newRows.count == 1 ? absent[0] : nil
    }
}
