internal import ArgumentParser
internal import FoundationEssentials

/// What the argument parser knows of the commands and their options, for help and manual.
struct ToolDescription: Decodable {
    /// The program itself, with its commands.
    var command: CommandDescription

    /// Describes the program in the language of this run.
    ///
    /// - Throws: `DecodingError` where the parser's description is not as it has been.
    static func current() throws -> ToolDescription {
        try JSONDecoder().decode(ToolDescription.self, from: Data(RootCommand._dumpHelp().utf8))
    }
}

/// What is known of one command.
struct CommandDescription: Decodable {
    /// The word that runs it.
    var commandName: String
    /// One sentence on what it does.
    var abstract: String?
    /// What else is to be said.
    var discussion: String?
    /// Whether help lists it.
    var shouldDisplay: Bool?
    /// Its commands; only the program itself has some.
    var subcommands: [CommandDescription]?
    /// Its arguments and options.
    var arguments: [OptionDescription]?

    /// The commands that help lists, the parser's own left out.
    var listedCommands: [CommandDescription] {
        (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
    }

    /// The arguments that are told by their place.
    var positionals: [OptionDescription] {
        (arguments ?? []).filter { $0.shouldDisplay && $0.kind == "positional" }
    }

    /// The arguments that are told by their name.
    var options: [OptionDescription] {
        (arguments ?? []).filter { $0.shouldDisplay && $0.kind != "positional" }
    }
}

/// What is known of one argument or option.
struct OptionDescription: Decodable {
    /// A name with its dashes.
    struct Name: Decodable {
        /// `long` or `short`.
        var kind: String
        /// The name without dashes.
        var name: String

        /// The name as it is typed.
        var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    /// `positional`, `option` or `flag`.
    var kind: String
    /// Whether help shows it.
    var shouldDisplay: Bool
    /// Whether it may be left out.
    var isOptional: Bool
    /// Whether it may be given more than once.
    var isRepeating: Bool
    /// Its names; none where it is told by its place.
    var names: [Name]?
    /// What stands for its value.
    var valueName: String?
    /// Its value where it isn't given.
    var defaultValue: String?
    /// The values it takes, where they are few.
    var allValues: [String]?
    /// What it is for.
    var abstract: String?

    /// The names as they are typed, short ones first.
    var typedNames: [String] {
        let names = names ?? []
        return names.filter { $0.kind == "short" }.map(\.typed)
            + names.filter { $0.kind != "short" }.map(\.typed)
    }

    /// What stands for the value, in angle brackets; nil for a flag.
    var placeholder: String? {
        kind == "flag" ? nil : valueName.map { "<\($0)>" }
    }

    /// How it stands in a line that shows the usage, without the brackets of what is optional.
    var usage: String {
        let name = typedNames.last
        return [name, placeholder].compactMap(\.self).joined(separator: " ")
            + (isRepeating ? "..." : "")
    }
}
