internal import ArgumentParser
internal import Glibc
internal import Yilan

/// `yilan inspect`: shows what yilan saw in a file.
struct InspectCommand: Command {
    static let name = "inspect"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "Show what yilan sees in a file: encoding, title, pages, blocks, columns.",
                zh: "显示 yilan 在文件中看到了什么：编码、标题、页、区块、栏目。"
            )
        )
    }

    @OptionGroup var input: InputOptions
    @Option(
        help: ArgumentHelp(
            en: "Text for people, or JSON for programs.",
            zh: "供人看的文字（text），或供程序用的 JSON。",
            value: "text|json"
        )
    )
    var format: ReportFormat = .text
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let files = try InputFiles(input.inputs, input.reading.choices)
        var findings = DiagnosticBag()
        let inspections = try files.inspect(reporting: &findings)
        let terminal = Terminal(descriptor: STDOUT_FILENO, environment: session.environment)
        switch format {
        case .text:
            let form = InspectionText(columns: terminal.columns, language: session.language)
            try session.printResult(inspections.map(form.text).joined(separator: "\n"))
        case .json:
            try session.printResult(inspections.flatMap(InspectionJSON.bytes))
        }
        try session.settle(findings)
        return .done
    }
}

extension InputFiles {
    /// Inspects each file; what can't be seen at all is left out, its reason reported.
    ///
    /// - Throws: `CommandFailure` where a file isn't there or can't be read.
    func inspect(reporting findings: inout DiagnosticBag) throws(CommandFailure) -> [Inspection] {
        let files = try InputReading(reading.maxInputSize).read(paths)
        findings.report(contentsOf: notes)
        let options = reading.options(keepsLayout: false)
        var inspections: [Inspection] = []
        for (file, format) in zip(files, formats) {
            let input = reading.input(file, as: format)
            let seen = Inspection.of(input, options: options, reporting: &findings)
            if let seen { inspections.append(seen) }
        }
        return inspections
    }
}
