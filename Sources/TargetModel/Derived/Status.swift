internal import SourceText

/// Whether a target goes as planned: what the text of its status means.
public enum Status {
    /// Words that mean yes, as `value(of:)` compares them.
    package static let yesWords = Set(StatusWords.yes)
    /// Words that mean no, as `value(of:)` compares them.
    package static let noWords = Set(StatusWords.no)
    private static let neutralWords = Set(StatusWords.neutral)

    /// The words of the official form: 是, 否.
    package static let officialWords = [officialWord(for: true), officialWord(for: false)]

    /// The word by which the official form says yes or no.
    package static func officialWord(for value: Bool) -> String { value ? "是" : "否" }

    /// Returns true for yes, false for no, nil where the text is blank or says neither clearly.
    ///
    /// The whole text must be one of the words: a percentage, a remark or a colour that differs
    /// from city to city is neither. Of boxes the one that is ticked counts (☑是 □否), and a word
    /// may have a remark in brackets that doesn't take it back (否(受汛期影响)), 是 and 否 also a reason behind a comma. Blanks, invisible characters, full-width forms and
    /// punctuation at the end don't matter.
    /// - Complexity: O(n) in the text.
    public static func value(of text: String) -> Bool? {
        guard let word = word(text) else { return nil }
        return value(ofWord: word) ?? choice(word).flatMap(value(ofWord:)) ?? remarked(word)
            ?? explained(word)
    }

    private static func value(ofWord word: String) -> Bool? {
        if yesWords.contains(word) { return true }
        return noWords.contains(word) ? false : nil
    }

    /// The word whose box is ticked: 是 of ☑是 □否, of 是☑ 否□ too; nil where not exactly one is.
    private static func choice(_ word: String) -> String? {
        let isTickBehind = word.unicodeScalars.last.map { boxes[$0] != nil } ?? false
        let scalars = isTickBehind ? word.unicodeScalars.reversed() : Array(word.unicodeScalars)
        var options: [(isTicked: Bool, word: [Unicode.Scalar])] = []
        for scalar in scalars {
            if let isTicked = boxes[scalar] {
                options.append((isTicked, []))
            } else if options.isEmpty {
                return nil
            } else {
                options[options.count - 1].word.append(scalar)
            }
        }
        let ticked = options.filter(\.isTicked)
        guard options.count > 1, ticked.count == 1, options.allSatisfy({ !$0.word.isEmpty }) else {
            return nil
        }
        let letters = isTickBehind ? ticked[0].word.reversed() : ticked[0].word
        return String(scalars: letters)
    }

    /// What a word means whose remark in brackets doesn't take it back: 否(受汛期影响).
    private static func remarked(_ word: String) -> Bool? {
        guard word.last == ")", let open = word.firstIndex(of: "("),
            let value = value(ofWord: String(word[..<open]))
        else { return nil }
        let remark = String(word[open...].dropFirst().dropLast())
        guard !remark.isEmpty, !remark.contains(where: { "()".contains($0) }),
            self.value(ofWord: remark) ?? value == value,
            !value || !StatusWords.doubts.contains(where: remark.contains)
        else { return nil }
        return value
    }

    /// What 是, 否, √ or × means that goes on with a reason: 否，预计12月完成.
    ///
    /// Longer words may begin a report: 已完成，新建5公里.
    private static func explained(_ word: String) -> Bool? {
        let scalars = word.unicodeScalars
        guard scalars.count > 2, let sign = scalars.dropFirst().first,
            ",;:。".unicodeScalars.contains(sign),
            let value = value(ofWord: String(word.prefix(1)))
        else { return nil }
        return !value || !StatusWords.doubts.contains(where: word.contains) ? value : nil
    }

    /// Boxes, and whether they are ticked.
    private static let boxes: [Unicode.Scalar: Bool] = [
        "☑": true, "☒": true, "√": true, "✓": true, "✔": true, "■": true,
        "□": false, "☐": false,
    ]

    /// Whether a text is a status that says neither yes nor no: 基本完成, 黄灯, a dash.
    ///
    /// A blank is none: it says nothing of its column.
    /// - Complexity: O(n) in the text.
    public static func isKnownNeutral(_ text: String) -> Bool {
        guard let word = word(text) else { return false }
        return neutralWords.contains(word) || word.unicodeScalars.allSatisfy(isDash)
    }

    /// What a text says of its column where each of several columns is a status: √ below 已完成.
    package static func mark(_ text: String) -> Ticks.Mark? {
        guard let word = word(text) else { return nil }
        if StatusWords.ticks.contains(word) { return .tick }
        if StatusWords.circles.contains(word) { return .circle }
        return StatusWords.crosses.contains(word) || word.unicodeScalars.allSatisfy(isDash)
            ? .cross : nil
    }

    /// The text as it is compared; nil where nothing is left, or where it is too long for a word.
    private static func word(_ text: String) -> String? {
        guard text.utf8.count <= 200, mayBeWord(text.utf8.span) else { return nil }
        var scalars = TextFolding.squeezed(text).filter { !isVariationSelector($0) }
        while let last = scalars.last, punctuation.contains(last) { scalars.removeLast() }
        guard !scalars.isEmpty else { return nil }
        return String(scalars: scalars).lowercased()
    }

    /// Whether a text (UTF-8) has no more ideographs than a word before what may open a remark, and no
    /// box: of reports, most have.
    private static func mayBeWord(_ text: Span<UInt8>) -> Bool {
        var ideographs = 0
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "("), 0xE2, 0xEF: return true
            case 0xE4...0xE9: ideographs += 1
            default: break
            }
            if ideographs > longest { return false }
        }
        return true
    }

    /// How many scalars the longest word has.
    private static let longest =
        (StatusWords.yes + StatusWords.no + StatusWords.neutral)
        .map { $0.unicodeScalars.count }.max() ?? 0

    /// ✓ may be followed by one that asks for a picture or a plain sign.
    private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        (0xFE00...0xFE0F).contains(scalar.value)
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .dashPunctuation || scalar == "─" || scalar == "/"
    }

    private static let punctuation: [Unicode.Scalar] = [
        "。", ".", ",", "、", ";", ":", "!", "｡", "､",
    ]
}
