/// A quote that RFC 4180 does not allow.
package struct QuotingFault: Sendable, Equatable {
    /// What is wrong.
    package enum Kind: Sendable, CaseIterable {
        /// A quoted cell has no closing quote; the place is its opening.
        case unclosed
        /// Text follows a closing quote; the place is that text.
        case textAfterQuote
        /// A quote stands inside a cell that is not quoted; the place is the quote.
        case stray
    }

    /// What is wrong.
    package var kind: Kind
    /// Offset, from 0, of the byte where it is wrong.
    package var offset: Int

    /// Makes a fault.
    package init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

/// The faults of one text; those after a limit are only counted.
package struct QuotingFaults: Sendable {
    /// How many faults are kept.
    package static let limit = 100

    /// The faults kept, in the order of the text.
    package private(set) var all: [QuotingFault] = []
    /// How many there are.
    package private(set) var count = 0

    /// Makes an empty list.
    package init() {}

    mutating func add(_ kind: QuotingFault.Kind, at offset: Int) {
        count += 1
        if all.count < Self.limit { all.append(QuotingFault(kind, at: offset)) }
    }
}
