internal import ArgumentParser
internal import Yilan

/// `yilan` itself: what its commands are.
struct RootCommand: ParsableCommand {
    /// The word that runs the program.
    static let name = "yilan"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: name,
            abstract: Wording(
                en: "Read the tables in which Chinese governments publish their targets.",
                zh: "读取政府责任目标完成情况一览表，转换格式，并把更正写回原表。"
            ).spoken,
            discussion: Wording(
                en: "yilan INPUT -o OUTPUT is short for yilan convert INPUT -o OUTPUT.",
                zh: "yilan 输入文件 -o 输出文件，等同于 yilan convert 输入文件 -o 输出文件。"
            ).spoken,
            version: Version.current,
            subcommands: commands,
            defaultSubcommand: ConvertCommand.self
        )
    }
}

extension RootCommand {
    private static let commands: [any Command.Type] = [
        ConvertCommand.self, SummaryCommand.self, CheckCommand.self, DiffCommand.self,
        ApplyCommand.self, IndicatorsCommand.self,
        InspectCommand.self, FormatsCommand.self, SchemaCommand.self,
        MergeDriverCommand.self, TextconvCommand.self, ManualCommand.self,
    ]

    /// The words that run commands.
    static var commandNames: [String] { commands.map { $0.name } }

    /// Whether a command is being parsed without it.
    @TaskLocal static var isPassedOver = false

    /// The command that the first argument names, or the one that converts where an input stands
    /// first; nil where its parser makes no command of the other arguments.
    ///
    /// The parser of the one command reads what that command understands, and tells nothing: neither
    /// help nor what is wrong.
    static func commandAlone(in arguments: [String]) -> (any Job)? {
        guard let first = arguments.first, !first.hasPrefix("-"), first != "help" else {
            return nil
        }
        return $isPassedOver.withValue(true) {
            guard let named = commands.first(where: { $0.name == first }) else {
                return alone(ConvertCommand.self, arguments)
            }
            return alone(named, Array(arguments.dropFirst()))
        }
    }

    /// Parses one command; of the type itself, so that nothing has to look up whether the parsed
    /// one is a command of ours.
    private static func alone<Named: Command>(
        _ command: Named.Type,
        _ arguments: [String]
    ) -> (any Job)? {
        if let plain = PlainArguments(arguments), let job = Named.job(plain) { return job }
        return try? command.parseAsRoot(arguments) as? Named
    }
}

/// The version of the program.
enum Version {
    /// The version, as semantic versioning has it.
    static let current = "0.1.0"
}
