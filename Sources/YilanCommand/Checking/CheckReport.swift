internal import Glibc
internal import JSONText
internal import SourceText

/// What `check` prints: every finding, then how many there are.
struct CheckReport {
    /// What was found.
    var findings: DiagnosticBag

    /// The weight of the heaviest finding; nil where nothing was found.
    var worst: Severity? {
        findings.hasErrors ? .error : findings.all.map(\.severity).max()
    }

    /// Returns the report for people.
    func text(in session: Session) -> String {
        let terminal = Terminal(descriptor: STDOUT_FILENO, environment: session.environment)
        let form = DiagnosticText(
            language: session.language,
            columns: terminal.columns ?? 100,
            hasColors: terminal.hasColors
        )
        var text = findings.all.map(form.text).joined()
        if findings.suppressed > 0 { text += form.text(suppressed: findings.suppressed) }
        if !text.isEmpty { text += "\n" }
        return text + counts[session.language] + "\n"
    }

    /// Returns the report for programs: one document.
    func json(language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("errors", count(.error))
        json.member("warnings", count(.warning))
        json.member("notes", count(.note))
        json.member("suppressed", findings.suppressed)
        json.key("findings")
        json.beginArray()
        for finding in findings.all {
            DiagnosticJSON(language: language).write(finding, to: &json)
        }
        json.endArray()
        json.endObject()
        json.endText()
        return json.buffer.bytes
    }

    private func count(_ severity: Severity) -> Int {
        findings.all.count { $0.severity == severity }
    }

    private var counts: Wording {
        if findings.all.isEmpty { return Wording(en: "nothing found", zh: "没有发现问题") }
        func plural(_ count: Int, _ word: String) -> String {
            "\(count) \(word)" + (count == 1 ? "" : "s")
        }
        let english = [
            plural(count(.error), "error"), plural(count(.warning), "warning"),
            plural(count(.note), "note"),
        ]
        return Wording(
            en: english.joined(separator: ", "),
            zh: "错误 \(count(.error)) 个，警告 \(count(.warning)) 个，提示 \(count(.note)) 个"
        )
    }
}
