/// Where every value of a JSON text stands.
///
/// Stores offsets only; nothing is decoded or copied.
///
///     bytes     {  "n"  :  [  140  ,  "张\n"  ]  }
///     offset    0  1       5  6       10       ..21
///
///     entry     0      1      2      3       4
///     value     {…}    "n"    […]    140     "张\n"
///     start     0      1      5      6       10 + escapes
///     end       21     4      20     9       19
///     next      5      2      5      4       5
///
/// Entries are in the order of the text: an object's are its members' keys and values in turn, an
/// array's are its elements. `next` is the entry after a value and all that it holds, so a value
/// is stepped over without looking inside. The kind is told by the byte at `start`. The top bit
/// of `start` says that a string holds escapes; any other string stands in the text as it is. The
/// top bit of `end` says that an entry is no value, but stands for elements of an array that were
/// parsed apart.
///
/// - Complexity: 12 bytes of storage per key and value.
struct JSONMap: Sendable {
    /// One key or value.
    struct Entry: Sendable {
        private var markedStart: UInt32
        private var markedEnd: UInt32
        private var following: UInt32

        /// Makes the entry of a value that holds no others, to stand at `index` of the map.
        init(_ range: Range<Int>, at index: Int, holdsEscapes: Bool = false) {
            markedStart = UInt32(truncatingIfNeeded: range.lowerBound)
            if holdsEscapes { markedStart |= Self.escapeMark }
            markedEnd = UInt32(truncatingIfNeeded: range.upperBound)
            following = UInt32(truncatingIfNeeded: index + 1)
        }

        /// Makes the entry of the elements that piece number `piece` (from 0) holds, to stand at
        /// `index` of the map.
        init(piece: Int, at index: Int) {
            markedStart = UInt32(truncatingIfNeeded: piece)
            markedEnd = Self.pieceMark
            following = UInt32(truncatingIfNeeded: index + 1)
        }

        private static let escapeMark: UInt32 = 0x8000_0000
        private static let pieceMark: UInt32 = 0x8000_0000

        /// The number of the piece (from 0) whose elements stand here; nil of a value.
        var piece: Int? { markedEnd & Self.pieceMark != 0 ? Int(markedStart) : nil }

        /// Offset of the value's first byte, from 0.
        var start: Int { Int(markedStart & ~Self.escapeMark) }
        /// Offset after the value's last byte.
        var end: Int { Int(markedEnd) }
        /// Index of the entry after the value and all that it holds.
        var next: Int { Int(following) }
        /// Whether the value is a string with an escape in it.
        var holdsEscapes: Bool { markedStart & Self.escapeMark != 0 }

        /// Sets what is known only when a container ends.
        mutating func close(at end: Int, next: Int) {
            markedEnd = UInt32(truncatingIfNeeded: end)
            following = UInt32(truncatingIfNeeded: next)
        }
    }

    /// The largest text, in bytes: offsets have 31 bits.
    static let limit = 0x7FFF_FFFF

    /// The keys and values, in the order of the text.
    var entries: [Entry] = []
    /// Indexes of the outermost values: one, or one for each line.
    var roots: [UInt32] = []
}
