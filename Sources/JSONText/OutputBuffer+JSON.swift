public import SourceText

extension OutputBuffer {
    /// Appends UTF-8 text as a JSON string: in quotes, with escapes only where RFC 8259 asks for
    /// them (`"`, `\` and the controls below U+0020).
    ///
    /// - Complexity: O(n) in the bytes; a run that needs no escape is copied in one go.
    public mutating func append(jsonString text: Span<UInt8>) {
        var end = JSONEscape.next(in: text, from: 0)
        guard end < text.count else {
            append(text, within: .quotationMark)
            return
        }
        append(.quotationMark)
        var start = 0
        while true {
            if end > start { append(text.extracting(start..<end)) }
            guard end < text.count else { break }
            appendEscape(of: text[end])
            start = end + 1
            end = JSONEscape.next(in: text, from: start)
        }
        append(.quotationMark)
    }

    /// Appends text as a JSON string.
    public mutating func append(jsonString text: String) {
        append(jsonString: text.utf8.span)
    }

    /// Appends an integer in decimal digits.
    public mutating func append(decimal number: Int) {
        guard number >= 0 else {
            append(String(number))
            return
        }
        var digits = InlineArray<19, UInt8>(repeating: UInt8(ascii: "0"))
        var first = digits.count
        var rest = number
        repeat {
            first -= 1
            digits[first] += UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        append(digits.span.extracting(first..<digits.count))
    }

    private mutating func appendEscape(of byte: UInt8) {
        append(.backslash)
        switch byte {
        case .quotationMark, .backslash: append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case .tab: append(UInt8(ascii: "t"))
        case .lineFeed: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case .carriageReturn: append(UInt8(ascii: "r"))
        default:
            append(static: "u00")
            append(UInt8(ascii: "0") + byte >> 4)
            append(JSONEscape.hexDigit(byte & 0x0F))
        }
    }
}

/// Finds what a JSON string can't hold as it stands.
enum JSONEscape {
    /// The first byte from `start` on that is `"`, `\` or below U+0020; the count where none is.
    static func next(in text: Span<UInt8>, from start: Int) -> Int {
        text.firstIndex(from: start) {
            $0.below(0x20) | $0.equal(.quotationMark) | $0.equal(.backslash)
        } where: { index in
            isSpecial(text[index])
        }
    }

    /// Whether a byte ends a run that stands in a JSON string as it is.
    static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == .quotationMark || byte == .backslash
    }

    /// The lowercase hexadecimal digit of a number below 16.
    static func hexDigit(_ number: UInt8) -> UInt8 {
        number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
    }
}
