internal import Yilan

/// The conversion of tables from one format to another.
struct Conversion: Job {
    /// The paths of the files.
    var inputs: [String]
    var reading = ReadingChoices()
    var writing: WritingChoices
    /// The language of what the program itself writes; nil where none was asked for.
    var language: Language?
    var isQuiet = false

    func run(in session: Session) throws -> ExitStatus {
        try MistypedCommand.check(inputs.first)
        let plan = try writing.plan()
        plan.format.prepareToWrite()
        let files = try InputFiles(inputs, reading, outputs: [writing.output])
        let protected = files.protected
        if case .document(_, .file(let path)) = plan { try protected.check(path) }

        let progress = ProgressLine(session: session, isQuiet: isQuiet)
        var findings = DiagnosticBag()
        var content = try files.read(
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
        var table = try session.settle(findings, content.table.take())
        var options = options(for: files, content, session)
        if writing.additions.contains(.checks) {
            var found = read
            Checks.run(on: table, reporting: &found)
            // Whoever reads them has the command, whose options do what the hints say.
            options.findings = found.mapping(\.asShown)
        }
        // An official file is laid out as the one that the table is from, and keeps nothing beside that.
        if !plan.format.has(.keepsLayout) || plan.format.has(.official) { table.forgetOriginals() }
        if plan.format.has(.verified) { table.gatherTexts() }
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
        var options = writing.options(language: language)
        if options.encoding == nil, let named = reading.encoding?.encoding {
            // The same option says how inputs are read; of a file that has no encoding to choose,
            // only the output can be meant.
            if named.characterSet == .utf8 || !files.haveEncoding { options.encoding = named }
        }
        if !files.haveOfficialLayout { options.blocks = reading.blocks }
        options.created = session.environment.date(ofInputs: content.modified)
        return options
    }
}
