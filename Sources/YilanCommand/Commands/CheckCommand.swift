internal import ArgumentParser
internal import Yilan

/// `yilan check`: reports everything that is wrong in tables, or looks like a slip.
struct CheckCommand: Command {
    static let name = "check"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "Report what is wrong in tables, or looks like a slip.",
                zh: "检查表格中的错误和疑似笔误。"
            ),
            discussion: Wording(
                en: "The exit status is 1 where an error was found, or with --strict a warning. "
                    + "Nothing is changed.",
                zh: "发现错误（加 --strict 时包括警告）时退出状态为 1。不会改动任何文件。"
            )
        )
    }

    @OptionGroup var input: InputOptions
    @Option(
        help: ArgumentHelp(
            en: "Text for people, JSON or SARIF for programs, annotations for code review.",
            zh: "供人看的文字（text），供程序用的 JSON 或 SARIF，供代码评审用的注记（annotations）。",
            value: "text|json|sarif|annotations"
        )
    )
    var format: CheckFormat = .text
    @Flag(
        help: ArgumentHelp(
            en: "Let a warning, too, make the exit status 1.",
            zh: "有警告时退出状态也为 1。"
        )
    )
    var strict = false
    @OptionGroup var selection: FindingArguments
    @OptionGroup var common: CommonOptions

    static func job(_ arguments: PlainArguments) -> (any Job)? {
        arguments.output == nil ? TableCheck(inputs: arguments.inputs) : nil
    }

    /// What the options ask for.
    var check: TableCheck {
        TableCheck(
            inputs: input.inputs,
            reading: input.reading.choices,
            format: format,
            isStrict: strict,
            selection: selection.selection,
            isQuiet: common.quiet
        )
    }

    func run(in session: Session) throws -> ExitStatus { try check.run(in: session) }
}
