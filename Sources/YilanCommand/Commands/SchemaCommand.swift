internal import ArgumentParser
internal import Yilan

/// `yilan schema`: prints the JSON Schema of what yilan writes.
struct SchemaCommand: Command {
    /// What there is a schema of.
    enum Subject: String, Choice {
        /// What `convert` writes.
        case table
        /// What `diff` writes and `apply` reads.
        case corrections
        /// What `apply --format json` prints.
        case outcome
        /// What `check --format json` prints; `$defs/finding` is a line of `--diagnostics json`.
        case findings
        /// What `indicators` writes.
        case indicators
    }

    static let name = "schema"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en:
                    "Print the JSON Schema (draft 2020-12) of what yilan writes, described in English "
                    + "and Chinese.",
                zh: "输出 yilan 所写 JSON 的 JSON Schema（draft 2020-12），附中英文说明。"
            )
        )
    }

    @Argument(
        help: ArgumentHelp(
            en: "table: what convert writes; corrections: what diff writes and apply reads; "
                + "outcome: what apply --format json prints; findings: what check prints; "
                + "indicators: what indicators writes.",
            zh: "table：convert 写出的表格；corrections：diff 写出、apply 读取的更正；"
                + "outcome：apply --format json 给出的结果；findings：check 给出的问题；"
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
            case .outcome: JSONSchemas.outcome
            case .findings: JSONSchemas.findings
            case .indicators: JSONSchemas.indicators
            }
        try session.printResult(text)
        return .done
    }
}
