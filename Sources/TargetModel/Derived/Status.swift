/// Whether a target goes as planned: what the text of its status means.
public enum Status {
    /// Words that mean yes, as `value(of:)` compares them.
    package static let yesWords = Set(StatusWords.yes)
    /// Words that mean no, as `value(of:)` compares them.
    package static let noWords = Set(StatusWords.no)
    private static let neutralWords = Set(StatusWords.neutral)

    /// Returns true for yes, false for no, nil where the text is blank or says neither clearly.
    ///
    /// The whole text must be one of the words: a percentage, a remark or a colour that differs
    /// from city to city is neither. Blanks, invisible characters, full-width forms and punctuation
    /// at the end don't matter.
    /// - Complexity: O(n) in the text.
    public static func value(of text: String) -> Bool? {
        guard let word = word(text) else { return nil }
        if yesWords.contains(word) { return true }
        return noWords.contains(word) ? false : nil
    }

    /// Whether a text is a status that says neither yes nor no: 基本完成, 黄灯, a dash.
    ///
    /// A blank is none: it says nothing of its column.
    /// - Complexity: O(n) in the text.
    public static func isKnownNeutral(_ text: String) -> Bool {
        guard let word = word(text) else { return false }
        return neutralWords.contains(word) || word.unicodeScalars.allSatisfy(isDash)
    }

    /// The text as it is compared; nil where nothing is left, or where it is too long for a word.
    private static func word(_ text: String) -> String? {
        guard text.utf8.count <= 200 else { return nil }
        var scalars = TextFolding.squeezed(text).filter { !isVariationSelector($0) }
        while let last = scalars.last, punctuation.contains(last) { scalars.removeLast() }
        guard !scalars.isEmpty else { return nil }
        return String(String.UnicodeScalarView(scalars)).lowercased()
    }

    /// ✓ may be followed by one that asks for a picture or a plain sign.
    private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        (0xFE00...0xFE0F).contains(scalar.value)
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .dashPunctuation || scalar == "─" || scalar == "/"
    }

    private static let punctuation: Set<Unicode.Scalar> = [
        "。", ".", ",", "、", ";", ":", "!", "｡", "､",
    ]
}
