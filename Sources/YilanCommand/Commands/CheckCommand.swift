internal import ArgumentParser
internal import Yilan

/// `yilan check`: reports everything that is wrong in tables, or looks like a slip.
struct CheckCommand: Command {
    static let name = "check"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "Report what is wrong in tables, or looks like a slip.",
                zh: "检查表格中的错误和疑似笔误。"
            ),
            discussion: Wording(
                en: "The exit status is 1 where an error was found, or with --strict a warning. "
                    + "Nothing is changed.",
                zh: "发现错误（加 --strict 时包括警告）时退出状态为 1。不会改动任何文件。"
            )
        )
    }

    @OptionGroup var input: InputOptions
    @Option(
        help: ArgumentHelp(
            en: "Text for people, JSON or SARIF for programs, annotations for code review.",
            zh: "供人看的文字（text），供程序用的 JSON 或 SARIF，供代码评审用的注记（annotations）。",
            value: "text|json|sarif|annotations"
        )
    )
    var format: CheckFormat = .text
    @Flag(
        help: ArgumentHelp(
            en: "Let a warning, too, make the exit status 1.",
            zh: "有警告时退出状态也为 1。"
        )
    )
    var strict = false
    @OptionGroup var selection: FindingSelection
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        try selection.checkCodes()
        let files = try InputFiles(input.inputs, input.reading.choices)
        // What is accepted is known among all findings, not among those that would be shown.
        let isWhole = selection.baseline != nil
        var findings = DiagnosticBag(holdsAll: isWhole)
        let content = try files.read(
            keepsLayout: false,
            progress: ProgressLine(session: session, isQuiet: common.quiet),
            reporting: &findings,
            adjusting: { $0.keepsTotals = true }
        )
        if let table = content.table {
            Checks.run(on: table, isWhole: isWhole, reporting: &findings)
        }
        let report = try report(of: findings, content.table)
        switch format {
        case .text: try session.printResult(report.text(in: session))
        case .json: try session.printResult(report.json(language: session.language))
        case .sarif: try session.printResult(report.sarif(language: session.language))
        case .annotations: try session.printResult(report.annotations(language: session.language))
        }
        guard content.table != nil else { return .data }
        return report.worst.map { $0 >= (strict ? .warning : .error) } == true ? .findings : .done
    }

    /// What is reported of the findings; those of `--update-baseline` are written and accepted.
    private func report(
        of findings: DiagnosticBag,
        _ table: TargetTable?
    ) throws -> CheckReport {
        var accepted = try selection.accepted(upTo: input.reading.maxInputSize)
        let selected = findings.all.filter(selection.selects)
        guard let table else { return CheckReport(findings: findings, shown: selected) }
        if selection.updateBaseline, let path = selection.baseline {
            accepted = AcceptedFindings(selected.filter { $0.severity < .error }, about: table)
            try write(accepted, to: path)
        }
        let left = accepted.unaccepted(selected, about: table)
        let shown =
            selection.baseline == nil ? findings : Checks.shortened(left, in: table)
        return CheckReport(
            findings: shown,
            shown: selection.baseline == nil ? left : shown.all,
            accepted: selected.count - left.count,
            targets: table.count
        )
    }

    private func write(_ accepted: AcceptedFindings, to path: String) throws {
        try ProtectedFiles(input.inputs).check(path)
        var json = JSONWriter()
        accepted.encode(to: &json)
        json.endText()
        let file = try Destination(path).open()
        try file.write(json.buffer.bytes)
        try file.seal()
        try file.publish()
    }
}
