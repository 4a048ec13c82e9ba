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
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "schema",
            abstract: Wording(
                en: "Print the JSON Schema (draft 2020-12) of what convert and diff write.",
                zh: "输出 convert 和 diff 所写 JSON 的 JSON Schema（draft 2020-12）。"
            ).spoken
        )
    }

    @Argument(
        help: ArgumentHelp(
            en: "table: what convert writes; corrections: what diff writes and apply reads.",
            zh: "table：convert 写出的表格；corrections：diff 写出、apply 读取的更正。",
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
            }
        try session.printResult(text)
        return .done
    }
}
