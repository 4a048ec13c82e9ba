internal import Yilan

extension FilePath {
    /// A text for people in which names that are no UTF-8 may stand: they are read as the Chinese
    /// names that they most likely are (GB 18030); of other names the bytes are shown (`\xE9`).
    ///
    /// - Complexity: O(n) in the characters.
    static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isStandIn) else { return text }
        var result = ""
        var name = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if endsName(scalar) {
                result += readable(name)
                result.unicodeScalars.append(scalar)
                name = .init()
            } else {
                name.append(scalar)
            }
        }
        return result + readable(name)
    }

    /// Whether a character can't be a part of a name that is no UTF-8.
    ///
    /// No byte of a Chinese character in GB 18030 looks like one of these; two of its bytes may
    /// look like one character of UTF-8, but hardly ever like one of three bytes, as all are that
    /// are above U+07FF.
    private static func endsName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "/", "\"", "'", "\t", "\n": true
        default: scalar.value >= 0x800 && !isStandIn(scalar)
        }
    }

    private static func readable(_ name: String.UnicodeScalarView) -> String {
        guard name.contains(where: isStandIn) else { return String(name) }
        let bytes = bytes(of: String(name))
        if let text = TextEncoding(.gb18030).string(bytes) { return text }
        return name.map { scalar in
            guard isStandIn(scalar) else { return String(scalar) }
            return "\\x" + String(scalar.value & 0xFF, radix: 16, uppercase: true)
        }
        .joined()
    }
}

extension Diagnostic {
    /// The finding with names of files as people read them.
    var withReadableNames: Diagnostic {
        var readable = self
        readable.file = file.map(FilePath.shown)
        readable.message = message.map(FilePath.shown)
        readable.hint = hint.map { $0.map(FilePath.shown) }
        return readable
    }
}

extension Wording {
    /// The wording with the text in every language changed by `change`.
    fileprivate func map(_ change: (String) -> String) -> Wording {
        Wording(english: change(english), chinese: change(chinese))
    }
}
