internal import SourceText

/// Finds the next byte that means something to delimited text, eight bytes at a time.
///
/// A lane of a word that equals a pattern's byte becomes 0 by exclusive or, and subtracting 1 from
/// it borrows into its top bit. Borrows only reach higher lanes, so the lowest lane is exact.
struct SeparatorSearch {
    /// The byte between cells.
    let delimiter: UInt8
    private let delimiters: UInt64

    init(_ delimiter: Delimiter) {
        self.delimiter = delimiter.rawValue
        delimiters = Self.everyLane(delimiter.rawValue)
    }

    /// Whether a byte ends a cell: a delimiter or a line end.
    @inline(__always)
    func endsCell(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == .lineFeed || byte == .carriageReturn
    }

    /// The first delimiter, quote, LF or CR from `start` on, or the count.
    @inline(__always)
    func next(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            let word = Self.word(of: bytes, at: index)
            let found =
                Self.lanes(of: word, equalTo: delimiters)
                | Self.lanes(of: word, equalTo: Self.quotes) | Self.lineEnds(in: word)
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if endsCell(byte) || byte == .quotationMark { return index }
            index += 1
        }
        return index
    }

    /// The first quote, LF or CR from `start` on, or the count.
    @inline(__always)
    static func nextInsideQuotes(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            let word = word(of: bytes, at: index)
            let found = lanes(of: word, equalTo: quotes) | lineEnds(in: word)
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == .quotationMark || byte == .lineFeed || byte == .carriageReturn {
                return index
            }
            index += 1
        }
        return index
    }

    /// The first quote from `start` on, or the count.
    @inline(__always)
    static func nextQuote(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            let found = lanes(of: word(of: bytes, at: index), equalTo: quotes)
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, bytes[index] != .quotationMark { index += 1 }
        return index
    }

    private static let quotes = everyLane(.quotationMark)

    @inline(__always)
    private static func lineEnds(in word: UInt64) -> UInt64 {
        lanes(of: word, equalTo: everyLane(.lineFeed))
            | lanes(of: word, equalTo: everyLane(.carriageReturn))
    }

    @inline(__always)
    private static func everyLane(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }

    @inline(__always)
    private static func lanes(of word: UInt64, equalTo pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }

    @inline(__always)
    private static func word(of bytes: Span<UInt8>, at index: Int) -> UInt64 {
        UInt64(
            littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
                fromByteOffset: index,
                as: UInt64.self
            )
        )
    }
}
