/// Breaks text into lines of a terminal.
enum LineWrapping {
    /// Returns lines of at most `columns`, where that is possible.
    ///
    /// Between Chinese characters a line may end anywhere, but no line begins with a closing mark
    /// and none ends with an opening one; words of letters stay whole unless a line can't hold
    /// one. Blanks at a break are dropped.
    /// - Complexity: O(n) in the text.
    static func lines(of text: String, columns: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { wrapped(paragraph: $0, columns: max(columns, 2)) }
    }

    private static func wrapped(paragraph: Substring, columns: Int) -> [String] {
        guard DisplayWidth.of(paragraph) > columns else {
            return [ShownText.withoutBlanksAtEnd(String(paragraph))]
        }
        var lines: [String] = []
        var line = ""
        var width = 0
        for piece in pieces(of: paragraph) {
            // Blanks behind a word may stand in the margin.
            let wordWidth = DisplayWidth.of(ShownText.withoutBlanksAtEnd(piece))
            if width > 0, width + wordWidth > columns {
                lines.append(ShownText.withoutBlanksAtEnd(line))
                line = ""
                width = 0
            }
            if width == 0, wordWidth > columns {
                let cut = cut(piece, columns: columns)
                lines += cut.dropLast()
                line = cut.last ?? ""
                width = DisplayWidth.of(line)
            } else {
                line += piece
                width += DisplayWidth.of(piece)
            }
        }
        lines.append(ShownText.withoutBlanksAtEnd(line))
        return lines
    }

    /// What may not be broken: a word with the blanks behind it, a Chinese character with the
    /// closing marks behind it and the opening ones before it.
    private static func pieces(of text: Substring) -> [String] {
        var pieces: [String] = []
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if let before = previous, !mayBreak(between: before, and: scalar) {
                pieces[pieces.count - 1].unicodeScalars.append(scalar)
            } else {
                pieces.append(String(Character(scalar)))
            }
            previous = scalar
        }
        return pieces
    }

    private static func mayBreak(
        between before: Unicode.Scalar,
        and after: Unicode.Scalar
    ) -> Bool {
        if after == " " || DisplayWidth.of(after) == 0 || closing.contains(after) { return false }
        if before == " " { return true }
        if opening.contains(before) { return false }
        return DisplayWidth.of(before) == 2 || DisplayWidth.of(after) == 2
    }

    private static func cut(_ piece: String, columns: Int) -> [String] {
        var parts = [""]
        var width = 0
        for scalar in piece.unicodeScalars {
            let widthOfScalar = DisplayWidth.of(scalar)
            if width + widthOfScalar > columns, width > 0 {
                // A closing mark takes the character before it along.
                var carried = String.UnicodeScalarView()
                if closing.contains(scalar), parts[parts.count - 1].unicodeScalars.count > 1 {
                    carried.append(parts[parts.count - 1].unicodeScalars.removeLast())
                }
                parts.append(String(carried))
                width = DisplayWidth.of(parts[parts.count - 1])
            }
            parts[parts.count - 1].unicodeScalars.append(scalar)
            width += widthOfScalar
        }
        return parts
    }

    private static let closing = Set(
        ")]},.;:!?%、。，；：！？）】》」』”’…％〉〕".unicodeScalars
    )
    private static let opening = Set("([{“‘（【《「『〈〔".unicodeScalars)
}
