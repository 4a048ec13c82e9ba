internal import ArgumentParser
internal import Glibc
internal import Yilan

/// `yilan indicators`: the figures that were promised, beside those that were reached.
struct IndicatorsCommand: Command {
    static let name = "indicators"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "List the figures that were promised, and what was reached of each.",
                zh: "列出责任目标中的量化指标，以及各项指标的完成数。"
            ),
            discussion: Wording(
                en: "Only figures that the progress clearly reports are taken; what it doesn't say "
                    + "stays blank. Figures that merely describe (what a project costs, the number of "
                    + "a road, a year) are left out.",
                zh: "只采用完成情况中明确写出的完成数，没有写明的留空。仅用于描述的数字（投资24亿元的项目、"
                    + "220国道、2023年）不算指标。"
            )
        )
    }

    @OptionGroup var input: InputOptions
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
        let indicators = table.indicators
        switch format {
        case .text:
            let terminal = Terminal(descriptor: STDOUT_FILENO, environment: session.environment)
            let form = IndicatorsText(columns: terminal.columns, language: session.language)
            try session.printResult(form.text(of: indicators, table))
        case .csv:
            var buffer = OutputBuffer()
            try IndicatorCSV.write(
                indicators,
                of: table,
                in: session.language,
                options: WritingOptions(),
                to: &buffer
            )
            try session.printResult(buffer.bytes)
        case .json:
            var json = JSONWriter()
            IndicatorCoding.encodeDocument(indicators, of: table, to: &json)
            json.endText()
            try session.printResult(json.buffer.bytes)
        }
        return .done
    }
}
