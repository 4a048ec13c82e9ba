/// The bytes of a cell's text: without the blanks around it.
package enum CellText {
    /// Returns `range` without the blanks at both ends.
    ///
    /// Blanks are the characters of Unicode's category Zs (U+0020, U+00A0, U+3000, …). Line breaks
    /// and zero-width characters are text.
    // Inlined: see `PlainTargetReader.add`.
    @inline(__always)
    package static func trimmed(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let length = blankLength(at: start, before: end, in: bytes)
            guard length > 0 else { break }
            start += length
        }
        while end > start {
            let length = blankLength(endingAt: end, after: start, in: bytes)
            guard length > 0 else { break }
            end -= length
        }
        return start..<end
    }

    /// Returns `range` without the blanks and line breaks at both ends.
    static func trimmedOfBreaks(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
        func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
        var text = trimmed(range, of: bytes)
        while let first = text.first, let last = text.last,
            isBreak(bytes[first]) || isBreak(bytes[last])
        {
            let start = isBreak(bytes[first]) ? first + 1 : first
            text = trimmed(start..<max(start, isBreak(bytes[last]) ? last : last + 1), of: bytes)
        }
        return text
    }

    /// Whether a range holds blanks only.
    static func isBlank(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
        trimmed(range, of: bytes).isEmpty
    }

    /// Returns bytes of text without the blanks at both ends.
    package static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let range = trimmed(0..<bytes.count, of: bytes.span)
        return bytes[(bytes.startIndex + range.lowerBound)..<(bytes.startIndex + range.upperBound)]
    }

    /// How many bytes the blank at `start` has; 0 where there is none.
    private static func blankLength(at start: Int, before end: Int, in bytes: Span<UInt8>) -> Int {
        switch bytes[start] {
        case 0x20: 1
        case 0xC2 where start + 1 < end && bytes[start + 1] == 0xA0: 2
        case 0xE1, 0xE2, 0xE3:
            start + 2 < end && isWideBlank(bytes[start], bytes[start + 1], bytes[start + 2]) ? 3 : 0
        default: 0
        }
    }

    /// How many bytes the blank before `end` has; 0 where there is none.
    private static func blankLength(endingAt end: Int, after start: Int, in bytes: Span<UInt8>)
        -> Int
    {
        let last = bytes[end - 1]
        if last == 0x20 { return 1 }
        guard last >= 0x80, last <= 0xAF else { return 0 }
        if last == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 { return 2 }
        guard end - 3 >= start else { return 0 }
        return isWideBlank(bytes[end - 3], bytes[end - 2], last) ? 3 : 0
    }

    /// Whether three bytes are a blank: U+1680, U+2000–U+200A, U+202F, U+205F, U+3000.
    private static func isWideBlank(_ one: UInt8, _ two: UInt8, _ three: UInt8) -> Bool {
        switch (one, two, three) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
            (0xE3, 0x80, 0x80):
            true
        default: false
        }
    }
}
