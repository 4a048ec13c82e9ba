internal import TargetModel

/// Tells rows and targets apart that have one serial: which row is which target.
///
/// A row is the target whose texts it has in all columns that both know, else the one in whose
/// section it stands, else the one whose texts it had when its file was made, else the one whose
/// place in the official file it keeps. What
/// remains belongs together where it is one row and one target.
struct SameSerialRows {
    /// The row (from 0) of each target (from 0) that one was found for.
    private(set) var rows: [Int: Int] = [:]
    /// Rows (from 0) that may be any of the remaining targets.
    private(set) var ambiguous: [Int] = []

    private let table: TargetTable
    private let official: TargetTable
    private let columns: [(here: Int, official: Int)]

    /// Matches `rows` of `table` with `targets` of `official`; `columns` says which column of the
    /// official table each of the table's is.
    ///
    /// - Complexity: O(n m) in the rows and targets of the serial.
    init(
        _ rows: [Int],
        of table: TargetTable,
        to targets: [Int],
        of official: TargetTable,
        columns: [Int?]
    ) {
        self.table = table
        self.official = official
        self.columns = columns.enumerated().compactMap { column, here in
            here.map { (column, $0) }
        }
        var rows = rows
        var targets = targets
        pair(&rows, &targets, saysTheSame)
        let sections = MatchingSections(table, official, columns)
        let isAlone = Set(targets.map(sections.official)).count == targets.count
        if isAlone { pair(&rows, &targets) { sections.areSame($0, $1) } }
        if table.baseline != nil { pair(&rows, &targets, saidTheSame) }
        if table.places != nil { pair(&rows, &targets, standsAtTheSamePlace) }
        if rows.count == 1, targets.count == 1 {
            self.rows[targets[0]] = rows[0]
        } else {
            ambiguous = rows
        }
    }

    private mutating func pair(
        _ rows: inout [Int],
        _ targets: inout [Int],
        _ belong: (Int, Int) -> Bool
    ) {
        var left: [Int] = []
        for row in rows {
            if let index = targets.firstIndex(where: { belong(row, $0) }) {
                self.rows[targets.remove(at: index)] = row
            } else {
                left.append(row)
            }
        }
        rows = left
    }

    private func saysTheSame(_ row: Int, _ target: Int) -> Bool {
        columns.allSatisfy { here, official in
            let range = table.range(row, here)
            let other = self.official.range(target, official)
            return table.text.equal(range, other, of: self.official.text)
                || TextComparison.spreadsheet.agree(
                    table.text.string(range),
                    self.official.text.string(other)
                )
        }
    }

    private func saidTheSame(_ row: Int, _ target: Int) -> Bool {
        columns.allSatisfy { here, official in
            let text = self.official.text.bytes(self.official.range(target, official))
            return table.original(row, here).says(text) ?? true
        }
    }

    private func standsAtTheSamePlace(_ row: Int, _ target: Int) -> Bool {
        let (one, other) = (table.origins[row], official.origins[target])
        return one.line == other.line && one.page == other.page && one.block == other.block
    }
}
