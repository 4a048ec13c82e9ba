public import SourceText

/// All text of a table: the bytes of its source, and what was added to it.
///
/// A cell is a `TextRange`, so reading makes no string, and a correction copies nothing but itself.
@usableFromInline
package struct TextStore: Sendable {
    /// The largest source, in bytes: ranges have 31 bits.
    package static let limit = 0x7FFF_FFFF

    /// Valid UTF-8, as read.
    @usableFromInline package private(set) var source: [UInt8]
    /// Valid UTF-8, made while reading or correcting.
    @usableFromInline package private(set) var added: [UInt8] = []

    /// Where `source` may hold rare bytes; nil where nobody has looked.
    package private(set) var rareBytes: RareBytes?

    /// Where texts of the source begin, rising, that a program made of a number, a date or a truth
    /// value; nil where the file can't tell them from texts that somebody typed.
    package var valueStarts: [UInt32]?

    /// Whether text was to be added that has no room: the table lacks it, so nothing may be made
    /// from it.
    package private(set) var isOverfull = false
    /// The most bytes that may be added.
    private let room: Int

    /// Makes a store over the source's bytes (valid UTF-8) with room for as many bytes more, at
    /// most `limit`.
    package init(
        source: [UInt8] = [],
        rareBytes: RareBytes? = nil,
        room: Int = TextStore.limit
    ) {
        self.source = source
        self.rareBytes = rareBytes
        self.room = min(room, Self.limit)
    }

    /// Adds text and returns where it is; where it has no room, the store is overfull.
    package mutating func add(_ text: some Collection<UInt8>) -> TextRange {
        guard let range = range(ofAdded: text.count) else { return .empty }
        added.append(contentsOf: text)
        return range
    }

    /// Adds text and returns where it is; where it has no room, the store is overfull.
    package mutating func add(_ text: Span<UInt8>) -> TextRange {
        guard let range = range(ofAdded: text.count) else { return .empty }
        added.append(text)
        return range
    }

    /// Adds the text of one of the source's ranges, or of the added ones, once more.
    package mutating func add(copyOf range: TextRange) -> TextRange {
        guard let copy = self.range(ofAdded: range.count) else { return .empty }
        if range.isAdded {
            added += Array(added[range.bounds])
        } else {
            let source = source
            added.append(source.span.extracting(range.bounds))
        }
        return copy
    }

    /// Where so many bytes are when they are added next; nil where there are none, or no room for them:
    /// then the store is overfull.
    private mutating func range(ofAdded count: Int) -> TextRange? {
        guard count > 0 else { return nil }
        guard count <= room - added.count else {
            isOverfull = true
            return nil
        }
        return TextRange(added: added.count..<(added.count + count))
    }

    /// Makes memory for as many bytes more of added text, and for no others.
    package mutating func reserve(_ more: Int) { added.reserveCapacity(added.count + more) }

    /// Adds what was added to another store over the same source; returns how far its ranges move,
    /// for `TextRange.moved`, nil where there is no room.
    package mutating func add(addedTo other: TextStore) -> UInt32? {
        guard !other.isOverfull, other.added.count <= room - added.count else { return nil }
        let start = UInt32(added.count)
        added += other.added
        return start
    }

    /// Takes the source out of the store; until it has another one, ranges of it lead nowhere.
    package mutating func takeSource() -> [UInt8] {
        defer {
            source = []
            rareBytes = nil
        }
        return source
    }

    /// Forgets the source behind its first bytes, to which no range reaches; the memory is given back where
    /// nobody else has the source.
    package mutating func shortenSource(to end: Int) {
        guard end < source.count else { return }
        source.removeLast(source.count - end)
        FreedMemory.giveBackRoom(of: &source)
        rareBytes?.shorten(to: end)
    }

    /// Gives a source (valid UTF-8) to the store that it was taken from.
    package mutating func setSource(_ bytes: [UInt8]) { source = bytes }

    /// Whether a store that has the same source, in the same memory, was this one when less text had been
    /// added: then ranges of this one say the same in it.
    package func isBeginning(of other: TextStore) -> Bool {
        sharesSource(with: other) && other.added.starts(with: added)
    }

    /// Whether both have the same source, in the same memory.
    package func sharesSource(with other: TextStore) -> Bool {
        source.span.isIdentical(to: other.source.span)
    }

    /// Adds text and returns where it is.
    package mutating func add(_ text: String) -> TextRange {
        add(text.utf8.span)
    }

    /// The bytes of `range`.
    @inlinable
    package func bytes(_ range: TextRange) -> ArraySlice<UInt8> {
        range.isAdded ? added[range.bounds] : source[range.bounds]
    }

    /// Calls `body` with the bytes of `range`, without copying them.
    ///
    /// `bytes` counts a reference to all of them, which cores that do so at once fight for: asked of
    /// each cell, that was a tenth of writing a workbook.
    ///
    /// - Throws: what `body` throws.
    @inlinable
    package func withSpan<Result, Failure: Error>(
        of range: TextRange,
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        range.isAdded
            ? try body(added.span.extracting(range.bounds))
            : try body(source.span.extracting(range.bounds))
    }

    /// The text of `range`.
    package func string(_ range: TextRange) -> String {
        String(decoding: bytes(range), as: UTF8.self)
    }

    /// Whether somebody typed a text, so that no program has written it in a notation of its own.
    ///
    /// - Complexity: O(log n) in the values.
    package func isTyped(_ range: TextRange) -> Bool {
        guard let valueStarts, !range.isAdded, !range.isEmpty else { return false }
        let index = valueStarts.partitionPoint { $0 >= range.start }
        return index == valueStarts.count || valueStarts[index] != range.start
    }

    /// Whether two ranges hold the same bytes.
    package func equal(_ one: TextRange, _ other: TextRange) -> Bool {
        one == other || equal(one, other, of: self)
    }
}
