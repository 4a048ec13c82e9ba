/// Tells of most hashes at once that they aren't among others: a Bloom filter with a bit for what each
/// begins with.
package struct HashFilter: Sendable {
    private var bits: [UInt64]
    /// By how many bits a hash is longer than what it begins with.
    private let shift: UInt64

    /// Makes it for as many hashes: of sixteen others, one has a bit of theirs, as long as they take no more
    /// than two megabytes.
    package init(room count: Int) {
        let size = min(24, max(12, Int.bitWidth - (count * 16).leadingZeroBitCount))
        bits = [UInt64](repeating: 0, count: 1 << (size - 6))
        shift = UInt64(64 - size)
    }

    /// Adds a hash, whose upper bits must be spread; returns whether one of those before may have been the same.
    @discardableResult
    package mutating func insert(_ hash: UInt64) -> Bool {
        let place = hash >> shift
        let bit = UInt64(1) << (place & 63)
        let before = bits[Int(place >> 6)]
        bits[Int(place >> 6)] = before | bit
        return before & bit != 0
    }

    /// Whether a hash may be among those that were added; else it is certainly not.
    package func mayContain(_ hash: UInt64) -> Bool {
        let place = hash >> shift
        return bits[Int(place >> 6)] & UInt64(1) << (place & 63) != 0
    }
}
