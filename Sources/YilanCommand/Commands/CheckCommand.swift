internal import ArgumentParser
internal import JSONText
internal import SourceText
internal import Yilan

/// `yilan check`: reports everything that is wrong in tables, or looks like a slip.
struct CheckCommand: Command {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Wording(
                en: "Report what is wrong in tables, or looks like a slip.",
                zh: "检查表格中的错误和疑似笔误。"
            ).spoken,
            discussion: Wording(
                en: "The exit status is 1 where an error was found, or with --strict a warning. "
                    + "Nothing is changed.",
                zh: "发现错误（加 --strict 时包括警告）时退出状态为 1。不会改动任何文件。"
            ).spoken
        )
    }

    @OptionGroup var input: InputOptions
    @Option(
        help: ArgumentHelp(
            en: "Text for people, or one JSON document for programs.",
            zh: "供人看的文字（text），或供程序用的 JSON 文档。",
            value: "text|json"
        )
    )
    var format: ReportFormat = .text
    @Flag(
        help: ArgumentHelp(
            en: "Let a warning, too, make the exit status 1.",
            zh: "有警告时退出状态也为 1。"
        )
    )
    var strict = false
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let files = try InputFiles(input.inputs, input.reading)
        var findings = DiagnosticBag()
        let content = try files.read(
            keepsLayout: false,
            progress: ProgressLine(session: session, isQuiet: common.quiet),
            reporting: &findings
        )
        if let table = content.table {
            Checks.run(on: table, reporting: &findings)
        }
        let report = CheckReport(findings: findings)
        switch format {
        case .text: try session.printResult(report.text(in: session))
        case .json: try session.printResult(report.json(language: session.language))
        }
        guard content.table != nil else { return .data }
        return report.worst.map { $0 >= (strict ? .warning : .error) } == true ? .findings : .done
    }
}
