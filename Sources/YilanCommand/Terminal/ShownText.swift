/// Text of a file as it may be shown on a terminal.
enum ShownText {
    /// Returns `text` with every character that a terminal would obey made visible.
    ///
    /// Control characters become their pictures (␛ for ESC), and those that turn the direction of
    /// writing become a replacement, so that a file can't make a message say something else. A
    /// line break becomes ↵.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(picture(of: scalar)) }
        return String(result)
    }

    /// Whether a terminal would obey the scalar rather than show it.
    static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// What is shown in place of a scalar; the scalar itself unless it is harmful.
    static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard isHarmful(scalar) else { return scalar }
        switch scalar.value {
        case 0x0A, 0x0D: return "↵"
        case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: return "\u{2421}"
        default: return "\u{FFFD}"
        }
    }

    /// Returns `text` cut to `columns`, with an ellipsis where something was cut.
    static func cut(_ text: String, to columns: Int) -> String {
        guard DisplayWidth.of(text) > columns else { return text }
        var result = String.UnicodeScalarView()
        var width = 1
        for scalar in text.unicodeScalars {
            width += DisplayWidth.of(scalar)
            if width > columns { break }
            result.append(scalar)
        }
        return String(result) + "…"
    }

    /// Returns `text` without blanks at its end.
    static func withoutBlanksAtEnd(_ text: String) -> String {
        // By bytes, in one cut: taking scalars off one by one was 80 % of `summary`.
        guard let last = text.utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
        return String(text[..<text.utf8.index(after: last)])
    }
}
