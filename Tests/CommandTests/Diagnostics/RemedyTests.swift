import Testing

@testable import Yilan
@testable import YilanCommand

/// What the command says of the settings that the library's findings name.
struct RemedyTests {
    private static let all: [Remedy] = [
        .columns([Wording(verbatim: "甲=status"), Wording(verbatim: "乙=status")]),
        .blocks, .encoding, .outputEncoding("utf-8"), .format("csv"), .largestEntry,
        .breaksAsBlanks, .official, .base, .otherTable, .addedTargets,
        .deletion(Wording(verbatim: "7")), .inspection, .listOfCorrections, .listOfChanges,
    ]

    /// What the program says of itself; read once, for it takes a third of a second.
    private static let tool = Result { try ToolDescription.current().command }

    @Test(arguments: all, Language.allCases)
    func everySettingIsAnOptionOrACommand(remedy: Remedy, language: Language) throws {
        let commands = try #require(Self.tool.get().subcommands)
        let options = Set(
            commands.flatMap(\.options).flatMap(\.typedNames)
        )
        let words = remedy.option[language].split(separator: " ").map(String.init)
        for option in words.filter({ $0.hasPrefix("--") }) { #expect(options.contains(option)) }
        if words.first == "yilan" {
            #expect(commands.contains { $0.commandName == words[1] })
        } else {
            #expect(words.first?.hasPrefix("--") == true)
        }
    }

    @Test func theOptionStandsBehindTheHint() {
        let finding = Diagnostic(
            .error,
            .ambiguousColumn,
            Wording(verbatim: "?"),
            hint: Wording(en: "say which it is", zh: "请说明是哪一栏"),
            remedy: .columns(["甲", "乙"].map { Wording(verbatim: "\($0)=status") })
        )
        let shown = finding.asShown
        #expect(
            shown.hint?.english
                == "say which it is: --column '甲=status' or --column '乙=status'"
        )
        #expect(
            shown.hint?.chinese == "请说明是哪一栏：--column '甲=status' 或 --column '乙=status'"
        )
        #expect(shown.asShown == shown)
    }
}
