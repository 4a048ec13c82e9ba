extension TextRanges {
    /// Points all texts of the source so many bytes behind where they were, as where it is put behind others.
    ///
    /// - Complexity: O(n) in the groups, as long as they are packed.
    public mutating func move(source distance: Int) {
        let distance = UInt32(truncatingIfNeeded: distance)
        func moved(_ range: TextRange) -> TextRange {
            range.isAdded || range == .empty
                ? range : TextRange(start: range.start + distance, length: range.length)
        }
        func moved(_ base: UInt32) -> UInt32 {
            TextRange(start: base, length: 0).isAdded ? base : base + distance
        }
        for number in groups.indices where !groups[number].isSpread {
            groups[number].base = moved(groups[number].base)
            groups[number].otherBase = moved(groups[number].otherBase)
        }
        far.change(moved)
        for index in spread.indices { spread[index] = moved(spread[index]) }
        for index in tail.indices { tail[index] = moved(tail[index]) }
    }

    /// Changes all ranges, in their order, as many groups at a time by one core as hold about `size`; each piece
    /// of them begins with a new `state`.
    public mutating func change<State>(
        by size: Int,
        _ state: @Sendable () -> State,
        _ change: @Sendable (TextRange, inout State) -> TextRange
    ) {
        let before = self
        let pieces = Cores.ranges(of: Swift.max(1, size / Self.groupSize), in: groups.count)
        let changed = Cores.map(pieces.count) { piece in
            var state = state()
            var ranges = TextRanges(roomFor: pieces[piece].count * Self.groupSize)
            let start = pieces[piece].lowerBound * Self.groupSize
            for index in start..<(pieces[piece].upperBound * Self.groupSize) {
                ranges.append(change(before[index], &state))
            }
            return ranges
        }
        var state = state()
        let end = tail.map { change($0, &state) }
        self = TextRanges(joining: changed)
        append(end.span)
    }

    /// Puts ranges behind each other, all of whole groups.
    private init(joining parts: [TextRanges]) {
        packed = Cores.joined(parts.map(\.packed))
        far = FarRanges(joining: parts.map(\.far))
        spread = Cores.joined(parts.map(\.spread))
        groups.reserveCapacity(parts.reduce(0) { $0 + $1.groups.count })
        var (packedStart, spreadStart, farStart) = (UInt32(0), UInt32(0), UInt32(0))
        for part in parts {
            for var group in part.groups {
                group.start += group.isSpread ? spreadStart : packedStart
                groups.append(group)
                if farStart > 0, !part.far.all.isEmpty { pointFar(of: group, behind: farStart) }
            }
            farStart += UInt32(part.far.all.count)
            packedStart += UInt32(part.packed.count)
            spreadStart += UInt32(part.spread.count)
        }
    }

    /// Points the far ranges of a group so many behind where they were.
    private mutating func pointFar(of group: Group, behind count: UInt32) {
        guard !group.isSpread else { return }
        for place in Int(group.start)..<(Int(group.start) + Self.groupSize) {
            let word = packed[place]
            let isFar = word & Self.farBit != 0 && word & Self.otherBit == 0
            if isFar { packed[place] = word + count }
        }
    }
}
