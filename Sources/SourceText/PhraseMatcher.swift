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

    /// By the low sixteen bits of a scalar, a bit: whether a phrase has no other.
    private var singles = [UInt64](repeating: 0, count: 1 << 10)
    /// By the hash of two scalars, a bit: whether a phrase begins with them.
    private var pairs = [UInt64](repeating: 0, count: 1 << (hashBits - 3))
    /// By the hash of a phrase's first two scalars, where its number stands in `numbers`: from one
    /// entry to the next.
    private var groups: [UInt16]
    private var numbers: [UInt16] = []
    /// The phrases, one behind the other in UTF-8, and where each begins, and the last one ends.
    private var letters: [UInt8] = []
    private var starts: [Int32] = [0]

    /// Prepares to find `phrases`, at most 60,000 and each of them not empty.
    package init(_ phrases: [String]) {
        var members = [[UInt16]](repeating: [], count: 1 << Self.hashBits)
        for (number, phrase) in phrases.enumerated() {
            letters += phrase.utf8
            starts.append(Int32(truncatingIfNeeded: letters.count))
            let scalars = phrase.unicodeScalars
            guard let first = scalars.first?.value else { continue }
            let second = scalars.dropFirst().first?.value
            let hash = Self.hash(first, second ?? 0)
            if second == nil {
                singles[Int(first >> 6 & 0x3FF)] |= 1 << UInt64(first & 63)
            } else {
                pairs[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
            }
            members[Self.group(hash)].append(UInt16(truncatingIfNeeded: number))
        }
        groups = [0]
        for member in members {
            numbers += member
            groups.append(UInt16(truncatingIfNeeded: numbers.count))
        }
    }

    private static let hashBits: UInt32 = 12

    /// The hash of two scalars, three bits longer than groups have; 0 stands for none.
    private static func hash(_ first: UInt32, _ second: UInt32) -> UInt32 {
        (first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> (32 - hashBits - 3)
    }

    /// The group of the phrases whose first two scalars have a hash.
    private static func group(_ hash: UInt32) -> Int { Int(hash >> 3) }

    /// Adds what stands in a text (UTF-8) to `hits`, in the order of the ends; of those that end
    /// together, the longest first.
    ///
    /// - Complexity: O(n) in the bytes and the hits.
    package func find(in text: Span<UInt8>, addingTo hits: inout [Hit]) {
        let first = hits.count
        search(text) { phrase, bytes in
            var place = hits.count
            while place > first, hits[place - 1].bytes.upperBound > bytes.upperBound { place -= 1 }
            hits.insert(Hit(phrase: phrase, bytes: bytes), at: place)
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
    /// first alone, the processor guessed wrong at every fourth.
    // Inlined, with `scalar`: 2 % of the instructions of `check`.
    @inline(__always)
    private func search(_ text: Span<UInt8>, _ goesOn: (Int, Range<Int>) -> Bool) {
        guard text.count > 0 else { return }
        let (singles, pairs) = (singles.span, pairs.span)
        var index = 0
        var (first, width) = Self.scalar(at: 0, of: text)
        while index < text.count {
            let behind = index + width
            let (second, next) =
                behind < text.count ? Self.scalar(at: behind, of: text) : (UInt32(0), 1)
            let hash = Self.hash(first, second)
            let mayBegin =
                pairs[Int(hash >> 6)] >> UInt64(hash & 63)
                | singles[Int(first >> 6 & 0x3FF)] >> UInt64(first & 63)
            if mayBegin & 1 == 1 {
                let single = Self.group(Self.hash(first, 0))
                let group = Self.group(hash)
                if !compare(group: single, at: index, of: text, goesOn) { return }
                if group != single, !compare(group: group, at: index, of: text, goesOn) { return }
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
        for place in Int(groups[group])..<Int(groups[group + 1]) {
            let phrase = Int(numbers[place])
            if let end = end(of: phrase, at: index, in: text), !goesOn(phrase, index..<end) {
                return false
            }
        }
        return true
    }

    /// Where a phrase ends that stands at an index of a text; nil where it doesn't stand there.
    private func end(of phrase: Int, at index: Int, in text: Span<UInt8>) -> Int? {
        let start = Int(starts[phrase])
        let count = Int(starts[phrase + 1]) - start
        guard count <= text.count - index else { return nil }
        for offset in 0..<count where letters[start + offset] != text[index + offset] { return nil }
        return index + count
    }

    /// The scalar at an index of a text and how many bytes it has; 0 and one byte within a scalar.
    @inline(__always)
    private static func scalar(
        at index: Int,
        of text: Span<UInt8>
    ) -> (value: UInt32, width: Int) {
        let byte = text[index]
        if byte & 0xF0 == 0xE0, index + 2 < text.count { return (text.scalarOfThree(at: index), 3) }
        if byte < 0x80 { return (UInt32(byte), 1) }
        let width = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : 4
        guard width > 1, index + width <= text.count, byte & 0xF0 != 0xE0 else { return (0, 1) }
        var value = UInt32(byte) & (width == 2 ? 0x1F : 0x07)
        for next in index + 1..<index + width { value = value << 6 | UInt32(text[next] & 0x3F) }
        return (value, width)
    }
}
