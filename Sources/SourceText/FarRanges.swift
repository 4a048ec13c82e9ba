/// Ranges that lie apart from their neighbours.
///
/// Such a text is often one that many cells share, as those of a workbook share a leader's name: what was added
/// not long ago isn't added again.
@usableFromInline
struct FarRanges: Sendable {
    /// The ranges.
    @usableFromInline private(set) var all: [TextRange] = []
    /// The index in `all` of the range that was added last of those that come to one place; any where none was.
    private var recent: [UInt32] = []

    /// Of 640,000 cells of a foreign workbook 366,000 are far, in 2,750 ranges: 14,200 are kept so.
    private static let placeBits = 10

    init() {}

    /// Returns the index (from 0) of a range, which is added where it isn't there.
    mutating func index(of range: TextRange) -> Int {
        if recent.isEmpty { recent = Array(repeating: 0, count: 1 << Self.placeBits) }
        let place = Int((range.start &* 0x9E37_79B1) >> (32 - UInt32(Self.placeBits)))
        let index = Int(recent[place])
        if index < all.count, all[index] == range { return index }
        recent[place] = UInt32(all.count)
        all.append(range)
        return all.count - 1
    }

    /// Takes the last ranges away, until so many are left.
    mutating func shorten(to count: Int) {
        all.removeLast(all.count - count)
    }

    /// Changes all ranges.
    mutating func change(_ change: (TextRange) -> TextRange) {
        for index in all.indices { all[index] = change(all[index]) }
    }

    /// Puts ranges behind each other.
    init(joining parts: [FarRanges]) {
        all = Cores.joined(parts.map(\.all))
    }
}
