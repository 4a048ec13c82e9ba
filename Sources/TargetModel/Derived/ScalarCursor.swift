/// A place in a folded text that moves on as words and numbers are read.
///
/// What can't be read leaves the place where it was.
struct ScalarCursor {
    /// The text, as `TextFolding.folded` returns it.
    let scalars: [Unicode.Scalar]
    /// Index (from 0) of the next scalar.
    var position = 0

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { position >= scalars.count }

    /// The next scalar; nil at the end.
    var next: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

    /// The next scalar that isn't a blank; nil at the end.
    var nextVisible: Unicode.Scalar? {
        guard next == " " else { return next }
        return position + 1 < scalars.count ? scalars[position + 1] : nil
    }

    /// Passes a blank.
    mutating func skipBlank() {
        if next == " " { position += 1 }
    }

    /// Reads a word; blanks may stand before and within it.
    mutating func take(_ word: String) -> Bool {
        take(Array(word.unicodeScalars)[...])
    }

    /// Reads the longest of `words` that stands here; blanks may stand before and within it.
    mutating func take(anyOf words: WordList) -> Bool {
        guard let first = nextVisible else { return false }
        return words.words(beginningWith: first).contains { take($0) }
    }

    private mutating func take(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        let start = position
        for scalar in word {
            skipBlank()
            guard next == scalar else {
                position = start
                return false
            }
            position += 1
        }
        return true
    }

    /// Reads a run of the digits 0 to 9: its value, and how many digits it has.
    ///
    /// A run of more than nine digits has the value 0: it is no part of any date.
    mutating func takeDigits() -> (value: Int, width: Int)? {
        let start = position
        skipBlank()
        let first = position
        var value = 0
        while let digit = next.flatMap(Self.digit) {
            value = position - first < 9 ? value * 10 + digit : 0
            position += 1
        }
        guard position > first else {
            position = start
            return nil
        }
        return (value, position - first)
    }

    /// Reads a number below 100 in digits or Chinese numerals: 12, 十二, 三十一.
    mutating func takeSmallNumber() -> Int? {
        let start = position
        if let digits = takeDigits() {
            if digits.width <= 2 { return digits.value }
            position = start
            return nil
        }
        skipBlank()
        let first = position
        while let scalar = next, ChineseNumeral.isNumeral(scalar) { position += 1 }
        guard let number = ChineseNumeral.value(of: scalars[first..<position]) else {
            position = start
            return nil
        }
        return number
    }

    /// Reads a sign that stands between the two ends of a span: a dash, 至, 到.
    mutating func takeSpanSign() -> Bool {
        let start = position
        skipBlank()
        let first = position
        while let scalar = next, DeadlineWords.spanDashes.contains(scalar) { position += 1 }
        if position == first, let scalar = next, scalar == "至" || scalar == "到" { position += 1 }
        guard position > first else {
            position = start
            return false
        }
        return true
    }

    /// The value of a digit 0 to 9; nil for any other scalar.
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        ("0"..."9").contains(scalar) ? Int(scalar.value - 0x30) : nil
    }
}
