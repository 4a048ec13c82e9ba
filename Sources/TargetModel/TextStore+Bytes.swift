package import SourceText

extension TextStore {
    /// Whether a range holds the same bytes as one of another store.
    ///
    /// - Complexity: O(n) in the bytes.
    package func equal(_ range: TextRange, _ other: TextRange, of store: TextStore) -> Bool {
        guard range.length == other.length else { return false }
        // Not one closure within the other: what the inner one asks is copied for it, and cores wait for each
        // other to count the references, which was 4 % of `check`.
        let whole = range.isAdded ? added.span : source.span
        let otherWhole = other.isAdded ? store.added.span : store.source.span
        return whole.extracting(range.bounds)
            .hasSameBytes(as: otherWhole.extracting(other.bounds))
    }
}
