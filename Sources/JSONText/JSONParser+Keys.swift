internal import SourceText

extension JSONParser {
    /// From how many members on keys are looked up instead of compared with each other.
    private static let manyMembers = 16

    /// Checks that no key occurs twice in the object whose entry is at `object`.
    ///
    /// Keys are the same if they have the same characters, however they are written: `"a"` and
    /// `"\u0061"` are one key.
    /// - Throws: `JSONTextError` at the second of two.
    /// - Complexity: O(m) in the members, and in the bytes of keys where there are many.
    func checkKeys(ofObjectAt object: Int, in text: Span<UInt8>) throws(JSONTextError) {
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
