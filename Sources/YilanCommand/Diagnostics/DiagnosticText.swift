internal import Yilan

/// Findings as people read them.
///
///     table.tsv:7:12: error: serial 141 occurs twice [duplicate-serial]
///       7 | 141 肖友华 …
///         | ^~~
///         = hint: every target needs a serial of its own
struct DiagnosticText {
    /// The language of the messages.
    var language: Language
    /// How wide a source line may be shown, in columns.
    var columns = 100
    /// Whether colours are used.
    var hasColors = false
    /// Whether the target that a finding is about is named, so that the sentence can be sent on: of
    /// blocks side by side, a line holds several.
    var namesTargets = false

    /// Returns the lines that tell a finding, each ended.
    func text(of diagnostic: Diagnostic) -> String {
        let place = Self.place(of: diagnostic)
        let severity = diagnostic.severity.word[language]
        let message = ShownText.harmless(named(diagnostic)[language])
        var text = painted(place + ":", .bold) + " "
        text += painted(severity + ":", Color(diagnostic.severity)) + " "
        text +=
            painted(message, .bold) + target(of: diagnostic) + " [\(diagnostic.code.rawValue)]\n"
        let gutter = String(repeating: " ", count: String(diagnostic.line ?? 0).count + 2)
        if let excerpt = excerpt(of: diagnostic, gutter: gutter.count + 3) {
            let number = String(diagnostic.line ?? 0)
            text += "  \(number) | \(excerpt.line)\n"
            text += "\(gutter) | " + painted(excerpt.marks, .green) + "\n"
        }
        if let hint = diagnostic.hint {
            let word = Wording(en: "hint", zh: "建议")[language]
            text += "\(gutter) = \(word): \(ShownText.harmless(hint[language]))\n"
        }
        return text
    }

    /// The message, with the target that it is about; one about the serial itself names it already.
    private func named(_ diagnostic: Diagnostic) -> Wording {
        guard namesTargets, let serial = diagnostic.serial, diagnostic.field != Field.serial.key
        else {
            return diagnostic.message
        }
        return Wording(
            en: "target \(serial): \(diagnostic.message.english)",
            zh: "第 \(serial) 项：\(diagnostic.message.chinese)"
        )
    }

    /// Returns the line that says how many findings were not shown.
    func text(suppressed count: Int) -> String {
        let message = Self.suppressed(count)[language]
        return "yilan: \(Severity.note.word[language]): \(message)\n"
    }

    /// Says how many findings were not shown.
    static func suppressed(_ count: Int) -> Wording {
        Wording(
            en: count == 1
                ? "1 more finding is not shown" : "\(count) more findings are not shown",
            zh: "另有 \(count) 条未显示"
        )
    }

    /// The place, without a colon at its end: file, line and column, or sheet and cell.
    static func place(of diagnostic: Diagnostic) -> String {
        guard let file = diagnostic.file else { return "yilan" }
        var place = ShownText.harmless(file)
        if let sheet = diagnostic.sheet {
            place += ":" + ShownText.harmless(Phrase.quotation(of: sheet))
            if let cell = diagnostic.cell { place += "!" + cell }
        } else if let line = diagnostic.line {
            place += ":\(line)"
            if let column = diagnostic.column { place += ":\(column)" }
        }
        return place
    }

    /// Which target it is about, where no place tells: ` (serial 141, progress)`.
    private func target(of diagnostic: Diagnostic) -> String {
        guard diagnostic.line == nil, diagnostic.cell == nil, let serial = diagnostic.serial else {
            return ""
        }
        let parts = [serial, diagnostic.field].compactMap(\.self).map(ShownText.harmless)
        return Wording(
            en: " (serial \(list: parts, ", "))",
            zh: "（序号 \(list: parts, "，")）"
        )[language]
    }

    private func excerpt(of diagnostic: Diagnostic, gutter: Int) -> Excerpt? {
        guard let line = diagnostic.excerpt, !line.isEmpty, let column = diagnostic.column else {
            return nil
        }
        return Excerpt(
            of: line,
            column: column - diagnostic.excerptStart,
            span: diagnostic.span,
            columns: max(20, columns - gutter)
        )
    }

    private enum Color: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case cyan = "1;36"
        case green = "1;32"

        init(_ severity: Severity) {
            switch severity {
            case .error: self = .red
            case .warning: self = .yellow
            case .note: self = .cyan
            }
        }
    }

    private func painted(_ text: String, _ color: Color) -> String {
        hasColors ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }
}
