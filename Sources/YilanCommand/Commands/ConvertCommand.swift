internal import ArgumentParser
internal import Yilan

/// `yilan convert`: reads tables in one format and writes them in another.
struct ConvertCommand: Command {
    // It may be left out.
    static let name = "convert"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "Convert tables between formats.",
                zh: "在各种格式之间转换表格。"
            ),
            discussion: Wording(
                en: "Without -o, text goes to standard output, as csv unless --to says otherwise. "
                    + "With -o FOLDER/, csv becomes a data package, and xlsx with --split-by "
                    + "leader a workbook for each leader. Nothing is written where an input has "
                    + "an error.",
                zh: "不指定 -o 时，文本写到标准输出，默认为 csv。-o 文件夹/ 时，csv 写成数据包，"
                    + "xlsx 加 --split-by leader 则每位领导一个工作簿。输入有错误时不写出任何文件。"
            )
        )
    }

    @OptionGroup var input: InputOptions
    @OptionGroup var writing: WritingArguments
    @OptionGroup var common: CommonOptions

    init() {}

    /// Makes the command as most people give it: files, and what they become.
    init?(plain arguments: PlainArguments) {
        input = InputOptions(arguments.inputs)
        writing = WritingArguments(output: arguments.output)
        common = .none
    }

    func run(in session: Session) throws -> ExitStatus {
        try MistypedCommand.check(input.inputs.first)
        let plan = try writing.plan()
        plan.format.prepareToWrite()
        let files = try InputFiles(input.inputs, input.reading, outputs: [writing.output])
        let protected = ProtectedFiles(files.paths)
        if case .document(_, .file(let path)) = plan { try protected.check(path) }

        let progress = ProgressLine(session: session, isQuiet: common.quiet)
        var findings = DiagnosticBag()
        let content = try files.read(
            keepsLayout: plan.format.has(.keepsLayout),
            progress: progress,
            reporting: &findings
        ) { options in
            // Where the input has no blocks, the number is that of the layout to be written.
            if !files.haveOfficialLayout, plan.format.has(.official) {
                options.blocks = nil
            }
            // As `check` reads them: it adds totals up.
            if writing.additions.contains(.checks) { options.keepsTotals = true }
        }
        if let table = content.table, plan.format.has(.official),
            let loss = Self.lostTitles(of: table)
        {
            findings.report(loss)
        }
        let read = findings
        if let table = content.table, plan.format.has(.workbook) {
            Checks.findOverlongTexts(in: table, reporting: &findings)
        }
        if let table = content.table, plan.format.has(.official), !files.haveOfficialLayout {
            Checks.findControlCharacters(in: table, reporting: &findings)
        }
        let table = try session.settle(findings, content.table)
        var options = options(for: files, content, session)
        if writing.additions.contains(.checks) {
            var found = read
            Checks.run(on: table, reporting: &found)
            // Whoever reads them has the command, whose options do what the hints say.
            options.findings = found.mapping(\.asShown)
        }
        let output = TableOutput(
            options: options,
            temporaryFolder: session.environment.temporaryFolder,
            progress: progress
        )
        try output.carryOut(plan, table, protecting: protected)
        return .done
    }

    /// Says that titles are left out, where a table has several: an official file has one.
    private static func lostTitles(of table: TargetTable) -> Diagnostic? {
        let titles = table.documents.map { $0.title ?? "" }
        guard let first = titles.first,
            titles.contains(where: { !$0.utf8.elementsEqual(first.utf8) })
        else { return nil }
        return Diagnostic(
            .warning,
            .titlesLeftOut,
            Wording(
                en: "the official layout has one title, so only that of the first input is kept",
                zh: "官方版式只有一个标题，因此只保留第一个输入文件的标题"
            ),
            hint: Wording(
                en: "json, csv and jsonl keep the title or the year of each target",
                zh: "json、csv、jsonl 会保留每项目标所属的标题或年份"
            )
        )
    }

    private func options(
        for files: InputFiles,
        _ content: InputFiles.Content,
        _ session: Session
    ) -> WritingOptions {
        var options = writing.options(language: common.language)
        if options.encoding == nil, let named = input.reading.encoding?.encoding {
            // The same option says how inputs are read; of a file that has no encoding to choose,
            // only the output can be meant.
            if named.characterSet == .utf8 || !files.haveEncoding { options.encoding = named }
        }
        if !files.haveOfficialLayout { options.blocks = input.reading.blocks }
        options.created = session.environment.date(ofInputs: content.modified)
        return options
    }
}
