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
    /// Of several stages (①2月上旬前 ②5月底前) the last one counts. A text that isn't understood whole,
    /// that lacks a year nobody knows, or that names a day that doesn't exist is `unknown`.
    /// - Complexity: O(n) in the text.
    public init(_ text: String, year: Int?) {
        let folded = TextFolding.folded(text)
        guard !folded.isEmpty else {
            kind = .none
            return
        }
        var reader = DeadlineReader(folded, year: year)
        switch reader.meaning() {
        case .date(let day):
            kind = .date
            date = day
        case .ongoing: kind = .ongoing
        case .recurring: kind = .recurring
        case nil: kind = .unknown
        }
    }
}
