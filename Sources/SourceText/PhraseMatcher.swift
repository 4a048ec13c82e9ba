/// Finds many phrases in a text in one pass over its characters.
///
/// Checks look for some hundred words in every cell. Where a character and the one behind it begin a
/// phrase, the phrases that begin so are compared; nearly all places are passed by two look-ups. An
/// automaton (Aho and Corasick) of the same words has a megabyte of steps, which no near cache holds.
package struct PhraseMatcher: Sendable {
    /// A phrase that stands in a text.
    package struct Hit: Sendable, Equatable {
        /// Index (from 0) of the phrase among those that the matcher was made of.
        package var phrase: Int
        /// The bytes of the text that it covers.
        package var bytes: Range<Int>

        /// Makes a hit.
        package init(phrase: Int, bytes: Range<Int>) {
            self.phrase = phrase
            self.bytes = bytes
        }
    }

    /// A phrase, as it is compared.
    private struct Entry {
        /// Its number among those that the matcher was made of.
        var number: Int32
        /// Where it begins and ends in `letters`.
        var start: Int32
        var end: Int32
    }

    /// By the hash of a character, a bit: whether a phrase has no other.
    private var singles = [UInt64](repeating: 0, count: 1 << (hashBits - 3))
    /// By the hash of two characters, a bit: whether a phrase begins with them.
    private var pairs = [UInt64](repeating: 0, count: 1 << (hashBits - 3))
    /// By the hash of a phrase's first two characters, where it stands in `entries`: from one number
    /// to the next.
    private var groups: [UInt16]
    private var entries: [Entry] = []
    /// The phrases, one behind the other in UTF-8.
    private var letters: [UInt8] = []

    /// Prepares to find `phrases`, at most 60,000 and each of them not empty.
    package init(_ phrases: [String]) {
        var members = [[Entry]](repeating: [], count: 1 << Self.hashBits)
        for (number, phrase) in phrases.enumerated() {
            let start = letters.count
            letters += phrase.utf8
            let bytes = Array(phrase.utf8).span
            guard bytes.count > 0 else { continue }
            let first = Self.character(at: 0, of: bytes)
            let hash: UInt32
            if first.width == bytes.count {
                hash = Self.hash(first.value, 0)
                Self.set(hash, in: &singles)
            } else {
                hash = Self.hash(
                    first.value,
                    Self.character(at: first.width, of: bytes).value
                )
                Self.set(hash, in: &pairs)
            }
            members[Self.group(hash)].append(
                Entry(
                    number: Int32(truncatingIfNeeded: number),
                    start: Int32(truncatingIfNeeded: start),
                    end: Int32(truncatingIfNeeded: letters.count)
                )
            )
        }
        groups = [0]
        for member in members {
            entries += member
            groups.append(UInt16(truncatingIfNeeded: entries.count))
        }
    }

    private static let hashBits: UInt32 = 12

    /// The hash of two characters, three bits longer than groups have; 0 stands for none.
    private static func hash(_ first: UInt32, _ second: UInt32) -> UInt32 {
        (first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> (32 - hashBits - 3)
    }

    /// The group of the phrases whose first two characters have a hash.
    private static func group(_ hash: UInt32) -> Int { Int(hash >> 3) }

    private static func set(_ hash: UInt32, in bits: inout [UInt64]) {
        bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
    }

    /// Adds what stands in a text (UTF-8) to `hits`, in the order of the ends; of those that end
    /// together, the longest first.
    ///
    /// - Complexity: O(n) in the bytes and the hits.
    package func find(in text: Span<UInt8>, addingTo hits: inout [Hit]) {
        let first = hits.count
        search(text) { phrase, bytes in
            var place = hits.count
            while place > first, hits[place - 1].bytes.upperBound > bytes.upperBound { place -= 1 }
            let hit = Hit(phrase: phrase, bytes: bytes)
            if place == hits.count { hits.append(hit) } else { hits.insert(hit, at: place) }
            return true
        }
    }

    /// What stands in a text (UTF-8), in the order above.
    ///
    /// - Complexity: O(n) in the bytes and the hits.
    package func hits(in text: Span<UInt8>) -> [Hit] {
        var hits: [Hit] = []
        find(in: text, addingTo: &hits)
        return hits
    }

    /// Whether a phrase stands in a text (UTF-8).
    ///
    /// - Complexity: O(n) in the bytes up to the first.
    package func isFound(in text: Span<UInt8>) -> Bool { first(in: text) != nil }

    /// The phrase that begins first in a text (UTF-8); nil where none stands in it.
    ///
    /// - Complexity: O(n) in the bytes up to it.
    package func first(in text: Span<UInt8>) -> Hit? {
        var hit: Hit?
        search(text) { phrase, bytes in
            hit = Hit(phrase: phrase, bytes: bytes)
            return false
        }
        return hit
    }

    /// Hands the phrases of a text on in the order in which they begin, until it is told to stop.
    ///
    /// Whether none begins at a character is told by one test of it and the next: with a test of the
    /// first alone, the processor guessed wrong at every fourth. Characters are taken as their bytes
    /// lie, which halved the search.
    // Inlined, with `character`: 2 % of the instructions of `check`.
    @inline(__always)
    private func search(_ text: Span<UInt8>, _ goesOn: (Int, Range<Int>) -> Bool) {
        guard text.count > 0 else { return }
        let (singles, pairs) = (singles.span, pairs.span)
        var index = 0
        var (first, width) = Self.character(at: 0, of: text)
        while index < text.count {
            let behind = index + width
            let (second, next) =
                behind < text.count ? Self.character(at: behind, of: text) : (UInt32(0), 1)
            let hash = Self.hash(first, second)
            let single = Self.hash(first, 0)
            // A hash has no more bits than there are.
            let mayBegin =
                unsafe pairs[unchecked: Int(hash >> 6)] >> UInt64(hash & 63)
                | singles[unchecked: Int(single >> 6)] >> UInt64(single & 63)
            if mayBegin & 1 == 1 {
                let (group, groupOfOne) = (Self.group(hash), Self.group(single))
                if !compare(group: groupOfOne, at: index, of: text, goesOn) { return }
                if group != groupOfOne, !compare(group: group, at: index, of: text, goesOn) {
                    return
                }
            }
            index = behind
            (first, width) = (second, next)
        }
    }

    /// Hands on the phrases of a group that stand at an index of a text, until it is told to stop;
    /// returns whether it wasn't.
    private func compare(
        group: Int,
        at index: Int,
        of text: Span<UInt8>,
        _ goesOn: (Int, Range<Int>) -> Bool
    ) -> Bool {
        let (entries, letters) = (entries.span, letters.span)
        for place in Int(groups[group])..<Int(groups[group + 1]) {
            let entry = entries[place]
            let end = index + Int(entry.end - entry.start)
            guard end <= text.count else { continue }
            // From the end: most phrases of a group begin alike.
            var offset = Int(entry.end)
            var at = end
            while at > index, letters[offset - 1] == text[at - 1] {
                offset -= 1
                at -= 1
            }
            if at == index, !goesOn(Int(entry.number), index..<end) { return false }
        }
        return true
    }

    /// The bytes of the character at an index of a text, the first one lowest, and how many there are;
    /// one byte within a character.
    @inline(__always)
    private static func character(
        at index: Int,
        of text: Span<UInt8>
    ) -> (value: UInt32, width: Int) {
        // By the upper half of the first byte: 1 for ASCII and within a character, 2, 3, 4.
        let widths: UInt64 = 0x4322_1111_1111_1111
        let width = Int(widths >> UInt64(text[index] >> 4 &* 4) & 7)
        if index + 4 <= text.count {
            let word = unsafe text.bytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: index,
                as: UInt32.self
            )
            return (UInt32(littleEndian: word) & .max >> UInt32(32 - 8 * width), width)
        }
        var value: UInt32 = 0
        for place in 0..<min(width, text.count - index) {
            value |= UInt32(text[index + place]) << UInt32(8 * place)
        }
        return (value, width)
    }
}
