internal import ArgumentParser
internal import Glibc
internal import Yilan

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
        if isNameAlone {
            // Whoever types the name alone wants to know what there is; a script whose list of files
            // turned out empty has to be told that nothing was done.
            try session.printResult(helpPage(columns: columns(in: session)))
            return .usage
        }
        guard RootCommand.exitCode(for: error).isSuccess else { throw failure }
        if isHelpWanted {
            try session.printResult(helpPage(columns: columns(in: session)))
        } else {
            try session.printResult(RootCommand.message(for: error) + "\n")
        }
        return .done
    }

    /// Whether there is nothing but options that every command has, and with an input they would do.
    private var isNameAlone: Bool {
        RawArguments.areOnlyCommonOptions(arguments)
            && (arguments.isEmpty || (try? ConvertCommand.parse(arguments + ["-"])) != nil)
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
        if let command = tool.listedCommands.first(where: { $0.commandName == subject }) {
            return page.text(of: command, in: tool)
        }
        if let subject, RawArguments(arguments).firstWord == "help" {
            throw Self.noCommand(subject)
        }
        return page.text(of: tool)
    }

    /// The word that says what help is wanted on.
    private var subject: String? {
        arguments.first { $0 != "help" && !$0.hasPrefix("-") && !Self.values.contains($0) }
    }

    /// Values of options that every command has: no command is called so.
    private static let values =
        Language.allCases.map(\.rawValue) + DiagnosticsFormat.allCases.map(\.rawValue)

    private static func noCommand(_ word: String) -> CommandFailure {
        let nearest = MistypedCommand.nearest(to: word)
        return .usage(
            Wording(en: "there is no command '\(word)'", zh: "没有命令 \(word)"),
            hint: nearest.map {
                Wording(en: "did you mean '\($0)'?", zh: "是不是 \($0)？")
            } ?? Wording(en: "'yilan --help' lists them", zh: "命令列表见 yilan --help")
        )
    }

    private var failure: CommandFailure {
        let commands = RootCommand.commandNames
        // Whoever names no command means the one that converts.
        let command =
            arguments.first.flatMap { commands.contains($0) ? $0 : nil }
            ?? ConvertCommand.name
        let name = arguments.isEmpty ? "yilan" : "yilan " + command
        var message = RootCommand.message(for: error)
        // What is missing is often there, under a name that was mistyped; and what the parser takes for
        // it may be half another word.
        if message.hasPrefix("Missing expected") || message.hasPrefix("Unknown option"),
            let unknown = unknownOption(of: command)
        {
            message = unknown
        }
        var hint = Wording(
            en: "'\(name) --help' shows what there is",
            zh: "用法见 \(name) --help"
        )
        if let value = ParserMessage.meantValue(in: message) {
            hint = Wording(
                en: "did you mean '\(value)'? \(hint)",
                zh: "是不是 \(value)？\(hint)"
            )
        }
        return .usage(ParserMessage.wording(of: message), hint: hint)
    }

    /// What is said, as the parser would, of the first option that a command doesn't have; nil where it
    /// has all.
    private func unknownOption(of command: String) -> String? {
        let tool = try? ToolDescription.current().command
        guard let tool = tool?.listedCommands.first(where: { $0.commandName == command }) else {
            return nil
        }
        let names = tool.options.flatMap(\.typedNames)
        let typed = arguments.prefix { $0 != "--" }.compactMap { argument in
            argument.hasPrefix("--")
                ? argument.split(separator: "=", maxSplits: 1).first.map(String.init) : nil
        }
        guard let unknown = typed.first(where: { !names.contains($0) }) else { return nil }
        let meant = Misspelling.correction(of: unknown, among: names.filter { $0.hasPrefix("--") })
        return "Unknown option '\(unknown)'" + (meant.map { ". Did you mean '\($0)'?" } ?? "")
    }
}
