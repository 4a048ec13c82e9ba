internal import SourceText
internal import TargetModel

extension TableProposals {
    /// Whether the target that has a row's serial now is another one than where the correction started:
    /// targets were numbered anew meanwhile.
    ///
    /// Its objective has hardly a character of what it was, and what was reported is another text, too.
    func isAnother(_ row: Int, _ target: Int) -> Bool {
        guard let objective = moved(.objective, row, target), objective.isKnown,
            let progress = moved(.progress, row, target)
        else { return false }
        guard case .text(let before) = objective.base else {
            return progress.isKnown && moved(.units, row, target) != nil
        }
        return !before.isEmpty
            && TextComparison.likeness(before, official.text(target, objective.column))
                < Self.leastLikeness
    }

    /// An objective that keeps less of its characters is another one's.
    private static var leastLikeness: Double { 0.4 }

    /// What a cell of a row said, where the official table says something else now, which the row doesn't
    /// say; nil where it says that still.
    ///
    /// What isn't known counts as said otherwise.
    private func moved(
        _ field: Field,
        _ row: Int,
        _ target: Int
    ) -> (base: Baseline.Original, column: Int, isKnown: Bool)? {
        guard let officialColumn = official.table.column(of: field) else {
            return (.unknown, 0, false)
        }
        let column = columns.firstIndex(of: officialColumn)
        let now = official.text(target, officialColumn)
        let kept = column.map { table.original(row, $0) } ?? .unknown
        let text = base?.text(of: target, in: official, official.table.columns[officialColumn])
        let before = kept == .unknown ? text.map { Baseline.Original.text($0) } ?? .unknown : kept
        guard before != .unknown else { return (before, officialColumn, false) }
        if before.says(now.utf8) == true { return nil }
        if let column, table.string(row, column: column).hasSameBytes(as: now) { return nil }
        return (before, officialColumn, true)
    }
}
