/// Words that are looked for together; where several fit, the longest one counts.
struct WordList: Sendable, ExpressibleByArrayLiteral {
    /// By first scalar, the longest first.
    private var words: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    /// By last scalar.
    private var endings: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    /// By the low bits of a scalar, a bit: whether a word may begin with it.
    ///
    /// It answers for most scalars, and saves looking them up, which was a third of reading figures.
    private var beginnings = [UInt64](repeating: 0, count: 1 << 6)

    init(_ words: [String]) {
        for word in words {
            let scalars = Array(word.unicodeScalars)
            guard let first = scalars.first, let last = scalars.last else { continue }
            self.words[first, default: []].append(scalars)
            endings[last, default: []].append(scalars)
            beginnings[Int(first.value >> 6 & 63)] |= 1 << UInt64(first.value & 63)
        }
        for first in self.words.keys { self.words[first]?.sort { $0.count > $1.count } }
    }

    init(arrayLiteral words: String...) {
        self.init(words)
    }

    /// The words that begin with a scalar, the longest first.
    func words(beginningWith first: Unicode.Scalar) -> [[Unicode.Scalar]] {
        guard beginnings[Int(first.value >> 6 & 63)] >> UInt64(first.value & 63) & 1 == 1 else {
            return []
        }
        return words[first] ?? []
    }

    /// The indexes (from 0) of a text at which one of the words begins.
    ///
    /// - Complexity: O(n) in the text.
    func positions(in text: [Unicode.Scalar]) -> [Int] {
        text.indices.filter { index in
            words(beginningWith: text[index]).contains { text[index...].starts(with: $0) }
        }
    }

    /// Whether one of the words stands in a text.
    ///
    /// - Complexity: O(n) in the text.
    func isFound(in text: [Unicode.Scalar]) -> Bool {
        text.indices.contains { index in
            words(beginningWith: text[index]).contains { text[index...].starts(with: $0) }
        }
    }

    /// Whether a text ends with one of the words.
    ///
    /// - Complexity: O(n) in the words.
    func isSuffix(of text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = text.last, let words = endings[last] else { return false }
        return words.contains { text.suffix($0.count).elementsEqual($0) }
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
            let word = words(beginningWith: text[index]).first { text[index...].starts(with: $0) }
            guard let word else { return false }
            index += word.count
        }
        return true
    }
}
