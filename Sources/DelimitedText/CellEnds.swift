internal import SourceText

/// Where the cells of a grid end, in source order: two bytes each, counted from where their row begins, or four
/// where a row is longer than that reaches.
@usableFromInline
struct CellEnds: Sendable {
    // Only one of them holds any: all.
    /// From the row's first byte on.
    @usableFromInline private(set) var ofTwoBytes: [UInt16] = []
    /// From the source's first byte on.
    @usableFromInline private(set) var ofFour: [UInt32] = []
    @usableFromInline private(set) var areOfFour = false

    /// How many cells there are.
    @usableFromInline var count: Int { areOfFour ? ofFour.count : ofTwoBytes.count }

    init() {}

    /// Where a cell ends (index from 0 among all) whose row begins at `start`; both in bytes of the source,
    /// from 0.
    @inlinable
    func end(of cell: Int, inRowAt start: Int) -> Int {
        areOfFour ? Int(ofFour[cell]) : start + Int(ofTwoBytes[cell])
    }

    mutating func reserveCapacity(_ count: Int) {
        if areOfFour { ofFour.reserveCapacity(count) } else { ofTwoBytes.reserveCapacity(count) }
    }

    /// Adds the end of a cell whose row begins at `start`; false where that is too far for two bytes, and
    /// nothing was added.
    @inline(__always)
    mutating func append(_ end: Int, inRowAt start: Int) -> Bool {
        if areOfFour {
            ofFour.append(UInt32(truncatingIfNeeded: end))
            return true
        }
        guard let distance = UInt16(exactly: end - start) else { return false }
        ofTwoBytes.append(distance)
        return true
    }

    /// Gives all cells four bytes; `start` tells where the row of a cell (index from 0) begins, and is asked for
    /// one after the other.
    mutating func widen(_ start: (Int) -> Int) {
        guard !areOfFour else { return }
        ofFour = ofTwoBytes.indices.map {
            UInt32(truncatingIfNeeded: end(of: $0, inRowAt: start($0)))
        }
        ofTwoBytes = []
        areOfFour = true
    }

    /// Puts the ends of cells behind each other, all of as many bytes.
    init(joining parts: [CellEnds]) {
        areOfFour = parts.contains(where: \.areOfFour)
        ofTwoBytes = Cores.joined(parts.map(\.ofTwoBytes))
        ofFour = Cores.joined(parts.map(\.ofFour))
    }
}
