internal import ContentDigest

/// Digests of cells' texts, each of the short ones made once: leaders, deadlines, statuses and units
/// recur in most rows, and finding a text again takes a sixth of digesting it.
package struct TextDigests: Sendable {
    private var texts = DistinctTexts()
    private var digests: [UInt32] = []

    /// Longer texts, in bytes, hardly ever occur twice.
    private static let longest = 64
    /// Where so many short texts differ, most others do.
    private static let most = 4096

    /// Knows no text yet.
    package init() {}

    /// The digest of a cell's text, as a baseline keeps it.
    ///
    /// - Complexity: O(n) in the text's bytes.
    package mutating func digest(of range: TextRange, in text: TextStore) -> Baseline.Original {
        guard range.count <= Self.longest, digests.count < Self.most else {
            return .digest(Self.made(of: range, in: text))
        }
        let number = texts.number(of: range, in: text)
        if number == digests.count { digests.append(Self.made(of: range, in: text)) }
        return .digest(digests[number])
    }

    private static func made(of range: TextRange, in text: TextStore) -> UInt32 {
        text.withSpan(of: range) { SHA256.prefix(of: $0) }
    }
}
