internal import SourceText

/// What a target promises in figures, beside what its progress reports.
public struct Indicator: Sendable, Hashable {
    /// How the figure that was reached has to compare with the one that was promised.
    public enum Comparator: String, Sendable, CaseIterable {
        /// At least; also where the text has a bare figure.
        case atLeast = ">="
        /// At most.
        case atMost = "<="
        /// More than.
        case moreThan = ">"
        /// Less than.
        case lessThan = "<"
        /// Exactly.
        case equal = "="
        /// About: within a tenth below; more is no fault.
        case about = "~"
    }

    /// The target, by index (from 0) in the table.
    public var target = 0
    /// What is counted or measured, in the words of the objective; empty where it names nothing.
    ///
    /// Made when it is asked for.
    public var name: String { String(scalars: scalarsOfName[...]) }
    /// The same as scalars.
    let scalarsOfName: [Unicode.Scalar]
    /// What was promised; its range is one of the objective's text.
    public var promised: Figure
    /// How the two compare.
    public var comparator: Comparator
    /// What was reached; nil where the text doesn't say.
    ///
    /// Its range is one of the progress's text.
    public var achieved: Figure?
    /// What was reached over what was promised; nil where the text doesn't say.
    public var ratio: ExactNumber?
    /// Whether the promise is kept; nil where the text doesn't say.
    public var isMet: Bool?
}
