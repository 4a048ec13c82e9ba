package import SourceText

extension TextStore {
    /// Appends the bytes of `range` to a buffer in one copy.
    @inline(__always)
    package func append(_ range: TextRange, to buffer: inout OutputBuffer) {
        let whole = range.isAdded ? added.span : source.span
        buffer.append(whole.extracting(range.bounds))
    }

    /// Whether a range holds the same bytes as one of another store.
    ///
    /// - Complexity: O(n) in the bytes, eight at a time.
    package func equal(_ range: TextRange, _ other: TextRange, of store: TextStore) -> Bool {
        guard range.length == other.length else { return false }
        let whole = range.isAdded ? added.span : source.span
        let otherWhole = other.isAdded ? store.added.span : store.source.span
        return Self.equal(
            whole.extracting(range.bounds),
            otherWhole.extracting(other.bounds)
        )
    }

    private static func equal(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
        let count = one.count
        let (first, second) = unsafe (one.bytes, other.bytes)
        var index = 0
        while index + 8 <= count {
            let a = unsafe first.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            let b = unsafe second.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            if a != b { return false }
            index += 8
        }
        while index < count {
            if one[index] != other[index] { return false }
            index += 1
        }
        return true
    }
}
