internal import Yilan

/// The files that `apply` reads: the official table, corrections, and perhaps what those started
/// from.
struct CorrectionFiles {
    /// Every path, as the user gave it.
    let paths: [String]
    /// How the official table is read, but for its encoding.
    private let officialOptions: ReadingOptions
    private let choices: ReadingChoices
    private let official: String
    private let base: String?
    private let corrections: [(path: String, format: TargetFormat)]
    /// The indexes (from 0) of corrections that nobody named, folder by folder: they were in it.
    private let foundInFolders: [Range<Int>]
    private let reading: InputReading
    private let notes: DiagnosticBag

    /// What was read.
    struct Content {
        /// The official table, with its layout.
        var table: TargetTable
        /// The corrections, in the order of their files.
        var sources: [CorrectionSource]
        /// What the corrections started from.
        var base: TargetTable?
        /// When the file that was changed last was changed, in seconds since 1970.
        var modified: Int?
        /// The file of corrections that was saved last, as the user named it; nil where others were
        /// saved in the same minute, as files are that came together.
        var newest: String?
    }

    /// Finds the format of each file; nothing is opened yet.
    ///
    /// - Throws: `CommandFailure` where a format can't be told, or the official table isn't in the
    ///   official layout.
    init(_ command: ApplyCommand) throws(CommandFailure) {
        official = command.to
        choices = command.reading.choices
        base = command.rules.base
        if let format = TargetFormat.ofFile(named: official), !format.has(.official) {
            throw .usage(
                Wording(
                    en: "--to names the official table (tsv); \(official) is \(format.name)",
                    zh: "--to 应指定官方表格（tsv），而 \(official) 是 \(format.name)"
                )
            )
        }
        // These say what the official layout is like; other formats tell it themselves.
        var options = choices.options(keepsLayout: true)
        options.keepsDigest = false
        officialOptions = options
        reading = InputReading(choices.maxInputSize, leavingRoom: true)
        let files = try InputFiles(
            command.corrections,
            choices,
            outputs: [official, base, command.output, command.report]
        )
        notes = files.notes
        corrections = files.withFormats
        foundInFolders = files.foundInFolders
        paths = [official] + (base.map { [$0] } ?? []) + files.paths
        guard paths.count(where: { $0 == "-" }) < 2 else { throw InputFiles.repeatedInput() }
    }

    /// The files themselves.
    struct Files {
        /// The official file.
        var official: InputFile
        /// What the corrections started from, where it is given.
        let base: InputFile?
        /// The corrections, in their order.
        var corrections: [InputFile]
    }

    /// Takes the files into memory.
    ///
    /// - Throws: `CommandFailure` where a file isn't there or can't be read.
    func open() throws(CommandFailure) -> Files {
        let files = try reading.read(paths)
        return Files(
            official: files[0],
            base: base == nil ? nil : files[1],
            // No slice, which would keep the official file, too.
            corrections: Array(files.suffix(corrections.count))
        )
    }

    /// Takes the official file into memory once more.
    ///
    /// - Throws: `CommandFailure` as `open`.
    func openOfficial() throws(CommandFailure) -> InputFile { try reading.read(official) }

    /// Reads what the files say; nil where one of them can't be read as what it should be.
    func read(_ files: Files, reporting findings: inout DiagnosticBag) -> Content? {
        findings.report(contentsOf: notes)
        let ahead = zip(files.corrections, corrections).map { file, named in
            let format = choices.input(file, as: named.format).format
            return CorrectionReading(of: file, as: format, options: options(for: file, format))
        }
        let table = TableReading(options: officialOptions(for: files.official))
            .table(of: .init(files.official, as: .tsv), reporting: &findings)
        var baseTable: TargetTable?
        if let base, let file = files.base {
            let format = TargetFormat.ofInput(named: base) ?? .tsv
            baseTable = TableReading(options: officialOptions(for: file)).table(
                of: .init(file, as: format.resolved(for: file)),
                reporting: &findings
            )
        }
        var sources: [CorrectionSource] = []
        var passedOver = 0
        for (index, (file, reading)) in zip(files.corrections, ahead).enumerated() {
            let isFound = foundInFolders.contains { $0.contains(index) }
            if isFound, ChangeReport.isReport(file) {
                findings.report(Self.passedOver(Self.ownReport, .note, file.name))
                passedOver += 1
                continue
            }
            do {
                sources.append(try reading.source(reporting: &findings))
            } catch {
                if isFound, let reason = Self.nothingToRead(error) {
                    findings.report(Self.passedOver(reason, .warning, file.name))
                    passedOver += 1
                } else {
                    findings.report(contentsOf: error.findings)
                }
            }
        }
        if sources.isEmpty, passedOver > 0 {
            findings.report(Self.nothingFound)
            return nil
        }
        guard let table, sources.count + passedOver == corrections.count,
            base == nil || baseTable != nil
        else {
            return nil
        }
        return Content(
            table: table,
            sources: sources,
            base: baseTable,
            modified: ([files.official, files.base].compactMap(\.self) + files.corrections)
                .compactMap(\.modified).max(),
            newest: Self.newest(of: files.corrections)
        )
    }

    /// Why a file holds no corrections, where nothing in it looks like a table of targets.
    private static func nothingToRead(_ error: FormatError) -> Wording? {
        let errors = error.findings.all.filter { $0.severity == .error }
        guard errors.allSatisfy({ $0.code == .noHeader || $0.code == .emptyTable }) else {
            return nil
        }
        return errors.first?.message
    }

    /// All that was named are folders, and none of their files can be read as corrections.
    private static let nothingFound = Diagnostic(
        .error,
        .emptyFolder,
        Wording(
            en: "none of the files holds corrections",
            zh: "没有一个文件含有更正内容"
        ),
        hint: Wording(en: "name the right files", zh: "请指定正确的文件")
    )

    private static let ownReport = Wording(
        en: "it is a report of what apply did",
        zh: "这是 apply 写出的更正报告"
    )

    private static func passedOver(
        _ reason: Wording,
        _ severity: Severity,
        _ file: String
    ) -> Diagnostic {
        Diagnostic(
            severity,
            .passedOver,
            Wording(en: "passed over: \(reason)", zh: "已略过：\(reason)"),
            file: file
        )
    }

    private static func newest(of files: [InputFile]) -> String? {
        let order = files.filter { $0.modified != nil }.sorted {
            ($0.modified ?? 0) > ($1.modified ?? 0)
        }
        guard order.count == files.count, order.count > 1,
            (order[0].modified ?? 0) - (order[1].modified ?? 0) >= 60
        else { return nil }
        return order[0].name
    }

    /// How a file is read that is in the official layout.
    ///
    /// One encoding is named for several files, which offices and programs saved: it is that of the
    /// files that are text in it, and the others' is found.
    func officialOptions(for file: InputFile) -> ReadingOptions {
        var options = officialOptions
        if let encoding = options.encoding, !file.mayBe(in: encoding) { options.encoding = nil }
        return options
    }

    private func options(for file: InputFile, _ format: TargetFormat) -> ReadingOptions {
        var options = officialOptions(for: file)
        // What a copy of the official file says around its targets is told.
        options.keepsLayout = format.has(.official)
        if !format.has(.official) { options.blocks = nil }
        return options
    }
}

extension InputFiles {
    /// The paths with the format of each.
    var withFormats: [(path: String, format: TargetFormat)] { Array(zip(paths, formats)) }

    /// Says that standard input is named twice.
    static func repeatedInput() -> CommandFailure {
        .usage(
            Wording(
                en: "standard input can be read only once",
                zh: "标准输入（-）只能出现一次"
            )
        )
    }
}
