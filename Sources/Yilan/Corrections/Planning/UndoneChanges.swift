internal import SourceText
internal import TargetModel

/// Finds corrections that others undo: a column that is read from others changes with them.
struct UndoneChanges {
    private let corrected: TargetTable

    /// Prepares to look at the corrected table.
    init(in corrected: TargetTable) {
        self.corrected = corrected
    }

    /// Reports each at its place.
    ///
    /// - Complexity: O(n) in the changes, where the table has such columns.
    func report(of changes: [ApplyPlan.Change], to diagnostics: inout DiagnosticBag) {
        guard corrected.hasColumnsOfOthers else { return }
        for change in changes {
            let names = corrected.tickNames(ofColumn: change.columnIndex)
            let isUnknown =
                !names.isEmpty && !change.new.isEmpty
                && Ticks.place(of: change.new, in: names) == nil
            let isSaid = corrected.says(change.new, change.target, column: change.columnIndex)
            guard isUnknown || !isSaid else { continue }
            diagnostics.report(
                (isUnknown ? Diagnostic.noColumnToTick(names) : .contradictoryParts)
                    .at(change.places.first ?? Place())
                    .about(serial: change.serial, field: change.column.key)
            )
        }
    }
}
