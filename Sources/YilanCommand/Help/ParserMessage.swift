internal import Yilan

/// What the argument parser says of a wrong command line, in every language that yilan speaks.
///
/// The parser speaks English only and tells no more than its sentences; those that users meet are
/// known here, others are shown as they are.
enum ParserMessage {
    /// Returns the parser's message as a wording.
    ///
    /// A list that the parser puts on lines of its own becomes one between commas.
    static func wording(of message: String) -> Wording {
        let message = message.replacing(" the following:\n  - ", with: " ").replacing(
            "\n  - ",
            with: ", "
        )
        for pattern in patterns {
            guard let parts = match(message, pattern.english) else { continue }
            var chinese = pattern.chinese
            for (index, part) in parts.enumerated() {
                chinese = replacing("%\(index + 1)", in: chinese, by: inChinese(part))
            }
            return Wording(english: lowercasedStart(message), chinese: chinese)
        }
        return Wording(verbatim: "\(lowercasedStart(message))")
    }

    /// The value that was meant, where the message tells of one that is hardly different from one of
    /// those that there are.
    static func meantValue(in message: String) -> String? {
        let pattern = "The value '%' is invalid for '%'. Please provide one of %"
        guard let parts = match(message, pattern) else { return nil }
        // Several types list theirs in quotes, and the words between them are none.
        let pieces = parts[2].split(separator: "'", omittingEmptySubsequences: false)
        let quoted = pieces.indices.filter { $0 % 2 == 1 }.map { pieces[$0] }
        let bare = parts[2].split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        let values = quoted.isEmpty ? bare.map(String.init) : quoted.map(String.init)
        return Misspelling.correction(of: parts[0], among: values)
    }

    /// A sentence of the parser with `%` for what varies, and what it is in Chinese.
    private struct Pattern {
        var english: String
        var chinese: String
    }

    private static let patterns = [
        Pattern(
            english: "Unknown option '%'. Did you mean '%'?",
            chinese: "没有选项 %1，是不是 %2？"
        ),
        Pattern(english: "Unknown option '%'", chinese: "没有选项 %1"),
        Pattern(english: "Missing value for '%'", chinese: "%1 缺少值"),
        Pattern(english: "Missing expected argument '%'", chinese: "缺少 %1"),
        Pattern(english: "Missing one of: '%'", chinese: "缺少其中之一：%1"),
        Pattern(
            english: "The option '%' does not take any value, but '%' was specified.",
            chinese: "选项 %1 不带值，但给出了 %2"
        ),
        Pattern(english: "Unexpected argument '%'", chinese: "多余的参数 %1"),
        Pattern(english: "% unexpected arguments: '%'", chinese: "有 %1 个多余的参数：%2"),
        Pattern(
            english: "The value '%' is invalid for '%'. Please provide one of %.",
            chinese: "%2 的值不能是 %1，应为 %3 之一"
        ),
        Pattern(
            english: "The value '%' is invalid for '%'. Please provide one of %",
            chinese: "%2 的值不能是 %1，应为下列之一：%3"
        ),
        Pattern(english: "The value '%' is invalid for '%'", chinese: "%2 的值不能是 %1"),
        Pattern(
            english: "Value to be set with % had already been set with %",
            chinese: "%1 与 %2 不能同时使用"
        ),
    ]

    /// What stands for each `%` of a pattern; nil where the text is not so.
    private static func match(_ text: String, _ pattern: String) -> [String]? {
        let fixed = pattern.split(separator: "%", omittingEmptySubsequences: false)
        guard let first = fixed.first, let last = fixed.last, text.hasPrefix(first) else {
            return nil
        }
        var rest = text.dropFirst(first.count)
        var parts: [String] = []
        for piece in fixed.dropFirst().dropLast() {
            guard let place = rest.firstRange(of: piece) else { return nil }
            parts.append(String(rest[..<place.lowerBound]))
            rest = rest[place.upperBound...]
        }
        guard fixed.count > 1, rest.hasSuffix(last) else { return nil }
        parts.append(String(rest.dropLast(last.count)))
        return parts
    }

    /// The words that join the members of a list.
    private static func inChinese(_ part: String) -> String {
        var text = part
        for word in ["' and '", "' or '", "', '"] {
            while let place = text.firstRange(of: word) { text.replaceSubrange(place, with: "、") }
        }
        return text.hasPrefix("'") && text.hasSuffix("'") && text.count > 1
            ? String(text.dropFirst().dropLast()) : text
    }

    private static func replacing(_ mark: String, in text: String, by part: String) -> String {
        guard let place = text.firstRange(of: mark) else { return text }
        return text[..<place.lowerBound] + part + text[place.upperBound...]
    }

    /// Messages of yilan begin with a small letter.
    private static func lowercasedStart(_ message: String) -> String {
        guard let first = message.first else { return message }
        return first.lowercased() + message.dropFirst()
    }
}
