internal import SourceText

/// Words that are looked for together; where several fit, the longest one counts.
struct WordList: Sendable, ExpressibleByArrayLiteral {
    // Made with closures: with key paths, which are looked at anew for every word, making the lists took
    // 2 % of the instructions of converting 60 targets more.
    private let byFirst: WordIndex
    private let byLast: WordIndex

    init(_ words: [String]) {
        let scalars = words.map { Array($0.unicodeScalars) }
        byFirst = WordIndex(scalars) { $0.first }
        byLast = WordIndex(scalars) { $0.last }
    }

    /// The words of two lists, found together; a word's number says nothing.
    init(_ one: WordList, _ other: WordList) {
        let scalars = one.byFirst.allWords + other.byFirst.allWords
        byFirst = WordIndex(scalars) { $0.first }
        byLast = WordIndex(scalars) { $0.last }
    }

    init(arrayLiteral words: String...) {
        self.init(words)
    }

    /// A word that stands in a text.
    struct Hit {
        /// The word's number (from 0) among those that the list was made of.
        var number: Int
        /// How many scalars it has.
        var count: Int
    }

    /// The scalars that words begin with, and a few more.
    var firsts: ScalarFilter { byFirst.known }

    /// The words that begin with a scalar, the longest first.
    func words(beginningWith first: Unicode.Scalar) -> [ArraySlice<Unicode.Scalar>] {
        byFirst.words(by: first).map { byFirst.letters(of: $0) }
    }

    /// The longest word that begins at an index of a text and lies in it; nil where none does.
    ///
    /// `accepts` may turn down the word that a range of the text holds.
    // Inlined up to the test that nearly all scalars fail: with a call for each of them, `check` takes
    // 4 % more instructions.
    @inline(__always)
    func word(
        at index: Int,
        in text: ArraySlice<Unicode.Scalar>,
        where accepts: (ArraySlice<Unicode.Scalar>) -> Bool = { _ in true }
    ) -> Hit? {
        byFirst.has(text[index]) ? knownWord(at: index, in: text, where: accepts) : nil
    }

    /// The same for a scalar that words may begin with.
    private func knownWord(
        at index: Int,
        in text: ArraySlice<Unicode.Scalar>,
        where accepts: (ArraySlice<Unicode.Scalar>) -> Bool
    ) -> Hit? {
        for word in byFirst.words(by: text[index]) {
            if let count = byFirst.count(of: word, at: index, in: text),
                accepts(text[index..<index + count])
            {
                return Hit(number: byFirst.number(of: word), count: count)
            }
        }
        return nil
    }

    /// The longest word of at most `limit` scalars that a text ends with; nil where it ends with none.
    ///
    /// - Complexity: O(n) in the words.
    @inline(__always)
    func ending(of text: ArraySlice<Unicode.Scalar>, atMost limit: Int = .max) -> Hit? {
        guard let last = text.last, byLast.has(last) else { return nil }
        return knownEnding(of: text, last, atMost: limit)
    }

    /// The same for a scalar that words may end with.
    private func knownEnding(
        of text: ArraySlice<Unicode.Scalar>,
        _ last: Unicode.Scalar,
        atMost limit: Int
    ) -> Hit? {
        for word in byLast.words(by: last) {
            let start = text.endIndex - byLast.letters(of: word).count
            if text.endIndex - start <= limit, start >= text.startIndex,
                let count = byLast.count(of: word, at: start, in: text)
            {
                return Hit(number: byLast.number(of: word), count: count)
            }
        }
        return nil
    }

    /// The indexes (from 0) of a text at which one of the words begins.
    ///
    /// - Complexity: O(n) in the text.
    func positions(in text: [Unicode.Scalar]) -> [Int] {
        text.indices.filter { word(at: $0, in: text[...]) != nil }
    }

    /// Whether one of the words stands in a text.
    ///
    /// - Complexity: O(n) in the text.
    func isFound(in text: [Unicode.Scalar]) -> Bool { isFound(in: text[...]) }

    /// Whether one of the words stands in a part of a text.
    ///
    /// - Complexity: O(n) in the text.
    func isFound(in text: ArraySlice<Unicode.Scalar>) -> Bool {
        let scalars = text.span
        for offset in 0..<scalars.count where byFirst.has(scalars[offset]) {
            let found = knownWord(at: text.startIndex + offset, in: text) { _ in true }
            if found != nil { return true }
        }
        return false
    }

    /// The index behind the last of the words in a text; nil where none stands in it.
    ///
    /// Words that stand in `name`, too, don't count.
    /// - Complexity: O(n) in the text.
    func lastPosition(
        in text: ArraySlice<Unicode.Scalar>,
        butNot name: [Unicode.Scalar] = []
    ) -> Int? {
        let scalars = text.span
        var offset = scalars.count
        while offset > 0 {
            offset &-= 1
            guard byFirst.has(scalars[offset]) else { continue }
            let index = text.startIndex + offset
            let found = knownWord(at: index, in: text) { !name[...].contains(word: $0) }
            if let found { return index + found.count }
        }
        return nil
    }

    /// Whether a text ends with one of the words.
    ///
    /// - Complexity: O(n) in the words.
    func isSuffix(of text: ArraySlice<Unicode.Scalar>) -> Bool { ending(of: text) != nil }

    /// Whether a text begins with one of the words.
    ///
    /// - Complexity: O(n) in the words.
    func isPrefix(of text: ArraySlice<Unicode.Scalar>) -> Bool {
        !text.isEmpty && word(at: text.startIndex, in: text) != nil
    }

    /// Whether a text is made of nothing but the words and blanks.
    ///
    /// - Complexity: O(n) in the text.
    func covers(_ text: [Unicode.Scalar]) -> Bool {
        var index = 0
        while index < text.count {
            if text[index] == " " {
                index += 1
                continue
            }
            guard let word = word(at: index, in: text[...]) else { return false }
            index += word.count
        }
        return true
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// Whether a word stands somewhere in the text.
    ///
    /// - Complexity: O(n) in the text.
    func contains(word: ArraySlice<Unicode.Scalar>) -> Bool { firstIndex(ofWord: word) != nil }

    /// Where a word stands first in the text; nil where it doesn't.
    ///
    /// - Complexity: O(n) in the text.
    func firstIndex(ofWord word: ArraySlice<Unicode.Scalar>) -> Int? {
        guard !word.isEmpty else { return startIndex }
        guard word.count <= count else { return nil }
        let (text, word) = (span, word.span)
        // In place: with a slice for each, as for any sequence, looking for words took twice as long.
        for offset in 0...(text.count - word.count) where text[offset] == word[0] {
            var place = 1
            while place < word.count, text[offset + place] == word[place] { place += 1 }
            if place == word.count { return startIndex + offset }
        }
        return nil
    }
}

/// Some scalars, by twelve bits of each: most others are told apart from them.
struct ScalarFilter: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1 << 6)

    /// None.
    init() {}

    /// Those that words begin with.
    init(firstsOf words: [String]) {
        for word in words {
            if let first = word.unicodeScalars.first { insert(first) }
        }
    }

    mutating func insert(_ scalar: Unicode.Scalar) {
        bits[Int(scalar.value >> 6 & 63)] |= 1 << UInt64(scalar.value & 63)
    }

    /// The scalars of either.
    func union(_ other: ScalarFilter) -> ScalarFilter {
        var union = self
        for index in bits.indices { union.bits[index] |= other.bits[index] }
        return union
    }

    /// Whether a scalar may be one of them; false only where it isn't.
    @inline(__always)
    func mayHave(_ scalar: Unicode.Scalar) -> Bool {
        // There are 64 words of them.
        let word = unsafe bits.span[unchecked: Int(scalar.value >> 6 & 63)]
        return word &>> UInt64(scalar.value & 63) & 1 == 1
    }
}

/// Words by one scalar of each, its first or its last.
///
/// Most scalars are told apart by a bit, and the words of the others lie side by side: a dictionary
/// of arrays was two thirds of reading figures.
private struct WordIndex: Sendable {
    /// A word: where it lies in `letters`, and its number among those given.
    private struct Word {
        var range: Range<Int>
        var number: Int
    }

    /// The scalars that words may have.
    private(set) var known = ScalarFilter()
    /// The scalars that words have, by their six low bits, and behind each the words that have it.
    private var scalars: [Unicode.Scalar] = []
    /// By the six low bits of a scalar, where those that have them begin in `scalars`.
    private var starts = [Int](repeating: 0, count: (1 << 6) + 1)
    private var groups: [Range<Int>] = []
    /// Those of one scalar side by side, the longest first, then as they were given.
    private var words: [Word] = []
    private var letters: [Unicode.Scalar] = []

    init(_ given: [[Unicode.Scalar]], by scalar: ([Unicode.Scalar]) -> Unicode.Scalar?) {
        var all: [(scalar: Unicode.Scalar, number: Int)] = []
        for (number, word) in given.enumerated() {
            if let scalar = scalar(word) { all.append((scalar, number)) }
        }
        all.sort {
            (Self.low(of: $0.scalar), $0.scalar.value, -given[$0.number].count, $0.number)
                < (Self.low(of: $1.scalar), $1.scalar.value, -given[$1.number].count, $1.number)
        }
        for (scalar, number) in all {
            known.insert(scalar)
            if scalars.last != scalar {
                scalars.append(scalar)
                groups.append(words.count..<words.count)
            }
            let start = letters.count
            letters += given[number]
            words.append(Word(range: start..<letters.count, number: number))
            groups[groups.count - 1] = groups[groups.count - 1].lowerBound..<words.count
        }
        for scalar in scalars { starts[Self.low(of: scalar) + 1] += 1 }
        for low in 1..<starts.count { starts[low] += starts[low - 1] }
    }

    private static func low(of scalar: Unicode.Scalar) -> Int { Int(scalar.value & 63) }

    /// Whether words may have a scalar: false for most that none has.
    @inline(__always)
    func has(_ scalar: Unicode.Scalar) -> Bool { known.mayHave(scalar) }

    /// The words that have a scalar, for the methods below.
    func words(by scalar: Unicode.Scalar) -> Range<Int> {
        // One or two: searched by halves among all, they were 3 % of reading figures.
        let low = Self.low(of: scalar)
        for place in starts[low]..<starts[low + 1] where scalars[place] == scalar {
            return groups[place]
        }
        return 0..<0
    }

    /// The scalars of a word.
    func letters(of word: Int) -> ArraySlice<Unicode.Scalar> { letters[words[word].range] }

    /// The scalars of each word.
    var allWords: [[Unicode.Scalar]] { words.map { Array(letters[$0.range]) } }

    /// The number of a word among those given.
    func number(of word: Int) -> Int { words[word].number }

    /// How many scalars a word has that stands at an index of a text; nil where another stands there.
    func count(of word: Int, at index: Int, in text: ArraySlice<Unicode.Scalar>) -> Int? {
        let range = words[word].range
        guard range.count <= text.endIndex - index else { return nil }
        var place = index
        for letter in range {
            guard letters[letter] == text[place] else { return nil }
            place += 1
        }
        return range.count
    }
}
