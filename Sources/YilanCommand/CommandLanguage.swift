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
