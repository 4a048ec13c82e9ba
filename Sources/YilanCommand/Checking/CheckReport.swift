internal import Glibc
internal import Yilan

/// What `check` prints: the findings, the surest first, then how many there are and what was read.
struct CheckReport {
    /// Everything that was found.
    var findings: DiagnosticBag
    /// What is shown of it, in the order of the checks.
    var shown: [Diagnostic]
    /// How many findings were left out because somebody has accepted them.
    var accepted = 0
    /// How many targets were read; nil where the inputs are no table.
    var targets: Int?

    /// What is shown, errors first, then warnings, then notes; in each the order of the checks.
    var ordered: [Diagnostic] {
        Severity.surestFirst(shown).map(\.asShown)
    }

    /// The weight of the heaviest finding; nil where nothing was found.
    var worst: Severity? {
        findings.hasErrors ? .error : shown.map(\.severity).max()
    }

    /// Returns the report for people.
    func text(in session: Session) -> String {
        let terminal = Terminal(descriptor: STDOUT_FILENO, environment: session.environment)
        let form = DiagnosticText(
            language: session.language,
            columns: terminal.columns ?? 100,
            hasColors: terminal.hasColors,
            namesTargets: true
        )
        var text = ordered.map(form.text).joined()
        if findings.suppressed > 0 { text += form.text(suppressed: findings.suppressed) }
        if !text.isEmpty { text += "\n" }
        for line in [counts] + (targets.map { [Self.scope($0)] } ?? []) {
            let said = line[session.language]
            guard let columns = terminal.columns else {
                text += said + "\n"
                continue
            }
            text += LineWrapping.lines(of: said, columns: columns).map { $0 + "\n" }.joined()
        }
        return text
    }

    /// Returns the report for programs: one document.
    func json(language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("format", "yilan-findings/1")
        json.member("errors", count(.error))
        json.member("warnings", count(.warning))
        json.member("notes", count(.note))
        json.member("suppressed", findings.suppressed)
        json.member("accepted", accepted)
        json.member("targets", targets)
        json.member("findings", each: ordered) { finding, json in
            DiagnosticJSON(language: language).write(finding, to: &json)
        }
        json.endObject()
        json.endText()
        return json.buffer.bytes
    }

    private func count(_ severity: Severity) -> Int {
        shown.count { $0.severity == severity }
    }

    private var counts: Wording {
        let acceptedPart = Wording(
            en: accepted > 0 ? "; \(accepted) accepted" : "",
            zh: accepted > 0 ? "；已认可 \(accepted) 个" : ""
        )
        guard !shown.isEmpty else {
            return Wording(
                en: "nothing found\(acceptedPart)",
                zh: "没有发现问题\(acceptedPart)"
            )
        }
        func plural(_ count: Int, _ word: String) -> String {
            "\(count) \(word)" + (count == 1 ? "" : "s")
        }
        let english = [
            plural(count(.error), "error"), plural(count(.warning), "warning"),
            plural(count(.note), "note"),
        ]
        return Wording(
            en: "\(list: english, ", ")\(acceptedPart)",
            zh: "错误 \(count(.error)) 个，警告 \(count(.warning)) 个，提示 \(count(.note)) 个"
                + "\(acceptedPart)"
        )
    }

    /// What was read, and what no program can check.
    private static func scope(_ targets: Int) -> Wording {
        Wording(
            en:
                "\(targets) target\(targets == 1 ? "" : "s") read. Not checked: whether figures are "
                + "true, and names that stand only once are spelled right.",
            zh: "共检查 \(targets) 项目标。不检查：数字是否属实、只出现一次的名称有无错字。"
        )
    }
}
