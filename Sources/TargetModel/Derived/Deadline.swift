/// By when a target is to be achieved: what the text of its deadline means.
public struct Deadline: Sendable, Equatable {
    /// What kind of deadline a text says.
    public enum Kind: String, Sendable, CaseIterable {
        /// A day, given by `date`.
        case date
        /// Without an end: 长期坚持.
        case ongoing
        /// Again and again: 每季度.
        case recurring
        /// The cell is blank.
        case none
        /// The text isn't understood.
        case unknown
    }

    /// What kind it is.
    public var kind: Kind
    /// The last day; nil unless `kind` is `date`.
    public var date: CalendarDate?

    /// Says what a text means; `year` is the table's, for texts without one.
    ///
    /// - Complexity: O(n) in the text.
    public init(_ text: String, year: Int?) {
        kind = text.isEmpty ? .none : .unknown
    }
}
