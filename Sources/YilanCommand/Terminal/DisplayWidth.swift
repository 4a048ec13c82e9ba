internal import Yilan

/// How many columns of a terminal a text takes.
///
/// A Chinese character takes two, a combining or invisible one none, anything else one. Characters
/// whose width depends on the font (ambiguous in Unicode's terms, such as “ and ①) count one, as
/// terminals have them unless told otherwise.
enum DisplayWidth {
    /// The columns that `text` takes, control characters not counted.
    ///
    /// - Complexity: O(n) in the text.
    static func of(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// The columns that one scalar takes: 0, 1 or 2.
    static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        // Nearly all are of these two kinds, and needn't be looked up.
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
        if (0x4E00...0x9FFF).contains(value) { return 2 }
        if isWide(value) { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .surrogate: return 0
        case .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        // The vowels and final consonants of Hangul join the consonant before them.
        if (0x1160...0x11FF).contains(value) { return 0 }
        return scalar.properties.isEmojiPresentation && !isRegionalIndicator(value) ? 2 : 1
    }

    /// Whether Unicode calls the scalar wide or full-width, emoji apart.
    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        let place = wideRanges.partitionPoint { $0.upperBound >= value }
        // The marks among Chinese punctuation stand on the character before them.
        return place < wideRanges.count && wideRanges[place].contains(value)
            && !(0x302A...0x302D).contains(value) && !(0x3099...0x309A).contains(value)
    }

    private static func isRegionalIndicator(_ value: UInt32) -> Bool {
        (0x1F1E6...0x1F1FF).contains(value)
    }

    /// East_Asian_Width W and F of Unicode, ascending; unassigned gaps inside blocks included.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
        0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
        0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FF1, 0x17000...0x18CD5,
        0x18D00...0x18D08, 0x1AFF0...0x1AFFE, 0x1B000...0x1B2FB, 0x1F200...0x1F202,
        0x1F210...0x1F23B, 0x1F240...0x1F248, 0x1F250...0x1F251, 0x1F260...0x1F265,
        0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]
}
