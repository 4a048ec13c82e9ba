/// Where a piece of text is: bytes of a source, or of what was added to it.
///
/// Eight bytes, so that a table of millions of cells stays small.
public struct TextRange: Sendable, Hashable, BitwiseCopyable {
    /// The first byte, from 0; its top bit says that the text is in the added bytes.
    public var start: UInt32
    /// How many bytes the text has.
    public var length: UInt32

    /// Makes a range.
    @inlinable
    public init(start: UInt32, length: UInt32) {
        self.start = start
        self.length = length
    }

    /// A range of the source's bytes, from 0.
    @inlinable
    public init(source range: Range<Int>) {
        self.init(
            start: UInt32(truncatingIfNeeded: range.lowerBound),
            length: UInt32(truncatingIfNeeded: range.count)
        )
    }

    /// A range of the added bytes, from 0.
    public init(added range: Range<Int>) {
        self.init(source: range)
        start |= 0x8000_0000
    }

    /// No text.
    @inlinable public static var empty: TextRange { TextRange(start: 0, length: 0) }

    /// Whether there is no text.
    @inlinable
    public var isEmpty: Bool { length == 0 }

    /// How many bytes the text has.
    @inlinable
    public var count: Int { Int(length) }

    /// Whether the text was made by reading (joined, unescaped, corrected) and stands in no source.
    @inlinable
    public var isAdded: Bool { start & 0x8000_0000 != 0 }

    /// The range of the same text in a store that has `distance` added bytes before it.
    @inlinable
    public func moved(by distance: UInt32) -> TextRange {
        isAdded ? TextRange(start: start + distance, length: length) : self
    }

    /// The bytes, from 0, in the source or in the added bytes.
    @inlinable
    public var bounds: Range<Int> {
        let from = Int(start & 0x7FFF_FFFF)
        return from..<(from + Int(length))
    }
}
