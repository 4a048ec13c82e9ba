package import SourceText

/// Numbers the distinct texts of cells from 0, in order of first appearance.
///
/// Leaders, deadlines, statuses and units recur: what is derived from a text is derived once and
/// then found by its number.
package struct DistinctTexts: Sendable {
    /// The distinct texts, by number.
    package private(set) var ranges: [TextRange] = []
    private var numbers = NumberedHashes()

    /// Makes an empty set.
    package init() {}

    /// How many distinct texts there are.
    package var count: Int { ranges.count }

    /// Returns the number of the text of `range`, giving it one where it is new.
    ///
    /// - Complexity: O(n) in the text's bytes.
    package mutating func number(of range: TextRange, in text: TextStore) -> Int {
        let hash = text.withSpan(of: range) { $0.spreadingHash }
        let (number, isNew) = numbers.number(of: hash) { text.equal(ranges[$0], range) }
        if isNew { ranges.append(range) }
        return number
    }
}
