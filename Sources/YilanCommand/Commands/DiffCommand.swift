internal import ArgumentParser
internal import Glibc
internal import SourceText
internal import TargetFormats
internal import TargetModel
internal import Yilan

/// `yilan diff`: shows what is different between two tables.
struct DiffCommand: Command {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff",
            abstract: Wording(
                en: "Show what is different between two tables, target by target.",
                zh: "逐项比较两张表的差异。"
            ).spoken,
            discussion: Wording(
                en: "The tables may be in different formats; targets are found by their serial. "
                    + "What spreadsheet programs change on their own is no difference. The exit "
                    + "status is 1 where there is one. With --format json, apply reads the result.",
                zh: "两张表的格式可以不同，按序号对应。电子表格软件自行改动的空白和换行不算差异。"
                    + "有差异时退出状态为 1。--format json 的结果可供 apply 读取。"
            ).spoken
        )
    }

    @Argument(
        help: ArgumentHelp(en: "The table as it was.", zh: "原来的表。", value: "old"),
        completion: .file()
    )
    var old: String
    @Argument(
        help: ArgumentHelp(en: "The table as it is.", zh: "现在的表。", value: "new"),
        completion: .file()
    )
    var new: String
    @Option(
        help: ArgumentHelp(
            en: "Text for people, the corrections as JSON, CSV, or a Markdown table.",
            zh: "供人看的文字（text）、JSON 更正文件、CSV 或 Markdown 表格。",
            value: "text|json|csv|markdown"
        )
    )
    var format: ChangeFormat = .text
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "File to write; otherwise the result goes to standard output.",
            zh: "要写出的文件；不指定时写到标准输出。",
            value: "output"
        ),
        completion: .file()
    )
    var output: String?
    @OptionGroup var reading: ReadingArguments
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let files = try InputFiles([old, new], reading)
        if let output { try ProtectedFiles([old, new]).check(output) }
        var findings = DiagnosticBag()
        let tables = try files.readEach(keepsLayout: false, reporting: &findings)
        guard !findings.hasErrors, let before = tables[0], let after = tables[1] else {
            try session.settle(findings)
            throw CommandFailure(.data, [])
        }
        let diff = TableDiff(
            from: before,
            to: after,
            comparison: TextComparison(between: files.formats[0], files.formats[1])
        )
        findings.report(contentsOf: diff.diagnostics)
        try session.settle(findings)

        let report = ChangeReport(diff, old: FilePath.shown(old), new: FilePath.shown(new))
        let destination = output.map(Destination.init) ?? .standardOutput
        let file = try destination.open()
        try file.write(format.bytes(of: report, to: destination, in: session))
        try file.seal()
        try file.publish()
        return diff.isEmpty ? .done : .findings
    }
}
