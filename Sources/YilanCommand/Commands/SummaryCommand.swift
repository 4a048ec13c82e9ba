internal import ArgumentParser
internal import Glibc
internal import Yilan

/// `yilan summary`: counts targets per leader, unit or deadline.
struct SummaryCommand: Command {
    static let name = "summary"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "Count what was achieved, per leader, unit or deadline.",
                zh: "按领导、责任单位或完成时限统计完成情况。"
            )
        )
    }

    @OptionGroup var input: InputOptions
    @Option(
        help: ArgumentHelp(
            en: "What the targets of a row share; json always has all three.",
            zh: "按什么分组统计，值也可写作“领导”“单位”“时限”；json 总是三种都有。",
            value: "leader|unit|deadline"
        )
    )
    var by: SummaryGrouping = .leader
    @Option(
        help: ArgumentHelp(
            en: "A table for people, CSV, or JSON.",
            zh: "供人看的表格（text）、CSV 或 JSON。",
            value: "text|csv|json"
        )
    )
    var format: SummaryFormat = .text
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let table = try session.table(of: input, isQuiet: common.quiet)
        let summary = Summary(of: table)
        switch format {
        case .text:
            let terminal = Terminal(descriptor: STDOUT_FILENO, environment: session.environment)
            let form = SummaryText(
                grouping: by,
                columns: terminal.columns,
                language: session.language
            )
            try session.printResult(form.text(of: summary, table))
        case .csv:
            var buffer = OutputBuffer()
            try SummaryCSV.write(
                summary,
                of: table,
                by: [by.level],
                in: session.language,
                options: WritingOptions(),
                to: &buffer
            )
            try session.printResult(buffer.bytes)
        case .json:
            var json = JSONWriter()
            SummaryCoding.encode(summary, of: table, to: &json)
            json.endText()
            try session.printResult(json.buffer.bytes)
        }
        return .done
    }
}

extension SummaryGrouping {
    /// The level of the CSV that has these groups.
    fileprivate var level: SummaryCSV.Level {
        switch self {
        case .leader: .leader
        case .unit: .unit
        case .deadline: .deadline
        }
    }
}
