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
            subcommands: [
                ConvertCommand.self, SummaryCommand.self, CheckCommand.self, DiffCommand.self,
                ApplyCommand.self, IndicatorsCommand.self,
                InspectCommand.self, FormatsCommand.self, SchemaCommand.self,
                MergeDriverCommand.self, TextconvCommand.self, ManualCommand.self,
            ],
            defaultSubcommand: ConvertCommand.self
        )
    }
}

extension RootCommand {
    /// The words that run commands.
    static var commandNames: [String] {
        configuration.subcommands.compactMap { $0.configuration.commandName }
    }

    /// The command that the first argument names, or the one that converts where an input stands
    /// first; nil where its parser makes no command of the other arguments.
    static func commandAlone(in arguments: [String]) -> (any Command)? {
        guard let first = arguments.first, !first.hasPrefix("-"), first != "help" else {
            return nil
        }
        if first != ConvertCommand.name,
            let named = configuration.subcommands.first(where: {
                $0.configuration.commandName == first
            })
        {
            return try? named.parseAsRoot(Array(arguments.dropFirst())) as? any Command
        }
        let rest = first == ConvertCommand.name ? Array(arguments.dropFirst()) : arguments
        return try? ConvertCommand.parseAsRoot(rest) as? any Command
    }
}

/// The version of the program.
enum Version {
    /// The version, as semantic versioning has it.
    static let current = "0.1.0"
}
