/// Where a text may hold bytes that few texts of targets hold: by blocks of it.
///
/// Whoever looks for marks made of such bytes looks at the blocks that have some, mostly none, instead
/// of going through all of a text once more: 35 MB are more than any cache holds, and each time that
/// they are gone through takes 5 ms on two cores, a fifteenth of writing CSV.
package struct RareBytes: Sendable, Equatable {
    /// Bytes that are looked for together.
    package enum Kind: UInt8, Sendable, CaseIterable {
        /// `<`, `=` and `>`.
        case comparison = 1
        /// `_`.
        case underscore = 2

        /// The lanes that may hold such a byte, which are those that do.
        @inline(__always)
        package func lanes(of bytes: ByteLanes) -> ByteLanes.Lanes {
            switch self {
            case .comparison: bytes.within(UInt8(ascii: "<")...UInt8(ascii: ">"))
            case .underscore: bytes.equal(UInt8(ascii: "_"))
            }
        }

        /// Whether a byte is one.
        @inline(__always)
        package func isOne(_ byte: UInt8) -> Bool {
            switch self {
            case .comparison: byte &- UInt8(ascii: "<") <= 2
            case .underscore: byte == UInt8(ascii: "_")
            }
        }
    }

    /// How many bytes a block has, but for the last; so few that it is in the nearest cache when what
    /// else there is to do with it is done.
    static let blockSize = 1 << 14

    /// How many bytes the text has.
    private var count: Int
    /// By block, the kinds of bytes in it.
    private var blocks: [UInt8]

    /// What stands in blocks that were looked at one after the other (`kinds`).
    init(count: Int, blocks: [UInt8]) {
        self.count = count
        self.blocks = blocks
    }

    /// Knows of no text.
    package init() { self.init(count: 0, blocks: []) }

    /// Puts what is known of another text behind this one, as that text is put behind this one's.
    ///
    /// Blocks of the whole may hold what both blocks hold that they are made of.
    package mutating func append(_ other: RareBytes) {
        let end = count + other.count
        blocks.append(
            contentsOf: repeatElement(0, count: Self.blockCount(of: end) - blocks.count)
        )
        for (index, kinds) in other.blocks.enumerated() where kinds != 0 {
            let start = index * Self.blockSize
            let last = min(start + Self.blockSize, other.count) - 1
            for block in (count + start) / Self.blockSize...(count + last) / Self.blockSize {
                blocks[block] |= kinds
            }
        }
        count = end
    }

    private static func blockCount(of bytes: Int) -> Int {
        (bytes + blockSize - 1) / blockSize
    }

    /// Forgets what stands behind the first bytes of the text.
    package mutating func shorten(to end: Int) {
        count = min(count, end)
        blocks.removeLast(max(0, blocks.count - Self.blockCount(of: count)))
    }

    /// The kinds of bytes in a block.
    static func kinds(in block: Span<UInt8>) -> UInt8 {
        let raw = unsafe block.bytes
        var comparison = ByteLanes.Lanes.none
        var underscore = ByteLanes.Lanes.none
        var index = 0
        while index + 16 <= block.count {
            let bytes = ByteLanes(raw, at: index)
            comparison = comparison | Kind.comparison.lanes(of: bytes)
            underscore = underscore | Kind.underscore.lanes(of: bytes)
            index += 16
        }
        var kinds = comparison.isEmpty ? 0 : Kind.comparison.rawValue
        if !underscore.isEmpty { kinds |= Kind.underscore.rawValue }
        while index < block.count {
            for kind in Kind.allCases where kind.isOne(block[index]) { kinds |= kind.rawValue }
            index += 1
        }
        return kinds
    }

    /// Ranges of the text (bytes from 0), each of one block, in order: outside of them no byte of a
    /// kind stands.
    package func ranges(of kind: Kind) -> [Range<Int>] {
        blocks.indices.filter { blocks[$0] & kind.rawValue != 0 }.map { block in
            let start = block * Self.blockSize
            return start..<min(start + Self.blockSize, count)
        }
    }
}
