internal import ArgumentParser
internal import Glibc
internal import Yilan

/// `yilan apply`: puts corrections into the official table, changing the corrected cells alone.
struct ApplyCommand: Command {
    static let name = "apply"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "Put corrections into the official table.",
                zh: "把更正写回官方表格。"
            ),
            discussion: Wording(
                en: "Corrections are tables that came back changed, or lists that diff wrote. Each "
                    + "changed cell is changed in the official table, and nothing else. Without -o "
                    + "or --in-place it is only shown what would change. Where there is a conflict "
                    + "nothing is written and the exit status is 1.",
                zh: "更正可以是改过的表格，也可以是 diff 写出的更正文件。只改动有更正的单元格，其余字节不变。"
                    + "不指定 -o 或 --in-place 时，只显示将要做的改动。有冲突时不写出任何文件，退出状态为 1。"
            )
        )
    }

    @Argument(
        help: ArgumentHelp(
            en: "Files with corrections; none are needed where targets are only deleted.",
            zh: "含有更正的文件；只用 --delete 删除目标时可以不写。",
            value: "corrections"
        ),
        completion: .file()
    )
    var given: [GivenPaths] = []
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
            en:
                "Write the list of changes and open conflicts, too: .md, .json, .csv, .xlsx or .txt.",
            zh: "同时写出改动和未决冲突的清单：.md、.json、.csv、.xlsx 或 .txt。",
            value: "report"
        ),
        completion: .file()
    )
    var report: String?
    @Option(
        help: ArgumentHelp(
            en: "What is printed: text for people, or one JSON document that tells the outcome "
                + "(yilan schema outcome).",
            zh: "输出供人看的文字（text），还是一个说明结果的 JSON 文档（json，见 yilan schema outcome）。",
            value: "text|json"
        )
    )
    var format: ReportFormat = .text
    @OptionGroup var reading: ReadingArguments
    @OptionGroup var common: CommonOptions

    /// The paths of the files with corrections.
    var corrections: [String] { given.paths }

    /// Refuses what contradicts itself.
    func validate() throws {
        if corrections.isEmpty, rules.delete.isEmpty {
            throw ValidationError(
                Wording(
                    en: "missing expected argument '<corrections> ...'",
                    zh: "缺少 <corrections> ..."
                ).spoken
            )
        }
        if inPlace, output != nil {
            throw ValidationError(
                Wording(
                    en: "-o and --in-place exclude each other",
                    zh: "-o 与 --in-place 不能同时使用"
                ).spoken
            )
        }
        if format == .json, output == "-" || report == "-" {
            throw ValidationError(
                Wording(
                    en: "--format json prints the outcome on standard output; give the other output"
                        + " a name",
                    zh: "--format json 要在标准输出上给出结果，请为另一个输出指定文件名"
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
        let reportFile = try report.map(ReportFile.init)
        let inputs: CorrectionFiles
        do throws(CommandFailure) {
            inputs = try CorrectionFiles(self)
        } catch {
            try removeStale(reportFile)
            try printOutcome(of: error, nil, DiagnosticBag(), session)
            throw error
        }
        try checkOutputs(ProtectedFiles(inputs.paths))
        try reportFile?.removeEarlier()
        do {
            var files = try inputs.open()
            guard inPlace else {
                return try correct(&files, inputs, reportFile, session) ?? .done
            }
            return try InPlaceTries.run(on: to) {
                // What was read before the others let go may be theirs to correct no longer.
                files.official = try inputs.openOfficial()
                return try correct(&files, inputs, reportFile, session)
            }
        } catch let told as ToldFailure {
            throw told.failure
        } catch let failure as CommandFailure {
            try printOutcome(of: failure, nil, DiagnosticBag(), session)
            throw failure
        }
    }

    /// A failure whose outcome was printed already.
    private struct ToldFailure: Error {
        let failure: CommandFailure
    }

    /// Removes the report of an earlier run where this one doesn't come to its files, unless one of them
    /// is named as report.
    private func removeStale(_ reportFile: ReportFile?) throws(CommandFailure) {
        let named = ProtectedFiles(corrections + [to] + (rules.base.map { [$0] } ?? []))
        guard let report, (try? named.check(report)) != nil else { return }
        try reportFile?.removeEarlier()
    }

    /// Makes sure that no output takes the place of an input or of another output.
    private func checkOutputs(_ inputs: ProtectedFiles) throws(CommandFailure) {
        if inPlace, case .stream = Destination(to) {
            // Reading a pipe that nobody writes into never ends.
            throw .usage(
                Wording(
                    en: "--in-place needs a file; \(FilePath.shown(to)) is a pipe or a device",
                    zh: "--in-place 只能改写普通文件，而 \(FilePath.shown(to)) 是管道或设备"
                )
            )
        }
        if let report { try inputs.check(report) }
        if let output, output != "-" {
            try inputs.check(output)
            try Self.checkFormat(ofOutput: output)
        }
        guard let report, let output, FileIdentity.areSame(report, output) else { return }
        throw CommandFailure(
            .usage,
            .outputIsReport,
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

    /// Corrects the table, writes what is to be written, and tells what was found.
    ///
    /// - Returns: The status to end with; nil where the official table is to be written in place
    ///   and has changed since it was read. Then nothing was written or told.
    private func correct(
        _ files: inout CorrectionFiles.Files,
        _ inputs: CorrectionFiles,
        _ reportFile: ReportFile?,
        _ session: Session
    ) throws -> ExitStatus? {
        var findings = DiagnosticBag()
        guard let read = inputs.read(files, reporting: &findings), !findings.hasErrors else {
            try tell(nil, findings, session)
            return .data
        }
        // Only what is written in place may have to be corrected once more.
        if !inPlace { files.corrections = [] }
        let (modified, newest) = (read.modified, read.newest)
        var plan = try plan(consume read)
        findings.report(contentsOf: plan.diagnostics)
        if !findings.hasErrors {
            for note in plan.notesOnNothing(to) { findings.report(note) }
        }
        let warnings = findings.warningCount
        let isRefused = rules.strict && warnings > 0
        // Told only when the table has been written: till then it may have to be read again.
        let written = Result {
            guard !findings.hasErrors else { return true }
            let isWritten = !plan.hasOpenConflicts && !isRefused
            // What the file says now may have to be compared with what it says then.
            let before = isWritten && inPlace ? files.official.bytes : nil
            let draft = isWritten ? draft(of: plan) : nil
            let early = draft.map(EarlyFile.init)
            if isWritten {
                try correct(
                    &files.official,
                    &plan,
                    inputs.officialOptions(for: files.official),
                    early
                )
            }
            let table = isWritten ? files.official.bytes : nil
            if let table, let draft { try early?.finish(draft, table) }
            return try write(table, draft, over: before, plan, modified, reportFile, session)
        }
        switch written {
        case .success(true): break
        case .success(false): return nil
        case .failure(let failure as CommandFailure) where failure.status == .data:
            for finding in failure.diagnostics { findings.report(finding) }
        case .failure(let failure as CommandFailure):
            session.show(findings)
            try printOutcome(of: failure, plan, findings, session)
            throw ToldFailure(failure: failure)
        case .failure(let failure):
            session.show(findings)
            throw failure
        }
        let hasErrors = findings.hasErrors
        if isRefused, !hasErrors, !plan.hasOpenConflicts {
            findings.report(.strictRefusal(warnings, to))
        }
        try tell(plan, newest: newest, findings, session)
        if hasErrors { return .data }
        return plan.hasOpenConflicts || isRefused ? .findings : .done
    }

    /// What the corrections would do; all else that was read is given up.
    ///
    /// - Throws: `CommandFailure` where a column is named that the official table doesn't have.
    private func plan(
        _ read: consuming CorrectionFiles.Content
    ) throws(CommandFailure) -> ApplyPlan {
        let options = rules.options(base: read.base)
        let unknown = options.unknownFields(of: read.table)
        guard unknown.isEmpty else { throw CommandFailure(.usage, unknown) }
        let (table, sources) = (read.table, read.sources)
        _ = consume read
        return ApplyPlan(official: table, sources: consume sources, options: options)
    }

    /// A draft of the file that is to be written; nil where it is none, or can't be made: whoever writes it
    /// then tells why.
    private func draft(of plan: ApplyPlan) -> AtomicFile? {
        guard let path = inPlace ? to : output, !(inPlace && plan.changesNothing),
            case .file = Destination(path)
        else { return nil }
        return try? AtomicFile(at: path)
    }

    /// Writes the corrected table, unless something forbids it, and the report; `draft` has its bytes already,
    /// where there is one, and `before` is what the official file said, where it is written in place.
    ///
    /// - Returns: False where the official table has changed since it was read; then nothing was
    ///   written.
    private func write(
        _ table: [UInt8]?,
        _ draft: AtomicFile?,
        over before: [UInt8]?,
        _ plan: ApplyPlan,
        _ modified: Int?,
        _ reportFile: ReportFile?,
        _ session: Session
    ) throws -> Bool {
        var outputs: [any OutputFile] = []
        var inPlaceFile: AtomicFile?
        if let bytes = table {
            if inPlace, !plan.changesNothing {
                let file = try draft ?? AtomicFile(at: to)
                if draft == nil { try file.write(bytes) }
                try file.seal()
                inPlaceFile = file
            } else if let output {
                if let draft {
                    outputs.append(draft)
                } else {
                    let file = try Destination(output).open()
                    try file.write(bytes)
                    outputs.append(file)
                }
            }
        }
        if let reportFile {
            var options = WritingOptions()
            options.language = common.language ?? .chinese
            options.created = session.environment.date(ofInputs: modified)
            var report = ChangeReport(plan)
            report.run = run(of: plan, wasWritten: table != nil)
            outputs.append(try reportFile.write(report, options: options, in: session))
        }
        // What has no draft, such as standard output, can't be taken back for another try.
        for file in outputs where file.temporaryPath != nil { try file.seal() }
        if let inPlaceFile, let before, try !inPlaceFile.publish(over: before) { return false }
        for file in outputs where file.temporaryPath == nil { try file.seal() }
        for file in outputs { try file.publish() }
        return true
    }

    /// What is written is the official table, and must not be called something else.
    private static func checkFormat(ofOutput path: String) throws(CommandFailure) {
        guard let format = TargetFormat.ofFile(named: path), !format.has(.official)
        else { return }
        throw CommandFailure(
            .usage,
            .officialOutput,
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

    /// Corrects the file; even where it is only shown what would change, so that a text that can't be
    /// written is told of in time.
    private func correct(
        _ file: inout InputFile,
        _ plan: inout ApplyPlan,
        _ options: ReadingOptions,
        _ early: EarlyFile?
    ) throws(CommandFailure) {
        do {
            try plan.correct(&file, options: options, draft: early?.write)
        } catch {
            throw CommandFailure(error, output: output ?? to)
        }
    }
}
