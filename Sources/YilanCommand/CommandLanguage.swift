internal import ArgumentParser
internal import SourceText

/// The language that the command line speaks.
///
/// Help is made while the command line is being declared, that is, before any option is parsed.
/// So the language is found first, by looking for `--language` among the arguments and then at
/// the locale, and holds for everything that is said in the run.
enum CommandLanguage {
    /// The language of this run.
    @TaskLocal static var current = Language.english

    /// The language that `--language` names, else the locale's.
    ///
    /// A wrong value is passed over here; parsing reports it.
    static func chosen(by arguments: [String], in environment: Environment) -> Language {
        RawArguments(arguments).value(of: "--language").flatMap(Language.init(rawValue:))
            ?? environment.language
    }
}

/// Arguments before they are parsed.
struct RawArguments {
    private let arguments: ArraySlice<String>

    /// Takes the arguments behind the program's name; what follows `--` are no options.
    init(_ arguments: [String]) {
        self.arguments = arguments.prefix { $0 != "--" }
    }

    /// The arguments of this process behind the program's name, as `FilePath.text(of:)` puts bytes.
    ///
    /// `CommandLine.arguments` would replace what is no UTF-8, and name another file.
    static var ofThisProcess: [String] {
        let count = max(1, Int(CommandLine.argc))
        return (1..<count).compactMap { index in
            unsafe CommandLine.unsafeArgv[index].map { unsafe FilePath.text(at: $0) }
        }
    }

    /// The last value given to an option, as `--name value` or `--name=value`.
    func value(of option: String) -> String? {
        var value: String?
        for (index, argument) in arguments.enumerated() {
            if argument == option, index + 1 < arguments.count { value = arguments[index + 1] }
            if argument.hasPrefix(option + "=") {
                value = String(argument.dropFirst(option.count + 1))
            }
        }
        return value
    }

    /// Whether one of `flags` is given.
    func contains(oneOf flags: [String]) -> Bool {
        arguments.contains { flags.contains($0) }
    }

    /// The first argument that is not an option.
    var firstWord: String? {
        arguments.first { !$0.hasPrefix("-") }
    }
}

extension ArgumentHelp {
    /// Makes help that is shown in the language of this run.
    ///
    /// `value` is what stands for the option's value in usage lines.
    init(en english: String, zh chinese: String, value: String? = nil) {
        let text = Wording(en: english, zh: chinese)
        self.init(
            stringLiteral: text[CommandLanguage.current]
        )
        valueName = value
    }
}

extension Wording {
    /// The text in the language of this run.
    var spoken: String { self[CommandLanguage.current] }
}
