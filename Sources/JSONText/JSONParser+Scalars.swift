internal import SourceText

extension JSONParser {
    /// Steps over the blanks that JSON allows between values.
    ///
    /// Nearly always there is none, or one space.
    @inline(__always)
    static func afterBlanks(from start: Int, to end: Int, in text: Span<UInt8>) -> Int {
        guard start < end, text[start] <= .space else { return start }
        guard start + 1 < end, text[start] == .space, text[start + 1] > .space else {
            return afterManyBlanks(from: start, to: end, in: text)
        }
        return start + 1
    }

    private static func afterManyBlanks(
        from start: Int,
        to end: Int,
        in text: Span<UInt8>
    ) -> Int {
        var index = start
        while index < end {
            switch text[index] {
            case .space, .tab, .lineFeed, .carriageReturn: index += 1
            default: return index
            }
        }
        return index
    }

    /// Reads the string whose quote is at `start`; returns the offset after it.
    mutating func parseString(
        at start: Int,
        to end: Int,
        of text: Span<UInt8>
    ) throws(JSONTextError) -> Int {
        var index = start + 1
        var holdsEscapes = false
        let part = text.extracting(..<end)
        while true {
            index = JSONEscape.next(in: part, from: index)
            guard index < end else { throw JSONTextError(.unexpectedEnd, end..<end) }
            switch text[index] {
            case .quotationMark:
                add(start..<(index + 1), holdsEscapes: holdsEscapes)
                return index + 1
            case .backslash:
                holdsEscapes = true
                index = try Self.afterEscape(at: index, to: end, of: text)
            default:
                throw JSONTextError(.controlCharacter, index..<(index + 1))
            }
        }
    }

    private static func afterEscape(
        at start: Int,
        to end: Int,
        of text: Span<UInt8>
    ) throws(JSONTextError) -> Int {
        guard start + 1 < end else { throw JSONTextError(.unexpectedEnd, end..<end) }
        switch text[start + 1] {
        case .quotationMark, .backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 2
        case UInt8(ascii: "u"):
            let unit = try hexUnit(at: start, to: end, of: text)
            switch unit {
            case 0xD800...0xDBFF:
                let second = start + 6
                guard second + 1 < end, text[second] == .backslash,
                    text[second + 1] == UInt8(ascii: "u"),
                    (0xDC00...0xDFFF).contains(try hexUnit(at: second, to: end, of: text))
                else { throw JSONTextError(.loneSurrogate, start..<second) }
                return second + 6
            case 0xDC00...0xDFFF:
                throw JSONTextError(.loneSurrogate, start..<(start + 6))
            default:
                return start + 6
            }
        default:
            let character = scalar(at: start + 1, in: text)
            throw JSONTextError(.invalidEscape, start..<character.upperBound)
        }
    }

    /// The code unit of the escape `\uXXXX` at `start`.
    private static func hexUnit(
        at start: Int,
        to end: Int,
        of text: Span<UInt8>
    ) throws(JSONTextError) -> UInt32 {
        var unit: UInt32 = 0
        for index in (start + 2)..<(start + 6) {
            guard index < end else { throw JSONTextError(.unexpectedEnd, end..<end) }
            guard let digit = JSONEscape.hexValue(text[index]) else {
                throw JSONTextError(.invalidEscape, start..<index)
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    /// Reads the number at `start`; returns the offset after it.
    mutating func parseNumber(
        at start: Int,
        to end: Int,
        of text: Span<UInt8>
    ) throws(JSONTextError) -> Int {
        var index = start
        if text[index] == UInt8(ascii: "-") { index += 1 }
        let whole = index
        index = Self.afterDigits(from: index, to: end, in: text)
        var isValid = index > whole && (text[whole] != UInt8(ascii: "0") || index == whole + 1)
        if index < end, text[index] == UInt8(ascii: ".") {
            let fraction = index + 1
            index = Self.afterDigits(from: fraction, to: end, in: text)
            isValid = isValid && index > fraction
        }
        if index < end, text[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < end, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
                index += 1
            }
            let exponent = index
            index = Self.afterDigits(from: index, to: end, in: text)
            isValid = isValid && index > exponent
        }
        let word = Self.afterWord(from: index, to: end, in: text)
        guard isValid, word == index else {
            throw word == end && index == end && !Self.isDigit(text[end - 1])
                ? JSONTextError(.unexpectedEnd, end..<end)
                : JSONTextError(.invalidNumber, start..<max(word, start + 1))
        }
        add(start..<index)
        return index
    }

    /// Reads `true`, `false` or `null` at `start`; returns the offset after it.
    mutating func parseWord(
        at start: Int,
        to end: Int,
        of text: Span<UInt8>
    ) throws(JSONTextError) -> Int {
        let index = Self.afterWord(from: start, to: end, in: text)
        let word = start..<index
        guard
            Self.isWord("true", word, text) || Self.isWord("false", word, text)
                || Self.isWord("null", word, text)
        else { throw Self.noValue(at: start, to: end, in: text) }
        add(word)
        return index
    }

    /// Whether `range` of the text is a word.
    static func isWord(
        _ word: StaticString,
        _ range: Range<Int>,
        _ text: Span<UInt8>
    ) -> Bool {
        text.extracting(range).isText(word)
    }

    private static func afterDigits(from start: Int, to end: Int, in text: Span<UInt8>) -> Int {
        var index = start
        while index < end, isDigit(text[index]) { index += 1 }
        return index
    }

    /// Steps over what a reader takes for one word or number.
    static func afterWord(from start: Int, to end: Int, in text: Span<UInt8>) -> Int {
        var index = start
        while index < end {
            switch text[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                index += 1
            default: return index
            }
        }
        return index
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension JSONEscape {
    /// The number that a hexadecimal digit stands for; nil for another byte.
    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
