internal import ArgumentParser
internal import Glibc
internal import SourceText
internal import TargetFormats
internal import TargetModel
internal import Yilan

/// `yilan apply`: puts corrections into the official table, changing the corrected cells alone.
struct ApplyCommand: Command {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "apply",
            abstract: Wording(
                en: "Put corrections into the official table.",
                zh: "把更正写回官方表格。"
            ).spoken,
            discussion: Wording(
                en: "Corrections are tables that came back changed, or lists that diff wrote. Each "
                    + "changed cell is changed in the official table, and nothing else. Without -o "
                    + "or --in-place it is only shown what would change. Where there is a conflict "
                    + "nothing is written and the exit status is 1.",
                zh: "更正可以是改过的表格，也可以是 diff 写出的更正文件。只改动有更正的单元格，其余字节不变。"
                    + "不指定 -o 或 --in-place 时，只显示将要做的改动。有冲突时不写出任何文件，退出状态为 1。"
            ).spoken
        )
    }

    @Argument(
        help: ArgumentHelp(
            en: "Files with corrections.",
            zh: "含有更正的文件。",
            value: "corrections"
        ),
        completion: .file()
    )
    var corrections: [String]
    @Option(
        help: ArgumentHelp(
            en: "The official table.",
            zh: "官方表格。",
            value: "official.tsv"
        ),
        completion: .file()
    )
    var to: String
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "File to write; - is standard output.",
            zh: "要写出的文件；- 表示标准输出。",
            value: "new.tsv"
        ),
        completion: .file()
    )
    var output: String?
    @Flag(
        help: ArgumentHelp(
            en: "Write the official table itself.",
            zh: "直接改写官方表格文件。"
        )
    )
    var inPlace = false
    @OptionGroup var rules: CorrectionOptions
    @Option(
        help: ArgumentHelp(
            en: "Write the list of changes, too: .md, .json, .csv, .xlsx or .txt.",
            zh: "同时写出改动清单：.md、.json、.csv、.xlsx 或 .txt。",
            value: "report"
        ),
        completion: .file()
    )
    var report: String?
    @OptionGroup var reading: ReadingArguments
    @OptionGroup var common: CommonOptions

    /// Refuses what contradicts itself.
    func validate() throws {
        if inPlace, output != nil {
            throw ValidationError(
                Wording(
                    en: "-o and --in-place exclude each other",
                    zh: "-o 与 --in-place 不能同时使用"
                ).spoken
            )
        }
        if inPlace, to == "-" {
            throw ValidationError(
                Wording(
                    en: "standard input can't be written in place",
                    zh: "标准输入不能用 --in-place 改写"
                ).spoken
            )
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let inputs = try CorrectionFiles(self)
        let protected = ProtectedFiles(inputs.paths)
        let reportFile = try report.map(ReportFile.init)
        if let report { try protected.check(report) }
        if let output, output != "-" {
            try protected.check(output)
            try Self.checkFormat(ofOutput: output)
            if let report, FileIdentity.areSame(report, output) {
                throw CommandFailure(
                    .usage,
                    "output-is-report",
                    Wording(
                        en: "the corrected table and the report can't be one file",
                        zh: "更正后的表格和改动报告不能是同一个文件"
                    ),
                    hint: Wording(
                        en: "give the report another name",
                        zh: "请为报告换一个名称"
                    ),
                    file: report
                )
            }
        }

        var findings = DiagnosticBag()
        let read = try inputs.read(reporting: &findings)
        guard let read, !findings.hasErrors else {
            try session.settle(findings)
            throw CommandFailure(.data, [])
        }
        let plan = ApplyPlan(
            official: read.table,
            sources: read.sources,
            options: rules.options(base: read.base)
        )
        findings.report(contentsOf: plan.diagnostics)
        let showsPlan = output == nil && !inPlace
        if !findings.hasErrors {
            for note in plan.notesOnNothing(to) { findings.report(note) }
        }
        if showsPlan {
            try session.printResult(
                ChangeFormat.text.bytes(
                    of: ChangeReport(plan),
                    to: .standardOutput,
                    in: session
                )
            )
        }
        if !showsPlan || session.diagnosticsFormat == .json {
            session.show(plan.openConflicts + plan.decidedConflicts)
        }
        try session.settle(findings)
        if plan.hasOpenConflicts { return .findings }
        if rules.strict, findings.warningCount > 0 {
            session.show([.strictRefusal(findings.warningCount, to)])
            return .findings
        }

        var outputs: [any OutputFile] = []
        let bytes = try corrected(read.file, plan, inputs.officialOptions)
        if !showsPlan, !(inPlace && plan.changesNothing) {
            let file = try Destination(output ?? to).open()
            try file.write(bytes)
            outputs.append(file)
        }
        if let reportFile {
            var options = WritingOptions()
            options.language = common.language ?? .chinese
            options.created = session.environment.date(ofInputs: read.modified)
            outputs.append(try reportFile.write(ChangeReport(plan), options: options, in: session))
        }
        for file in outputs { try file.seal() }
        for file in outputs { try file.publish() }
        return .done
    }

    /// What is written is the official table, and must not be called something else.
    private static func checkFormat(ofOutput path: String) throws(CommandFailure) {
        guard let format = TargetFormat.ofFile(named: path), !format.has(.official)
        else { return }
        throw CommandFailure(
            .usage,
            "official-output",
            Wording(
                en: "apply writes the official table (tsv); \(path) is called \(format.name)",
                zh: "apply 写出的是官方表格（tsv），而 \(path) 的扩展名表示 \(format.name)"
            ),
            hint: Wording(
                en: "write it as .tsv, and convert that where another format is wanted",
                zh: "请写成 .tsv；需要其他格式时再用 convert 转换"
            ),
            file: path
        )
    }

    /// The corrected file; made even where it is only shown what would change, so that a text
    /// that can't be written is told of in time.
    private func corrected(
        _ file: InputFile,
        _ plan: ApplyPlan,
        _ options: ReadingOptions
    ) throws(CommandFailure) -> [UInt8] {
        do {
            return try plan.bytes(correcting: file, options: options)
        } catch {
            throw CommandFailure(error, output: output ?? to)
        }
    }
}
