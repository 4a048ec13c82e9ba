/// Finds many phrases in a text in one pass over its characters.
///
/// Checks look for some hundred words in every cell. Where a character and the one behind it begin a
/// phrase, the phrases that begin so are compared; nearly all places are passed by two look-ups. An
/// automaton (Aho and Corasick) of the same words has a megabyte of steps, which no near cache holds.
@usableFromInline
package struct PhraseMatcher: Sendable {
    /// A phrase that stands in a text.
    @usableFromInline
    package struct Hit: Sendable, Equatable {
        /// Index (from 0) of the phrase among those that the matcher was made of.
        @usableFromInline package var phrase: Int
        /// The bytes of the text that it covers.
        @usableFromInline package var bytes: Range<Int>

        /// Makes a hit.
        @inlinable
        package init(phrase: Int, bytes: Range<Int>) {
            self.phrase = phrase
            self.bytes = bytes
        }
    }

    /// A phrase, as it is compared: nearly all are told by their first and last eight bytes.
    private struct Entry {
        /// Its number among those that the matcher was made of.
        var number: Int32
        /// Where it begins in `letters`, and how many bytes it has.
        var start: Int32
        var count: Int32
        /// Its first eight bytes, the first one lowest; of fewer bytes all, the upper ones 0.
        var head: UInt64
        /// The bits of `head` that it has.
        var mask: UInt64
        /// Its last eight bytes; not compared where it has no more than eight.
        var tail: UInt64
    }

    /// By the upper bits of a character's hash, the characters that may follow it where a phrase begins
    /// with it, by six more bits of theirs; all of them where a phrase has no other.
    private var followers = [UInt64](repeating: 0, count: 1 << followerBits)
    /// By the hash of a phrase's first two characters, the characters that may follow those, by six
    /// bits of their hashes; all of them where a phrase has no third.
    ///
    /// Two characters begin a phrase at every fifth place of a report, and no phrase stands at most of
    /// these.
    private var thirds: [UInt64]
    /// By the same hash, where a phrase stands in `entries`: from one number to the next.
    private var groups: [UInt16]
    private var entries: [Entry] = []
    /// The phrases, one behind the other in UTF-8.
    private var letters: [UInt8] = []

    /// Prepares to find `phrases`, at most 60,000 and each of them not empty.
    package init(_ phrases: [String]) {
        var members: [(group: Int, entry: Entry)] = []
        members.reserveCapacity(phrases.count)
        thirds = Array(repeating: 0, count: 1 << Self.groupBits)
        for (number, phrase) in phrases.enumerated() {
            let start = letters.count
            letters += phrase.utf8
            let bytes = Array(phrase.utf8).span
            guard bytes.count > 0 else { continue }
            let first = Self.character(at: 0, of: bytes)
            let one = Self.hash(first.value)
            var other: UInt32 = 0
            var third: UInt64 = .max
            if first.width == bytes.count {
                followers[Self.place(one)] = .max
            } else {
                let second = Self.character(at: first.width, of: bytes)
                other = Self.hash(second.value)
                followers[Self.place(one)] |= Self.bit(other)
                let rest = first.width + second.width
                if rest < bytes.count {
                    third = Self.bit(Self.hash(Self.character(at: rest, of: bytes).value))
                }
            }
            let group = Self.group(one, other)
            thirds[group] |= third
            let entry = Entry(
                number: Int32(truncatingIfNeeded: number),
                start: Int32(truncatingIfNeeded: start),
                count: Int32(truncatingIfNeeded: bytes.count),
                head: bytes.head(from: 0),
                mask: UInt64.max >> UInt64(8 * max(0, 8 - bytes.count)),
                tail: bytes.head(from: max(0, bytes.count - 8))
            )
            members.append((group, entry))
        }
        // Sorted, and not put into a list for each group: `check` prepares twenty of few phrases, and with
        // 4,096 lists for each that took 3 % of its instructions for 4,000 targets.
        members.sort { ($0.group, $0.entry.number) < ($1.group, $1.entry.number) }
        entries = members.map { $0.entry }
        groups = Array(repeating: 0, count: 1 << Self.groupBits + 1)
        for member in members { groups[member.group + 1] += 1 }
        for group in groups.indices.dropFirst() { groups[group] += groups[group - 1] }
    }

    private static let groupBits: UInt32 = 12
    private static let followerBits: UInt32 = 11

    /// The hash of a character; 0 stands for none.
    private static func hash(_ character: UInt32) -> UInt32 { character &* 0x9E37_79B1 }

    /// Where a character with a hash has its followers.
    private static func place(_ hash: UInt32) -> Int { Int(hash >> (32 - followerBits)) }

    /// The bit of a character with a hash among followers.
    private static func bit(_ hash: UInt32) -> UInt64 {
        1 << UInt64(hash >> (32 - followerBits - 6) & 63)
    }

    /// The group of the phrases whose first two characters have these hashes.
    private static func group(_ first: UInt32, _ second: UInt32) -> Int {
        Int((first ^ second &* 0x85EB_CA6B) >> (32 - groupBits))
    }

    /// What stands in a text (UTF-8), in the order of the ends; of what ends together, the longest first.
    ///
    /// - Complexity: O(n) in the bytes and the hits.
    package func hits(in text: Span<UInt8>) -> [Hit] {
        var hits: [Hit] = []
        forEachHit(in: text) { hits.insertByEnd($0) }
        return hits
    }

    /// Hands on what stands in a text (UTF-8), in the order in which it begins; of what begins together, in
    /// no order that is told.
    ///
    /// - Complexity: O(n) in the bytes and the hits.
    package func forEachHit(in text: Span<UInt8>, _ body: (Hit) -> Void) {
        search(text) { phrase, bytes in
            body(Hit(phrase: phrase, bytes: bytes))
            return true
        }
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
    /// lie, and each is hashed once.
    // Inlined, with `character`: 2 % of the instructions of `check`.
    @inline(__always)
    private func search(_ text: Span<UInt8>, _ goesOn: (Int, Range<Int>) -> Bool) {
        guard text.count > 0 else { return }
        let (followers, thirds) = (followers.span, thirds.span)
        var index = 0
        let first = Self.character(at: 0, of: text)
        var (hash, width) = (Self.hash(first.value), first.width)
        while index < text.count {
            // No text has so many bytes that these have no room.
            let behind = index &+ width
            let (second, next) = Self.character(at: behind, of: text)
            let nextHash = Self.hash(second)
            // A hash has no more bits than there are.
            let mayFollow = unsafe followers[unchecked: Self.place(hash)]
            if mayFollow & Self.bit(nextHash) != 0 {
                let group = Self.group(hash, nextHash)
                if mayFollow == .max {
                    let groupOfOne = Self.group(hash, 0)
                    if groupOfOne != group, thirds[groupOfOne] != 0,
                        !compare(group: groupOfOne, at: index, of: text, goesOn)
                    {
                        return
                    }
                }
                let mayBeThird = thirds[group]
                let third = behind + next
                let isThere =
                    mayBeThird == .max
                    || mayBeThird != 0 && third < text.count
                        && mayBeThird
                            & Self.bit(Self.hash(Self.character(at: third, of: text).value))
                            != 0
                if isThere, !compare(group: group, at: index, of: text, goesOn) { return }
            }
            index = behind
            (width, hash) = (next, nextHash)
        }
    }

    /// Hands on the phrases of a group that stand at an index of a text, until it is told to stop;
    /// returns whether it wasn't.
    // Few places come so far: inlined, it takes the registers of those that don't.
    @inline(never)
    private func compare(
        group: Int,
        at index: Int,
        of text: Span<UInt8>,
        _ goesOn: (Int, Range<Int>) -> Bool
    ) -> Bool {
        let (head, room) = (text.head(from: index), text.count &- index)
        for place in Int(groups[group])..<Int(groups[group + 1]) {
            let entry = entries[place]
            let count = Int(entry.count)
            guard head & entry.mask == entry.head, count <= room else { continue }
            if count > 8, !holdsRest(of: entry, at: index, of: text) { continue }
            if !goesOn(Int(entry.number), index..<index &+ count) { return false }
        }
        return true
    }

    /// Whether a phrase of more than eight bytes stands at an index of a text that begins as it does and has
    /// room for it.
    private func holdsRest(of entry: Entry, at index: Int, of text: Span<UInt8>) -> Bool {
        let end = Int(entry.count) - 8
        guard text.head(from: index + end) == entry.tail else { return false }
        let start = Int(entry.start)
        return (8..<max(8, end)).allSatisfy { letters[start + $0] == text[index + $0] }
    }

    /// The bytes of the character at an index of a text, the first one lowest, and how many there are;
    /// one byte within a character, and a byte 0 at the end of the text.
    @inline(__always)
    private static func character(
        at index: Int,
        of text: Span<UInt8>
    ) -> (value: UInt32, width: Int) {
        // Most characters are like those before them, so that the processor guesses how many bytes they
        // have; looked up in a table, each waited for the one before it, and search took a sixth longer.
        if index &+ 4 <= text.count {
            let load = unsafe text.bytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: index,
                as: UInt32.self
            )
            let word = UInt32(littleEndian: load)
            if word & 0xF0 == 0xE0 { return (word & 0xFF_FFFF, 3) }
            if word & 0x80 == 0 { return (word & 0x7F, 1) }
        }
        return rareCharacter(at: index, of: text)
    }

    /// The same for a character near the end of a text, or of two or four bytes.
    // As a call, it leaves the registers to the others.
    @inline(never)
    private static func rareCharacter(
        at index: Int,
        of text: Span<UInt8>
    ) -> (value: UInt32, width: Int) {
        guard index < text.count else { return (0, 1) }
        let byte = text[index]
        if byte < 0xC0 { return (UInt32(byte), 1) }
        let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        var value: UInt32 = 0
        for place in 0..<min(width, text.count - index) {
            value |= UInt32(text[index + place]) << UInt32(8 * place)
        }
        return (value, width)
    }
}

extension [PhraseMatcher.Hit] {
    /// Adds a hit that begins behind those that are there, or with the last of them, so that those from
    /// `start` on stay in the order of their ends.
    @inlinable
    package mutating func insertByEnd(_ hit: PhraseMatcher.Hit, from start: Int = 0) {
        var place = count
        while place > start, self[place - 1].bytes.upperBound > hit.bytes.upperBound { place -= 1 }
        if place == count { append(hit) } else { insert(hit, at: place) }
    }
}
