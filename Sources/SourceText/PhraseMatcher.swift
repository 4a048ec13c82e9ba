/// Finds many phrases in a text in one pass over its bytes, by the automaton of Aho and Corasick
/// ("Efficient string matching: an aid to bibliographic search", 1975).
///
/// Checks look for some hundred words in every cell; one pass finds them all.
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

    /// By byte, the column of `next`; bytes that no phrase has share column 0.
    private var classes = [UInt8](repeating: 0, count: 256)
    private var classCount = 1
    /// States × classes: the state that follows.
    private var next: [UInt16] = []
    /// The same, each state as the place of its row, with `endMark` where a phrase ends there.
    private var steps: [UInt32] = []
    /// By Unicode scalar below U+10000, a bit: whether a phrase begins with it.
    private var beginnings = [UInt64](repeating: 0, count: 1 << 10)
    /// By state, whether a phrase ends there.
    private var ends: [Bool] = []
    /// By state, the phrases that end there.
    private var phrases: [[UInt16]] = []
    private let lengths: [Int]

    /// Prepares to find `phrases`, each of them not empty, at most 60,000 bytes together.
    package init(_ phrases: [String]) {
        let texts = phrases.map { Array($0.utf8) }
        lengths = texts.map(\.count)
        for text in texts {
            for byte in text where classes[Int(byte)] == 0 {
                classes[Int(byte)] = UInt8(truncatingIfNeeded: classCount)
                classCount += 1
            }
        }
        addState()
        for (number, text) in texts.enumerated() { add(text, number) }
        link()
        steps = next.map { state in
            UInt32(Int(state) * classCount) | (ends[Int(state)] ? Self.endMark : 0)
        }
        for phrase in phrases {
            guard let first = phrase.unicodeScalars.first?.value, first < 0x10000 else { continue }
            beginnings[Int(first >> 6)] |= 1 << UInt64(first & 63)
        }
    }

    private static let endMark: UInt32 = 1 << 31

    private mutating func addState() {
        next += [UInt16](repeating: 0, count: classCount)
        ends.append(false)
        phrases.append([])
    }

    private mutating func add(_ text: [UInt8], _ number: Int) {
        var state = 0
        for byte in text {
            let index = state * classCount + Int(classes[Int(byte)])
            if next[index] == 0 {
                let new = ends.count
                addState()
                next[index] = UInt16(truncatingIfNeeded: new)
            }
            state = Int(next[index])
        }
        ends[state] = true
        phrases[state].append(UInt16(truncatingIfNeeded: number))
    }

    /// Fills in where the automaton goes on when a phrase breaks off, breadth first.
    private mutating func link() {
        var fallbacks = [Int](repeating: 0, count: ends.count)
        var queue: [Int] = []
        for column in 0..<classCount where next[column] != 0 { queue.append(Int(next[column])) }
        var position = 0
        while position < queue.count {
            let state = queue[position]
            position += 1
            let fallback = fallbacks[state]
            phrases[state] += phrases[fallback]
            ends[state] = !phrases[state].isEmpty
            for column in 0..<classCount {
                let index = state * classCount + column
                let other = Int(next[fallback * classCount + column])
                if next[index] == 0 {
                    next[index] = UInt16(truncatingIfNeeded: other)
                } else {
                    fallbacks[Int(next[index])] = other
                    queue.append(Int(next[index]))
                }
            }
        }
    }

    /// Adds what stands in a text (UTF-8) to `hits`, in the order of the ends.
    ///
    /// - Complexity: O(n) in the bytes and the hits.
    package func find(in text: Span<UInt8>, addingTo hits: inout [Hit]) {
        var index = 0
        var row: UInt32 = 0
        while let state = nextEnd(in: text, &index, &row) {
            for phrase in phrases[state] {
                let start = index - lengths[Int(phrase)]
                hits.append(Hit(phrase: Int(phrase), bytes: start..<index))
            }
        }
    }

    /// Whether a phrase stands in a text (UTF-8).
    ///
    /// - Complexity: O(n) in the bytes up to the first.
    package func isFound(in text: Span<UInt8>) -> Bool {
        var index = 0
        var row: UInt32 = 0
        return nextEnd(in: text, &index, &row) != nil
    }

    /// The phrase that ends first in a text (UTF-8); nil where none stands in it.
    ///
    /// - Complexity: O(n) in the bytes up to its end.
    package func first(in text: Span<UInt8>) -> Hit? {
        var index = 0
        var row: UInt32 = 0
        guard let state = nextEnd(in: text, &index, &row), let phrase = phrases[state].first else {
            return nil
        }
        return Hit(phrase: Int(phrase), bytes: (index - lengths[Int(phrase)])..<index)
    }

    /// Goes on from `index` and the state of `row` to behind the next byte with which a phrase ends;
    /// returns the state there, nil at the end of the text.
    ///
    /// Between phrases, a character that none begins with is passed as a whole: 100 MB of Chinese
    /// text take 0.05 s so, and 0.5 s byte by byte.
    @inline(__always)
    private func nextEnd(in text: Span<UInt8>, _ index: inout Int, _ row: inout UInt32) -> Int? {
        let (steps, classes, beginnings) = (steps.span, classes.span, beginnings.span)
        while index < text.count {
            let byte = text[index]
            if row == 0 {
                if byte & 0xF0 == 0xE0, index + 2 < text.count {
                    let middle = UInt64(byte & 0x0F) << 6 | UInt64(text[index + 1] & 0x3F)
                    if beginnings[Int(middle)] >> UInt64(text[index + 2] & 0x3F) & 1 == 0 {
                        index += 3
                        continue
                    }
                } else if byte < 0x80, beginnings[Int(byte >> 6)] >> UInt64(byte & 0x3F) & 1 == 0 {
                    index += 1
                    continue
                }
            }
            let step = steps[Int(row) + Int(classes[Int(byte)])]
            index += 1
            row = step & ~Self.endMark
            if step & Self.endMark != 0 { return Int(row) / classCount }
        }
        return nil
    }

    /// What stands in a text (UTF-8), in the order of the ends.
    ///
    /// - Complexity: O(n) in the bytes and the hits.
    package func hits(in text: Span<UInt8>) -> [Hit] {
        var hits: [Hit] = []
        find(in: text, addingTo: &hits)
        return hits
    }
}
