/// Where many texts of one source are, such as those of a table's cells, row after row.
///
/// Neighbours are packed together, in four bytes each, for texts of one row stand close to each other: each
/// is told by its distance from a place near all of them and its length, or, as text that many cells
/// share lies apart from that of one, by its number among those that are far. Many of these may stand near one other
/// place, as those of another block do in a table that is laid out anew, or serials that are numbers in a workbook:
/// they are told by their distance from that. Only where most are far, a group takes eight bytes for each.
///
///     ranges   9000+3  9004+6  20+9 …           9010+3  500+4 …               7+3     added 0+4 …
///     group    from 9000, packed at 0           from 9010 and 500, at 256     spread at 0
///     packed   (0, 3)  (4, 6)  far 0 …          (0, 3)  other (0, 4) …
///     far      20+9
///     spread                                                                  7+3     added 0+4 …
///
/// What is put into a copy from elsewhere, as corrections are, takes memory for its group alone.
public struct TextRanges: Sendable {
    /// How many ranges a group has: of 36 targets of seven columns, whose texts lie within 64 KiB also where
    /// another block stands beside them, and within half a megabyte in a workbook.
    @usableFromInline static let groupSize = 1 << groupBits
    @usableFromInline static let groupBits = 8

    /// Neighbours that are kept alike.
    @usableFromInline
    struct Group: Sendable {
        /// Where its ranges begin in `packed` or `spread`, from 0.
        @usableFromInline var start: UInt32
        /// What packed starts are counted from.
        @usableFromInline var base: UInt32
        /// What those of words with the other bit are counted from.
        @usableFromInline var otherBase: UInt32 = 0
        /// Whether its ranges are in `spread`.
        @usableFromInline var isSpread: Bool
    }

    /// The groups, of which each has `groupSize` ranges.
    @usableFromInline var groups: [Group] = []
    /// Ranges as words: see `range(_:of:)`.
    @usableFromInline var packed: [UInt32] = []
    /// Ranges of packed groups that can't be told by a distance.
    @usableFromInline var far = FarRanges()
    /// Ranges of groups that are not packed.
    @usableFromInline var spread: [TextRange] = []
    /// The last ranges, too few for a group.
    @usableFromInline var tail: [TextRange] = []

    /// How `TextRange.empty` is packed, wherever its group is: there aren't so many far ones.
    @usableFromInline static let packedEmpty: UInt32 = 0xFFFF_FFFF
    /// Set in the word of a far range, whose other bits are its number, and of one that is near the other base.
    @usableFromInline static let farBit: UInt32 = 0x8000_0000
    /// Set beside the far bit in the word of a range that is near the other base.
    @usableFromInline static let otherBit: UInt32 = 0x4000_0000
    /// How many bits of a word tell the length, in bytes; those above, but for these bits, tell the distance.
    @usableFromInline static let lengthBits: UInt32 = 12
    @usableFromInline static let largestLength: UInt32 = 1 << lengthBits - 1
    private static let largestDistance: UInt32 = 1 << (31 - lengthBits) - 1
    private static let largestOtherDistance: UInt32 = 1 << (30 - lengthBits) - 1

    /// Makes no ranges, with room for as many.
    public init(roomFor count: Int = 0) {
        packed = Array(roomFor: count / Self.groupSize * Self.groupSize)
        groups.reserveCapacity(count / Self.groupSize)
    }

    /// Takes over ranges.
    public init(_ ranges: some Sequence<TextRange>) {
        self.init(roomFor: ranges.underestimatedCount)
        append(contentsOf: ranges)
    }

    /// Adds one more range.
    @inlinable
    public mutating func append(_ range: TextRange) {
        tail.append(range)
        if tail.count == Self.groupSize { finishGroup() }
    }

    /// Adds more ranges.
    @inlinable
    public mutating func append(contentsOf ranges: some Sequence<TextRange>) {
        for range in ranges { append(range) }
    }

    /// Adds more ranges, of which whole groups are packed from where they are.
    public mutating func append(_ ranges: Span<TextRange>) {
        var next = 0
        while next < ranges.count {
            let end = Swift.min(next + Self.groupSize - tail.count, ranges.count)
            if tail.isEmpty, end - next == Self.groupSize {
                appendGroup(ranges.extracting(next..<end))
            } else {
                tail.append(addingCapacity: end - next) { tail in
                    for index in next..<end { tail.append(ranges[index]) }
                }
                if tail.count == Self.groupSize { finishGroup() }
            }
            next = end
        }
    }

    /// Takes the ranges from `index` (from 0) on away.
    ///
    /// - Complexity: O(n) in the ranges taken away.
    public mutating func removeSubrange(_ ranges: PartialRangeFrom<Int>) {
        let index = ranges.lowerBound
        precondition(index <= count, "there are no ranges behind the last")
        while groups.count * Self.groupSize > index {
            let start = (groups.count - 1) * Self.groupSize
            let last = (start..<(start + Self.groupSize)).map { self[$0] }
            dropLastGroup()
            tail = last
        }
        tail.removeLast(tail.count - (index - groups.count * Self.groupSize))
    }

    /// Takes some ranges (from 0) away.
    ///
    /// - Complexity: O(n) in these and all behind them.
    public mutating func removeSubrange(_ ranges: Range<Int>) {
        let behind = (ranges.upperBound..<count).map { self[$0] }
        removeSubrange(ranges.lowerBound...)
        append(behind.span)
    }

    private mutating func dropLastGroup() {
        let group = groups.removeLast()
        let start = Int(group.start)
        // A group that was spread later than others lies behind them, and keeps its room.
        if group.isSpread, start + Self.groupSize == spread.count {
            spread.removeLast(Self.groupSize)
        } else if !group.isSpread, start + Self.groupSize == packed.count {
            packed.removeLast(Self.groupSize)
        }
    }

    // MARK: Groups

    @usableFromInline
    mutating func finishGroup() {
        var ranges: [TextRange] = []
        swap(&ranges, &tail)
        appendGroup(ranges.span)
        ranges.removeAll(keepingCapacity: true)
        swap(&ranges, &tail)
    }

    /// Adds a group behind the others, packed where that takes less memory.
    private mutating func appendGroup(_ ranges: Span<TextRange>) {
        let base = Self.base(of: ranges, Self.largestDistance)
        let (start, farBefore) = (packed.count, far.all.count)
        var others: [Int] = []
        packed.append(addingCapacity: Self.groupSize) { packed in
            for index in ranges.indices {
                let near = Self.wordIfNear(ranges[index], from: base, Self.largestDistance)
                if near == nil { others.append(index) }
                packed.append(near ?? 0)
            }
        }
        let otherBase = others.isEmpty ? 0 : Self.otherBase(of: others.map { ranges[$0] })
        for index in others {
            packed[start + index] =
                Self.wordIfNearOther(ranges[index], from: otherBase)
                ?? Self.farBit | UInt32(far.index(of: ranges[index]))
        }
        if far.all.count - farBefore > Self.groupSize / 2 {
            packed.removeLast(Self.groupSize)
            far.shorten(to: farBefore)
            groups.append(spread(ranges))
        } else {
            let start = UInt32(start)
            groups.append(Group(start: start, base: base, otherBase: otherBase, isSpread: false))
        }
    }

    /// The place near which most of some ranges are: added ones stand together, others may.
    private static func otherBase(of ranges: [TextRange]) -> UInt32 {
        let added = ranges.filter(\.isAdded)
        let some = added.isEmpty ? ranges : added
        return base(of: some.span, largestOtherDistance)
    }

    /// Adds the ranges of a group that isn't packed.
    private mutating func spread(_ ranges: Span<TextRange>) -> Group {
        let start = UInt32(spread.count)
        spread.append(addingCapacity: Self.groupSize) { spread in
            for index in ranges.indices { spread.append(ranges[index]) }
        }
        return Group(start: start, base: 0, isSpread: true)
    }

    /// What the starts of a group are counted from: the first of them, or what leaves the last of those that the
    /// source has near, behind which a source that is read on goes on.
    private static func base(of ranges: Span<TextRange>, _ reach: UInt32) -> UInt32 {
        var (low, highInSource) = (UInt32.max, UInt32.min)
        for index in ranges.indices {
            let range = ranges[index]
            let isEmpty = range.start | range.length == 0
            low = Swift.min(low, isEmpty ? .max : range.start)
            highInSource = Swift.max(highInSource, range.isAdded ? 0 : range.start)
        }
        if low == .max { return 0 }
        // Texts of the source and added ones aren't near each other, whatever their numbers.
        if TextRange(start: low, length: 0).isAdded { return low }
        return Swift.max(low, highInSource - Swift.min(highInSource, reach))
    }

    /// How a range is packed that is near a base, which reaches so far: the distance from it, and the length; nil
    /// where it isn't near.
    @inline(__always)
    private static func wordIfNear(
        _ range: TextRange,
        from base: UInt32,
        _ reach: UInt32
    ) -> UInt32? {
        if range.start | range.length == 0 { return packedEmpty }
        let distance = range.start &- base
        let isNear =
            range.start >= base && distance <= reach && range.length <= largestLength
            && (range.start ^ base) & 0x8000_0000 == 0
        return isNear ? distance << lengthBits | range.length : nil
    }

    private static func wordIfNearOther(_ range: TextRange, from base: UInt32) -> UInt32? {
        let near = wordIfNear(range, from: base, largestOtherDistance)
        guard let word = near.map({ $0 | farBit | otherBit }), word != packedEmpty else {
            return nil
        }
        return word
    }

    /// Spreads a group.
    private mutating func spreadOut(_ number: Int) {
        let start = number * Self.groupSize
        let ranges = (start..<(start + Self.groupSize)).map { self[$0] }
        groups[number] = spread(ranges.span)
    }
}

extension TextRanges: RandomAccessCollection, MutableCollection {
    /// The index of the first range.
    @inlinable public var startIndex: Int { 0 }
    /// The index behind the last range.
    @inlinable public var endIndex: Int { groups.count * Self.groupSize + tail.count }

    /// The range at an index, from 0.
    @inlinable
    public subscript(index: Int) -> TextRange {
        get {
            let number = index >> Self.groupBits
            guard number < groups.count else { return tail[index - groups.count * Self.groupSize] }
            let group = groups[number]
            let place = Int(group.start) + (index & (Self.groupSize - 1))
            if group.isSpread { return spread[place] }
            return range(packed[place], of: group)
        }
        set { replace(index, by: newValue) }
    }

    /// The range that a word of a group says.
    @inlinable
    func range(_ word: UInt32, of group: Group) -> TextRange {
        guard word & Self.farBit != 0 else { return Self.range(word, from: group.base) }
        if word == Self.packedEmpty { return .empty }
        let rest = word & (Self.otherBit - 1)
        return word & Self.otherBit != 0
            ? Self.range(rest, from: group.otherBase) : far.all[Int(rest)]
    }

    @inlinable
    static func range(_ word: UInt32, from base: UInt32) -> TextRange {
        TextRange(start: base + word >> lengthBits, length: word & largestLength)
    }

    /// Calls `body` with some ranges (indexes from 0), in their order.
    ///
    /// Their group is looked for once: of writing CSV of many tables, it was 1 % to look for each range alone.
    @inlinable
    public func forEach(in indexes: Range<Int>, _ body: (TextRange) -> Void) {
        var index = indexes.lowerBound
        while index < indexes.upperBound {
            let number = index >> Self.groupBits
            guard number < groups.count else {
                let start = groups.count << Self.groupBits
                for place in (index - start)..<(indexes.upperBound - start) { body(tail[place]) }
                return
            }
            let group = groups[number]
            let end = Swift.min(indexes.upperBound, (number + 1) << Self.groupBits)
            let start = Int(group.start) + (index & (Self.groupSize - 1))
            for place in start..<(start + end - index) {
                body(group.isSpread ? spread[place] : range(packed[place], of: group))
            }
            index = end
        }
    }

    @usableFromInline
    mutating func replace(_ index: Int, by range: TextRange) {
        let (number, offset) = (index >> Self.groupBits, index & (Self.groupSize - 1))
        guard number < groups.count else {
            tail[index - groups.count * Self.groupSize] = range
            return
        }
        // What others have, too, isn't copied for nothing.
        guard self[index] != range else { return }
        if !groups[number].isSpread {
            if let word = Self.wordIfNear(range, from: groups[number].base, Self.largestDistance) {
                packed[Int(groups[number].start) + offset] = word
                return
            }
            spreadOut(number)
        }
        spread[Int(groups[number].start) + offset] = range
    }
}

extension TextRanges: Equatable {
    /// Whether both are the same ranges.
    public static func == (one: TextRanges, other: TextRanges) -> Bool {
        one.sharesMemory(with: other) || one.elementsEqual(other)
    }

    /// Whether both are the same ranges because neither was changed since one was copied from the other.
    public func sharesMemory(with other: TextRanges) -> Bool {
        // Groups, too: the same packed ranges are others from another base.
        groups.span.isIdentical(to: other.groups.span)
            && packed.span.isIdentical(to: other.packed.span)
            && far.all.span.isIdentical(to: other.far.all.span)
            && spread.span.isIdentical(to: other.spread.span)
            && tail.span.isIdentical(to: other.tail.span)
    }
}

extension TextRanges: ExpressibleByArrayLiteral {
    /// Takes over ranges.
    public init(arrayLiteral ranges: TextRange...) { self.init(ranges) }
}
