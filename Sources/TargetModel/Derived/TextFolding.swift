internal import SourceText

/// How texts are made comparable before their meaning is looked for.
///
/// The text of a cell is never changed by it: only what is derived from a text sees it folded.
package enum TextFolding {
    /// Returns a text's scalars with every run of blanks and line breaks as one U+0020.
    ///
    /// Invisible characters are dropped, full-width letters and signs made half-width, and the
    /// radicals that some PDF programs put in place of characters made characters again. There is
    /// no blank at either end.
    /// - Complexity: O(n) in the text.
    package static func folded(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var pendingBlank = false
        for scalar in text.unicodeScalars where !scalar.isInvisible {
            if scalar.isWhitespace {
                pendingBlank = !result.isEmpty
                continue
            }
            if pendingBlank { result.append(" ") }
            pendingBlank = false
            result.append(meant(scalar))
        }
        return result
    }

    /// Returns what `folded` returns, without the blanks.
    ///
    /// - Complexity: O(n) in the text.
    package static func squeezed(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.lazy
            .filter { !$0.isInvisible && !$0.isWhitespace }
            .map(meant)
    }

    /// The half-width form of a full-width letter or sign, the character that a radical looks like,
    /// or the scalar itself.
    private static func meant(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2E80...0x2FDF: radicals[scalar] ?? scalar
        default: scalar.narrowed
        }
    }

    /// Radicals of characters that deadlines, statuses and titles are made of.
    private static let radicals: [Unicode.Scalar: Unicode.Scalar] = [
        "⼀": "一", "⼆": "二", "⼋": "八", "⼗": "十", "⽇": "日", "⽉": "月", "⽌": "止", "⻓": "长",
        "⼯": "工", "⻩": "黄", "⻘": "青", "⽆": "无",
    ]
}
