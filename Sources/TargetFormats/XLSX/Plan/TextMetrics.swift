internal import SourceText

/// How much room text takes: widths in hundredths of the font's size (an em).
///
/// A Chinese character is as wide as it is high, a Latin letter or digit about half of that. The
/// widths lean to the wide side, because fonts differ: a line too many costs some paper, a line too
/// few hides text.
///
///     font                       Chinese   ASCII        line
///     仿宋, 宋体, 黑体 (Windows)   1 em      0.5 em each  1.0 em: ascent 220, descent 36 of 256
///     Noto Serif / Sans CJK      1 em      up to 0.56   1.45 em
///     微软雅黑                     1 em      proportional 1.32 em
///
/// So what fits with the widths and heights here fits more easily in the fonts that the workbook
/// names. 等线, which no cell names but which a program may put in their place, is narrower in Latin
/// letters than Noto; of its line no figure is published, and 1.42 leaves room.
enum TextMetrics {
    /// Width of a Latin letter or digit.
    static let narrow = 56
    /// Width of a Chinese character.
    static let wide = 100
    /// Height of a line: Noto and 微软雅黑 are higher than 仿宋.
    static let lineHeight = 1.42

    /// What a character is to somebody who breaks lines.
    enum Kind {
        /// A letter or digit: stays with its neighbours.
        case letter
        /// A character that may stand at the end and at the start of a line.
        case ideograph
        /// A sign that doesn't begin a line.
        case closing
        /// A sign that doesn't end a line.
        case opening
        /// A blank.
        case blank
        /// A line break.
        case lineBreak
    }

    /// Returns width and kind of a Unicode scalar.
    static func measure(_ scalar: UInt32) -> (width: Int, kind: Kind) {
        if scalar < 0x80 { return measureASCII(scalar) }
        if isIdeograph(scalar) { return (wide, .ideograph) }
        switch scalar {
        case 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF01, 0xFF09, 0xFF0C,
            0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF05, 0x2019, 0x201D, 0x2026, 0x00B7:
            return (wide, .closing)
        case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08, 0xFF3B, 0xFF5B, 0x2018, 0x201C:
            return (wide, .opening)
        case 0x3000: return (wide, .blank)
        case 0x00A0: return (narrow, .blank)
        case 0x0300...0x036F, 0xFE00...0xFE0F: return (0, .closing)
        case _ where Unicode.Scalar(scalar)?.isInvisible == true: return (0, .closing)
        case 0xFF61...0xFFDC, 0xFFE8...0xFFEE: return (narrow, .letter)
        // What Chinese fonts have as wide as their characters: punctuation, arrows, signs, numbers
        // in circles.
        case 0x1100...0x115F, 0x2010...0x2BFF, 0x2E80...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF02...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x3FFFF, 0x00D7, 0x00F7, 0x00B1, 0x00B0:
            return (wide, .ideograph)
        default: return (narrow + 8, .letter)
        }
    }

    /// Whether a scalar is one of the usual Chinese characters.
    @inline(__always)
    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        scalar &- 0x4E00 <= 0x9FFF - 0x4E00
    }

    private static func measureASCII(_ scalar: UInt32) -> (width: Int, kind: Kind) {
        switch scalar {
        case 0x0A: (0, .lineBreak)
        case 0x20, 0x09: (narrow, .blank)
        case 0x21, 0x25, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: (narrow, .closing)
        case 0x28, 0x5B, 0x7B: (narrow, .opening)
        case 0x40...0x5A: (narrow + 14, .letter)
        default: (narrow, .letter)
        }
    }

    /// Returns the width of UTF-8 text on one line, and stops counting beyond `limit`.
    ///
    /// - Complexity: O(n) in the bytes up to the limit.
    static func width(_ text: Span<UInt8>, limit: Int = .max) -> Int {
        var width = 0
        var index = 0
        while index < text.count, width <= limit {
            width += measure(Scalars.next(of: text, at: &index)).width
        }
        return width
    }

    /// Returns how many lines UTF-8 text takes in `available` hundredths of an em.
    ///
    /// Lines break before and after Chinese characters, at blanks, and nowhere else unless a word
    /// is longer than a line; signs that don't begin a line take their neighbour along.
    /// - Complexity: O(n) in the bytes.
    static func lines(_ text: Span<UInt8>, available: Int) -> Int {
        fill(text, available: available).lines
    }

    /// Returns how many lines UTF-8 text takes in `available` hundredths of an em, and how much of the
    /// last one.
    ///
    /// - Complexity: O(n) in the bytes.
    static func fill(_ text: Span<UInt8>, available: Int) -> (lines: Int, last: Int) {
        var breaker = LineBreaker(available: max(available, wide))
        var index = 0
        while index < text.count {
            let scalar = Scalars.next(of: text, at: &index)
            if isIdeograph(scalar) {
                breaker.takeIdeograph()
            } else {
                let (width, kind) = measure(scalar)
                breaker.take(width, kind)
            }
        }
        return (breaker.lines, breaker.last)
    }
}

/// Decodes valid UTF-8.
private enum Scalars {
    /// Returns the scalar at an index (from 0), and moves the index behind it.
    ///
    /// A byte at a time, with the usual characters measured like all others, finding heights took
    /// twice as long: 110 ms of processor time for 100,000 targets.
    @inline(__always)
    static func next(of text: Span<UInt8>, at index: inout Int) -> UInt32 {
        let byte = text[index]
        if byte < 0x80 {
            index += 1
            return UInt32(byte)
        }
        guard byte & 0xF0 == 0xE0, index + 2 < text.count else {
            return other(of: text, at: &index)
        }
        let scalar = text.scalarOfThree(at: index)
        index += 3
        return scalar
    }

    /// Returns a scalar of two or four bytes.
    private static func other(of text: Span<UInt8>, at index: inout Int) -> UInt32 {
        let byte = text[index]
        var scalar = UInt32(byte) & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07)
        index += 1
        while index < text.count, text[index] & 0xC0 == 0x80 {
            scalar = scalar << 6 | UInt32(text[index] & 0x3F)
            index += 1
        }
        return scalar
    }
}

/// Counts lines as they fill.
private struct LineBreaker {
    let available: Int
    private(set) var lines = 1
    /// What stands in the line and stays there.
    private var settled = 0
    /// What stands behind it and goes to the next line together.
    private var open = 0
    /// Whether that begins with a character that lines break behind.
    private var openIsWide = false
    private var before = TextMetrics.Kind.blank

    /// What stands in the last line.
    var last: Int { settled + open }

    init(available: Int) {
        self.available = available
    }

    /// Takes a character as wide as it is high that may stand at the end and at the start of a line.
    @inline(__always)
    mutating func takeIdeograph() {
        if before != .opening { settle() }
        openIsWide = true
        add(TextMetrics.wide)
        before = .ideograph
    }

    mutating func take(_ width: Int, _ kind: TextMetrics.Kind) {
        switch kind {
        case .lineBreak:
            lines += 1
            settle()
            settled = 0
        case .blank:
            // It may hang over the end of the line.
            settle()
            settled += width
        case .closing:
            add(width)
        case .ideograph, .opening:
            if before != .opening { settle() }
            openIsWide = true
            add(width)
        case .letter:
            if openIsWide && before != .opening { settle() }
            add(width)
        }
        before = kind
    }

    private mutating func settle() {
        settled += open
        open = 0
        openIsWide = false
    }

    private mutating func add(_ width: Int) {
        open += width
        guard settled + open > available else { return }
        lines += 1
        if settled > 0 {
            settled = 0
            // A word longer than a line is broken anywhere.
            if open > available {
                lines += open / available
                open %= available
            }
        } else {
            open = width
        }
    }
}
