internal import JSONText
internal import SourceText

/// What was made of elements of a document's arrays that were parsed apart, and forgotten.
enum DocumentPart: Sendable {
    /// Targets.
    case targets(TargetsDecoder)
    /// What the cells of targets said.
    case originals(OriginalRows)

    /// Reads elements that stand in a range of the source (from 0); nil of others, and where something is
    /// to be reported.
    init?(_ elements: [JSONValue], _ range: Range<Int>, of source: SourceText) {
        if let rows = OriginalRows(elements) {
            self = .originals(rows)
        } else if let targets = TargetsDecoder.part(elements, range, of: source) {
            self = .targets(targets)
        } else {
            return nil
        }
    }

    /// The targets; nil of others.
    var targets: TargetsDecoder? {
        if case .targets(let targets) = self { targets } else { nil }
    }

    /// What the cells said; nil of others.
    var originals: OriginalRows? {
        if case .originals(let rows) = self { rows } else { nil }
    }
}
