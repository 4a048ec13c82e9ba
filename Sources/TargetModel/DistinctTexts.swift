/// Numbers the distinct texts of cells from 0, in order of first appearance.
///
/// Leaders, deadlines, statuses and units recur: what is derived from a text is derived once and
/// then found by its number.
public struct DistinctTexts: Sendable {
    /// The distinct texts, by number.
    public private(set) var ranges: [TextRange] = []
    // Open addressing: numbers plus 1, 0 where free; the count is a power of two.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)
    private var hashes: [UInt64] = []

    /// Makes an empty set.
    public init() {}

    /// How many distinct texts there are.
    public var count: Int { ranges.count }

    /// Returns the number of the text of `range`, giving it one where it is new.
    ///
    /// - Complexity: O(n) in the text's bytes.
    public mutating func number(of range: TextRange, in text: TextStore) -> Int {
        let hash = text.withSpan(of: range, Self.hash)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, text.equal(ranges[number], range) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        ranges.append(range)
        hashes.append(hash)
        slots[slot] = UInt32(ranges.count)
        if ranges.count * 2 > slots.count { grow() }
        return ranges.count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in hashes.indices {
            var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    /// FNV-1a over eight bytes at a time, mixed at the end; it only has to spread honest texts.
    private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        let raw = unsafe bytes.bytes
        var index = 0
        while index + 8 <= bytes.count {
            hash ^= unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ (hash >> 29)
            index += 8
        }
        while index < bytes.count {
            hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        return (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15 >> 7
    }
}
