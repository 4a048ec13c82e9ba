internal import ArgumentParser
internal import Yilan

/// `yilan textconv`: shows a table as lines, for `git diff`.
struct TextconvCommand: Command {
    static let name = "textconv"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "Show a table as a line for each cell, for git diff.",
                zh: "供 git diff 使用：把表格显示为每格一行。"
            ),
            discussion: Wording(
                en: """
                    Set it up with:

                        git config diff.yilan.textconv 'yilan textconv'
                        echo '*.tsv diff=yilan' >> .gitattributes

                    A file that is no table is shown as it is; a workbook that can't be read is a \
                    line that says why.
                    """,
                zh: """
                    设置方法：

                        git config diff.yilan.textconv 'yilan textconv'
                        echo '*.tsv diff=yilan' >> .gitattributes

                    不是表格的文件按原样显示；无法读取的工作簿显示为一行说明。
                    """
            )
        )
    }

    @Argument(
        help: ArgumentHelp(en: "The file to show.", zh: "要显示的文件。", value: "file"),
        completion: .file()
    )
    var file: String
    @OptionGroup var reading: ReadingArguments
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let input = try InputReading(reading.maxInputSize).read(file)
        let format = reading.from?.format ?? TargetFormat.ofFile(named: file) ?? .tsv
        var findings = DiagnosticBag()
        let table = TableReading(options: reading.choices.options(keepsLayout: true))
            .table(of: .init(input, as: format), reporting: &findings)
        // An old version may be broken; git would show nothing at all if this failed.
        guard let table, !findings.hasErrors else {
            let isShown = format.has(.text) && !input.bytes.contains(0)
            try session.printResult(isShown ? input.bytes : Array(reason(findings, format).utf8))
            return .done
        }
        try session.printResult(ReadableText.bytes(of: table))
        return .done
    }

    /// A line in place of a file that nobody could read as it is.
    private func reason(_ findings: DiagnosticBag, _ format: TargetFormat) -> String {
        let error = findings.all.first { $0.severity == .error }
        let why = error?.message ?? Wording(en: "there is no table in it", zh: "其中没有表格")
        let line = Wording(
            en: "(no table that can be read as \(format.name): \(why))",
            zh: "（无法按 \(format.name) 读取为表格：\(why)）"
        )
        return ShownText.harmless(line.spoken) + "\n"
    }
}
