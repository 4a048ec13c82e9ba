/// Keeps spreadsheet programs from taking a text for a formula, in a way that can be undone.
///
/// A *formula* here is a text that, after blanks, begins with `=`, `+`, `-` or `@` or their
/// full-width forms `＝＋－＠`, which Chinese and Japanese versions of Excel take as well; and one
/// that begins with a tab or a line end, which some programs drop before they look. A text of
/// hyphens only is none: tables say "nothing" with it, and Excel, WPS and LibreOffice keep it.
/// Numbers with a sign are guarded like the rest, because `+5` and `-5.0` come back as `5` and
/// `-5`.
///
///     text         written
///     =1+1         '=1+1        an apostrophe before a formula
///     '=1+1        ''=1+1       and one more where there are some already
///     'tis         'tis         no formula, nothing to guard
///
/// Reading takes one apostrophe away from apostrophes before a formula, so that every text reads
/// back as it was; a formula without an apostrophe, as Excel leaves behind when somebody edits the
/// cell, reads as it stands.
enum FormulaGuard {
    /// The byte put before a formula.
    static let mark = UInt8(ascii: "'")

    /// Whether a text has to be written with one more apostrophe.
    ///
    /// - Complexity: O(1) for nearly every text; O(n) in the blanks, apostrophes or hyphens that it
    ///   begins with.
    static func isNeeded(for text: Span<UInt8>) -> Bool {
        guard text.count > 0, mayBegin(text[0]) else { return false }
        return isFormulaAfterMarks(text)
    }

    /// Whether a text as it was written has an apostrophe to be taken away.
    static func isPresent(in text: Span<UInt8>) -> Bool {
        guard text.count > 1, text[0] == mark else { return false }
        return isFormulaAfterMarks(text.extracting(1..<text.count))
    }

    /// Whether a text that is guarded can begin with this byte: 3 % of the instructions of writing CSV,
    /// where every text is looked at further.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case ...0x20, mark, UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "@"), 0xC2, 0xE1, 0xE2, 0xE3, 0xEF:
            true
        default: false
        }
    }

    private static func isFormulaAfterMarks(_ text: Span<UInt8>) -> Bool {
        var start = 0
        while start < text.count, text[start] == mark { start += 1 }
        guard start < text.count else { return false }
        switch text[start] {
        case 0x09, 0x0A, 0x0D: return true
        default: break
        }
        while start < text.count {
            let length = blankLength(at: start, in: text)
            guard length > 0 else { break }
            start += length
        }
        let sign = signLength(at: start, in: text)
        guard sign > 0 else { return false }
        return !holdsHyphensOnly(text, from: start)
    }

    /// How many bytes the sign at `start` has that begins a formula; 0 where there is none.
    private static func signLength(at start: Int, in text: Span<UInt8>) -> Int {
        guard start < text.count else { return 0 }
        switch text[start] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"):
            return 1
        case 0xEF where start + 2 < text.count && text[start + 1] == 0xBC:
            // ＋ U+FF0B, － U+FF0D, ＝ U+FF1D, ＠ U+FF20
            switch text[start + 2] {
            case 0x8B, 0x8D, 0x9D, 0xA0: return 3
            default: return 0
            }
        default: return 0
        }
    }

    private static func holdsHyphensOnly(_ text: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        while index < text.count {
            let length = signLength(at: index, in: text)
            guard length > 0, text[index + length - 1] == (length == 1 ? 0x2D : 0x8D) else {
                return false
            }
            index += length
        }
        return true
    }

    /// How many bytes the character at `start` has that shows nothing; 0 where it shows something.
    ///
    /// These are controls, blanks of every width, and the zero-width characters.
    private static func blankLength(at start: Int, in text: Span<UInt8>) -> Int {
        func follows(_ second: UInt8, _ third: ClosedRange<UInt8>) -> Bool {
            start + 2 < text.count && text[start + 1] == second && third.contains(text[start + 2])
        }
        switch text[start] {
        case ...0x20, 0x7F: return 1
        case 0xC2:
            // U+0080 to U+00A0
            return start + 1 < text.count && text[start + 1] <= 0xA0 ? 2 : 0
        case 0xE1: return follows(0x9A, 0x80...0x80) ? 3 : 0
        case 0xE2:
            // U+2000–U+200F, U+2028–U+202F, U+205F–U+206F
            return follows(0x80, 0x80...0x8F) || follows(0x80, 0xA8...0xAF)
                || follows(0x81, 0x9F...0xAF) ? 3 : 0
        case 0xE3: return follows(0x80, 0x80...0x80) ? 3 : 0
        case 0xEF: return follows(0xBB, 0xBF...0xBF) ? 3 : 0
        default: return 0
        }
    }
}
