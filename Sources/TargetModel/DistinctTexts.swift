/// Numbers the distinct texts of cells from 0, in order of first appearance.
///
/// Leaders, deadlines, statuses and units recur: what is derived from a text is derived once and
/// then found by its number.
package struct DistinctTexts: Sendable {
    /// The distinct texts, by number.
    package private(set) var ranges: [TextRange] = []
    // Open addressing: numbers plus 1, 0 where free; the count is a power of two.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)
    private var hashes: [UInt64] = []

    /// Makes an empty set.
    package init() {}

    /// How many distinct texts there are.
    package var count: Int { ranges.count }

    /// Returns the number of the text of `range`, giving it one where it is new.
    ///
    /// - Complexity: O(n) in the text's bytes.
    package mutating func number(of range: TextRange, in text: TextStore) -> Int {
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

    /// Folds sixteen bytes at a time by a product of 128 bits; it only has to spread honest texts.
    ///
    /// The products of two texts' words don't wait for each other: twice as fast as eight bytes at
    /// a time, where hashing was 17 % of `check`.
    private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
        let raw = unsafe bytes.bytes
        let count = bytes.count
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(count)
        var index = 0
        while index + 16 <= count {
            let low = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            let high = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
            hash = (hash &+ fold(low ^ 0x9E37_79B9_7F4A_7C15, high ^ 0xD6E8_FEB8_6659_FD93))
                .rotated()
            index += 16
        }
        if count >= 8 {
            // The rest, with bytes before it where it is short.
            if index + 8 <= count {
                let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                hash ^= fold(word ^ 0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93)
            }
            let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            hash = fold(hash ^ word, 0xA076_1D64_78BD_642F)
        } else {
            while index < count {
                hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
                index += 1
            }
        }
        return (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15 >> 7
    }

    /// The halves of a product, one on the other.
    @inline(__always)
    private static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }
}

extension UInt64 {
    /// The number turned by 29 bits, so that the order of words counts.
    @inline(__always)
    fileprivate func rotated() -> UInt64 { self << 29 | self >> 35 }
}
