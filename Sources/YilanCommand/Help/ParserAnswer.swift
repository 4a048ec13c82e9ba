internal import ArgumentParser
internal import Glibc
internal import SourceText

/// What is answered where the parser made no command of the arguments: help, the version, a
/// script for the shell, or what is wrong with them.
struct ParserAnswer {
    private let arguments: [String]
    private let error: any Error

    /// Prepares to answer `arguments` that the parser turned down with `error`.
    init(to arguments: [String], _ error: any Error) {
        self.arguments = arguments
        self.error = error
    }

    /// Prints what was asked for.
    ///
    /// - Throws: `CommandFailure` where nothing was asked for and the command line is wrong.
    func give(in session: Session) throws -> ExitStatus {
        guard RootCommand.exitCode(for: error).isSuccess else { throw failure }
        if isHelpWanted {
            try session.printResult(helpPage(columns: columns(in: session)))
        } else {
            try session.printResult(RootCommand.message(for: error) + "\n")
        }
        return .done
    }

    private var isHelpWanted: Bool {
        let raw = RawArguments(arguments)
        return raw.contains(oneOf: ["-h", "--help"]) || raw.firstWord == "help"
    }

    private func columns(in session: Session) -> Int {
        let terminal = Terminal(descriptor: STDOUT_FILENO, environment: session.environment)
        return min(terminal.columns ?? session.environment.columns ?? 80, 100)
    }

    private func helpPage(columns: Int) throws -> String {
        let tool = try ToolDescription.current().command
        let page = HelpPage(columns: columns)
        guard let command = command(in: tool) else { return page.text(of: tool) }
        return page.text(of: command, in: tool)
    }

    /// The command that the arguments are about; nil where they name none.
    private func command(in tool: CommandDescription) -> CommandDescription? {
        let words = arguments.filter { $0 != "help" && !$0.hasPrefix("-") }
        return (tool.subcommands ?? []).first { $0.commandName == words.first }
    }

    private var failure: CommandFailure {
        let commands = RootCommand.configuration.subcommands.compactMap {
            $0.configuration.commandName
        }
        // Whoever names no command means the one that converts.
        let command =
            arguments.first.flatMap { commands.contains($0) ? $0 : nil }
            ?? ConvertCommand.name
        let name = arguments.isEmpty ? "yilan" : "yilan " + command
        return .usage(
            ParserMessage.wording(of: RootCommand.message(for: error)),
            hint: Wording(
                en: "'\(name) --help' shows what there is",
                zh: "用法见 \(name) --help"
            )
        )
    }
}
