internal import ArgumentParser
internal import SourceText
internal import TargetFormats

/// `yilan schema`: prints the JSON Schema of what yilan writes.
struct SchemaCommand: Command {
    /// What there is a schema of.
    enum Subject: String, CaseIterable, ExpressibleByArgument {
        /// What `convert` writes.
        case table
        /// What `diff` writes and `apply` reads.
        case corrections
        /// What `indicators` writes.
        case indicators
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "schema",
            abstract: Wording(
                en: "Print the JSON Schema (draft 2020-12) of what yilan writes.",
                zh: "输出 yilan 所写 JSON 的 JSON Schema（draft 2020-12）。"
            ).spoken
        )
    }

    @Argument(
        help: ArgumentHelp(
            en: "table: what convert writes; corrections: what diff writes and apply reads; "
                + "indicators: what indicators writes.",
            zh: "table：convert 写出的表格；corrections：diff 写出、apply 读取的更正；"
                + "indicators：indicators 写出的指标。",
            value: "subject"
        )
    )
    var subject: Subject = .table
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let text =
            switch subject {
            case .table: JSONSchemas.table
            case .corrections: JSONSchemas.corrections
            case .indicators: JSONSchemas.indicators
            }
        try session.printResult(text)
        return .done
    }
}
