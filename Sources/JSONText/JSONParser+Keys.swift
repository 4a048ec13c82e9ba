internal import SourceText

extension JSONParser {
    /// From how many members on keys are looked up instead of compared with each other.
    static let manyMembers = 16

    /// Reads the key whose quote is at `start`; returns the offset after it.
    ///
    /// Of the objects of a table, nearly all have the keys of the one before, each of which is compared
    /// where it stands: read as others, and compared once more when the object ends, keys took 8 % of
    /// reading a document.
    mutating func parseKnownKey(
        at start: Int,
        to end: Int,
        of text: Span<UInt8>
    ) throws(JSONTextError) -> Int {
        guard let keys = container.keys, let known = keys.first else {
            container.keys = nil
            container.like = nil
            return try parseString(at: start, to: end, of: text)
        }
        let key = map.entries[known]
        let after = start + key.end - key.start
        guard !key.holdsEscapes, after <= end,
            text.extracting(start..<after)
                .hasSameBytes(as: text.extracting(key.start..<key.end))
        else {
            container.keys = nil
            container.like = nil
            return try parseString(at: start, to: end, of: text)
        }
        add(start..<after)
        container.like = known + 1
        container.keys = map.entries[known + 1].next..<keys.upperBound
        return after
    }

    /// Checks that no key occurs twice in the object whose entry is at `object`.
    ///
    /// Keys are the same if they have the same characters, however they are written: `"a"` and
    /// `"\u0061"` are one key.
    /// - Throws: `JSONTextError` at the second of two.
    /// - Complexity: O(m) in the members, and in the bytes of keys where there are many.
    mutating func checkKeys(ofObjectAt object: Int, in text: Span<UInt8>) throws(JSONTextError) {
        let end = map.entries[object].next
        var count = 0
        var index = object + 1
        while index < end {
            count += 1
            index = map.entries[index + 1].next
        }
        // Of the objects of a table, nearly all have the keys of one that was checked, though they may
        // stand beside others: compared with each other, theirs took 5 % of reading a document.
        let isFew = count < checked.count
        if isFew, let known = checked[count], hasKeys(object, ofObjectAt: known, in: text) {
            return
        }
        try compareKeys(ofObjectAt: object, in: text)
        if isFew { checked[count] = object }
    }

    /// Whether an object has the same keys in the same order as another of as many.
    private func hasKeys(_ object: Int, ofObjectAt other: Int, in text: Span<UInt8>) -> Bool {
        let end = map.entries[object].next
        var (index, known) = (object + 1, other + 1)
        while index < end {
            guard isSameKey(index, known, in: text) else { return false }
            index = map.entries[index + 1].next
            known = map.entries[known + 1].next
        }
        return true
    }

    private func compareKeys(ofObjectAt object: Int, in text: Span<UInt8>) throws(JSONTextError) {
        let end = map.entries[object].next
        var keys: [Int] = []
        var index = object + 1
        while index < end {
            if keys.count < Self.manyMembers {
                for other in keys where isSameKey(other, index, in: text) {
                    throw duplicate(index)
                }
            }
            keys.append(index)
            index = map.entries[index + 1].next
        }
        guard keys.count > Self.manyMembers else { return }
        var seen: Set<[UInt8]> = []
        for key in keys where !seen.insert(JSONString.decode(map.entries[key], in: text)).inserted {
            throw duplicate(key)
        }
    }

    private func duplicate(_ key: Int) -> JSONTextError {
        JSONTextError(.duplicateKey, map.entries[key].start..<map.entries[key].end)
    }

    private func isSameKey(_ one: Int, _ other: Int, in text: Span<UInt8>) -> Bool {
        let first = map.entries[one]
        let second = map.entries[other]
        if first.holdsEscapes || second.holdsEscapes {
            return JSONString.decode(first, in: text) == JSONString.decode(second, in: text)
        }
        guard first.end - first.start == second.end - second.start else { return false }
        return text.extracting(first.start..<first.end)
            .hasSameBytes(as: text.extracting(second.start..<second.end))
    }
}
