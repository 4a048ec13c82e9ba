internal import SourceText
internal import TargetModel

/// What a copy of the official file says otherwise around its targets, which no correction of a cell
/// changes.
struct CopiedSurroundings {
    /// Tells it; nil where there is nothing to tell.
    let finding: Diagnostic?

    /// Compares a file of corrections with the official table, or with what it started from.
    ///
    /// What it leaves out it doesn't change: a part of the table has no notes.
    init(_ source: CorrectionSource, of official: TargetTable, base: TargetTable?) {
        guard case .table(let copy, .literal) = source.content, copy.layout != nil,
            copy.baseline == nil
        else {
            finding = nil
            return
        }
        func changes(since table: TargetTable) -> [SurroundingChange] {
            SurroundingComparison(from: table, to: copy, comparison: .literal).changes
                .filter { $0.new != nil }
        }
        var left = changes(since: official)
        if let base {
            let changed = changes(since: base)
            left.removeAll { change in
                !changed.contains { $0.kind == change.kind && $0.new == change.new }
            }
        }
        finding = left.first.map { first in
            Diagnostic.surroundingsLeftOut(
                left.map { SurroundingChange.shown(kind: $0.kind, new: $0.new) }
            ).at(first.source)
        }
    }
}
