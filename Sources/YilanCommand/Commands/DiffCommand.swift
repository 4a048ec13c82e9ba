internal import ArgumentParser
internal import Glibc
internal import Yilan

/// `yilan diff`: shows what is different between two tables.
struct DiffCommand: Command {
    static let name = "diff"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "Show what is different between two tables, target by target.",
                zh: "逐项比较两张表的差异。"
            ),
            discussion: Wording(
                en: "The tables may be in different formats; targets are found by their serial. "
                    + "Titles, labels and notes count as far as both files tell them. "
                    + "What spreadsheet programs change on their own is no difference. The exit "
                    + "status is 1 where there is one. With --format json, apply reads the result.",
                zh: "两张表的格式可以不同，按序号对应；标题、栏目名称和表外文字也比较，以两份文件都能记载的为限。电子表格软件自行改动的空白和换行不算差异。"
                    + "有差异时退出状态为 1。--format json 的结果可供 apply 读取。"
            )
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
            en: "Text for people, the corrections as JSON, CSV, or a Markdown table; follows the "
                + "output's extension where it isn't given.",
            zh: "供人看的文字（text）、JSON 更正文件、CSV 或 Markdown 表格；不指定时按输出文件的扩展名。",
            value: "text|json|csv|markdown"
        )
    )
    var format: ChangeFormat?
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "File to write; otherwise the result goes to standard output. With .xlsx it is a "
                + "workbook for review: the changed characters marked, the riskiest changes first.",
            zh: "要写出的文件；不指定时写到标准输出。扩展名为 .xlsx 时写成审阅用的工作簿："
                + "标出改动的字，最要紧的排在前面。",
            value: "output"
        ),
        completion: .file()
    )
    var output: String?
    @OptionGroup var reading: ReadingArguments
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let files = try InputFiles(each: [old, new], reading.choices)
        if let output { try ProtectedFiles([old, new]).check(output) }
        let workbook = try self.workbook
        let format = try listFormat
        var found = DiagnosticBag()
        let (tables, modified) = try files.readEach(keepsLayout: true, reporting: &found) {
            $0.keepsDigest = false
        }
        var findings = DiagnosticBag()
        // A part of the targets doesn't fit the layout of all, which is nobody's concern here.
        for finding in found.all where finding.code != .layoutDropped { findings.report(finding) }
        guard !findings.hasErrors, let before = tables[0], let after = tables[1] else {
            throw CommandFailure(.data, findings)
        }
        let diff = TableDiff(
            from: before,
            to: after,
            comparison: TextComparison(between: files.formats[0], files.formats[1])
        )
        findings.report(contentsOf: diff.diagnostics)
        try session.settle(findings)

        let report = ChangeReport(diff, old: FilePath.shown(old), new: FilePath.shown(new))
        let file: any OutputFile
        if let workbook {
            var options = WritingOptions()
            options.language = common.language ?? .chinese
            options.created = session.environment.date(ofInputs: modified)
            file = try workbook.write(report, options: options, in: session)
        } else {
            let destination = output.map(Destination.init) ?? .standardOutput
            file = try destination.open()
            if format == .text, report.isEmpty {
                let nothing =
                    diff.isEmpty
                    ? Wording(en: "no difference", zh: "没有差异")
                    : Wording(
                        en: "no difference in what could be compared",
                        zh: "可以比较的部分没有差异"
                    )
                try file.write(Array((nothing[session.language] + "\n").utf8))
            } else {
                try file.write(format.bytes(of: report, to: destination, in: session))
            }
        }
        try file.seal()
        try file.publish()
        return diff.isEmpty ? .done : .findings
    }

    /// How a list is printed, where the output is no workbook.
    ///
    /// - Throws: `CommandFailure` where the output's name has an extension that no list has.
    private var listFormat: ChangeFormat {
        get throws(CommandFailure) {
            if let format { return format }
            guard let output, !ReportFile.isWorkbook(named: output) else { return .text }
            return try ChangeFormat.asked(of: output)
        }
    }

    /// The workbook for review; nil where the output is none.
    ///
    /// - Throws: `CommandFailure` where `--format` says that it should be something else.
    private var workbook: ReportFile? {
        get throws(CommandFailure) {
            guard let output, ReportFile.isWorkbook(named: output) else { return nil }
            if let format {
                throw .usage(
                    Wording(
                        en: "\(output) is a workbook, which --format \(format.rawValue) is not",
                        zh: "\(output) 是工作簿，与 --format \(format.rawValue) 矛盾"
                    ),
                    hint: Wording(
                        en: "leave --format out, or give the output another extension",
                        zh: "请去掉 --format，或改用其他扩展名"
                    )
                )
            }
            return try ReportFile(at: output)
        }
    }
}
