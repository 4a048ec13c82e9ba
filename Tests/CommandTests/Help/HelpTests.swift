import Foundation
import SourceText
import TestSupport
import Testing

@testable import YilanCommand

@Suite struct HelpTests {
    private func tool(_ language: Language) throws -> CommandDescription {
        try CommandLanguage.$current.withValue(language) { try ToolDescription.current().command }
    }

    @Test(arguments: Language.allCases)
    func theManualNamesEveryCommandAndOption(language: Language) throws {
        let folder = try WorkFolder()
        let run = try YilanProgram.run(
            ["manual", "--language", language.rawValue],
            in: folder
        )
        #expect(run.status == 0)
        let text = run.outputText.replacing("\\-", with: "-")
        let tool = try tool(language)
        #expect(tool.listedCommands.count >= 5)
        for command in tool.listedCommands {
            #expect(text.contains(".SS \"yilan \(command.commandName)"))
            for option in command.options + command.positionals {
                #expect(text.contains("\\fB" + HelpPage.names(of: option) + "\\fR"))
                for name in option.typedNames { #expect(text.contains(name)) }
            }
        }
        for status in [0, 1, 64, 65, 66, 73, 74] { #expect(text.contains("\\fB\(status)\\fR")) }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
    func groffReadsTheManual() throws {
        let folder = try WorkFolder()
        let line = "yilan manual | env -u SOURCE_DATE_EPOCH groff -Kutf8 -man -Tutf8 -ww >page"
        let run = try YilanProgram.shell(line, in: folder)
        #expect(run.status == 0)
        #expect(run.errorText.isEmpty)
        #expect(try folder.text(of: "page").contains("standard output"))
    }

    @Test(arguments: Language.allCases)
    func everyCommandHasHelpThatFitsTheTerminal(language: Language) throws {
        let tool = try tool(language)
        for columns in [40, 60, 80, 100] {
            try CommandLanguage.$current.withValue(language) {
                let page = HelpPage(columns: columns)
                for command in tool.listedCommands {
                    let text = page.text(of: command, in: tool)
                    try #require(text.contains("yilan \(command.commandName)"))
                    for option in command.options {
                        #expect(option.abstract?.isEmpty == false)
                        for name in option.typedNames { #expect(text.contains(name)) }
                    }
                    // Usage lines and option names stand as they are typed.
                    for line in text.split(separator: "\n")
                    where columns >= 60 && !line.hasPrefix(HelpPage.commandIndent + "git") {
                        #expect(DisplayWidth.of(line) <= columns, "\(line)")
                    }
                }
            }
        }
    }

    /// On a narrow terminal what an option means stands below its name, not in a sliver beside it.
    @Test(arguments: Language.allCases)
    func aNarrowTerminalGetsWholeLines(language: Language) throws {
        let tool = try tool(language)
        CommandLanguage.$current.withValue(language) {
            for command in tool.listedCommands {
                let lines = HelpPage(columns: 40).text(of: command, in: tool).split(separator: "\n")
                for line in lines where line.hasPrefix("       ") {
                    Issue.record("\(line)")
                }
                for line in lines where line.hasPrefix("      ") {
                    #expect(DisplayWidth.of(line) <= 40)
                }
            }
        }
    }

    /// What can be written is offered for the output, and no more.
    @Test func outputsAreOfferedThatAreWritten() throws {
        let convert = try #require(
            tool(.english).listedCommands.first { $0.commandName == "convert" }
        )
        let to = try #require(convert.options.first { $0.typedNames == ["--to"] })
        #expect(to.allValues?.contains("xlsx") == true)
        #expect(to.allValues?.contains("html") == false)
        let from = try #require(convert.options.first { $0.typedNames == ["--from"] })
        #expect(from.allValues?.contains("html") == true)
    }

    @Test(arguments: [
        (["t.tsv", "--to", "xslx"], "did you mean 'xlsx'?"),
        (["check", "t.tsv", "--format", "jsn"], "did you mean 'json'?"),
        (["apply", "t.csv", "--bogus"], "unknown option '--bogus'"),
        (["apply", "t.csv", "--too=x"], "unknown option '--too'. Did you mean '--to'?"),
        (["convert", "t.tsv", "--yaer", "2023"], "Did you mean '--year'?"),
        (["convert", "t.tsv", "--langage", "zh"], "Did you mean '--language'?"),
        (["apply", "t.csv"], "missing expected argument '--to <official.tsv>'"),
        (["t.tsv", "--to", "html"], "html is read, but not written"),
    ])
    func whatWasMeantIsSaid(arguments: [String], words: String) throws {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "t.tsv")
        let run = try YilanProgram.run(arguments, in: folder)
        #expect(run.status == 64)
        #expect(run.errorText.contains(words), "\(run.errorText)")
    }

    /// Half of another word is another word.
    @Test(arguments: ["--bar", "--xy", "--foo", "--abc"])
    func whatWasNotMeantIsNotSaid(option: String) throws {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "t.tsv")
        let run = try YilanProgram.run(["convert", "t.tsv", option], in: folder)
        #expect(run.status == 64)
        #expect(run.errorText.contains("unknown option '\(option)'"))
        #expect(!run.errorText.contains("Did you mean"), "\(run.errorText)")
    }

    @Test(arguments: ["ox", "foo"])
    func wordsThatJoinValuesAreNone(value: String) throws {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "t.tsv")
        let run = try YilanProgram.run(["check", "t.tsv", "--format", value], in: folder)
        #expect(run.status == 64)
        #expect(!run.errorText.contains("did you mean 'or'"), "\(run.errorText)")
    }

    /// Whatever stands in help and manual to be pasted stands there in one line.
    @Test(arguments: Language.allCases)
    func commandsToPasteAreNotBroken(language: Language) throws {
        let command = "git config merge.yilan.driver 'yilan merge-driver %O %A %B %L %P'"
        let tool = try tool(language)
        let own = try #require(tool.listedCommands.first { $0.commandName == "merge-driver" })
        CommandLanguage.$current.withValue(language) {
            let text = HelpPage(columns: 40).text(of: own, in: tool)
            #expect(text.split(separator: "\n").contains { $0 == "    " + command })
        }
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/groff") else { return }
        let folder = try WorkFolder()
        let manual = "yilan manual --language \(language.rawValue)"
        let run = try YilanProgram.shell(
            manual + " | env -u SOURCE_DATE_EPOCH groff -Kutf8 -man -Tutf8 -P-c >page",
            in: folder
        )
        #expect(run.status == 0)
        #expect(try folder.text(of: "page").contains(command))
    }

    @Test func helpSpeaksTheLanguage() throws {
        for (arguments, word) in [
            (["--help"], "Commands:"), (["help", "convert"], "Options:"),
            (["convert", "-h", "--language", "zh"], "选项："), (["--help", "--language=zh"], "命令："),
        ] {
            let run = try YilanProgram.run(arguments, in: WorkFolder())
            #expect(run.status == 0)
            #expect(run.outputText.contains(word), "\(arguments)")
            #expect(run.errorText.isEmpty)
        }
    }

    @Test func noTextIsInTheWrongLanguage() throws {
        let english = try tool(.english)
        let chinese = try tool(.chinese)
        func texts(_ tool: CommandDescription) -> [String] {
            tool.listedCommands.flatMap { command in
                [command.abstract, command.discussion].compactMap(\.self)
                    + command.options.filter {
                        !["--help", "--version"].contains($0.typedNames.last)
                    }
                    .compactMap(\.abstract)
            }
        }
        func isChinese(_ text: String) -> Bool {
            text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        }
        #expect(!texts(english).contains(where: isChinese))
        #expect(texts(chinese).allSatisfy(isChinese))
        #expect(texts(english).count == texts(chinese).count)
    }

    /// The name alone shows help, in the language that is asked for; what is wrong is said.
    @Test func theNameAloneShowsHelp() throws {
        let folder = try WorkFolder()
        for (options, word) in [
            ([], "Usage:"), (["--language", "zh"], "用法："), (["--language=zh", "-q"], "用法："),
        ] {
            let run = try YilanProgram.run(options, in: folder)
            #expect(run.status == 64)
            #expect(run.outputText.contains(word) && run.errorText.isEmpty)
        }
        for options in [["--language", "fr"], ["--language"], ["--quiet=1"], ["-o", "a.csv"]] {
            let run = try YilanProgram.run(options, in: folder)
            #expect(run.status == 64)
            #expect(run.outputText.isEmpty && !run.errorText.isEmpty, "\(options)")
        }
    }

    @Test func theVersionIsPrintedAlone() throws {
        let run = try YilanProgram.run(["--version"], in: WorkFolder())
        #expect(run.outputText == Version.current + "\n")
    }

    @Test(arguments: [
        ("sumary", "summary"), ("convrt", "convert"), ("dif", "diff"), ("summaries", nil),
        ("xyz", nil), ("", nil),
    ])
    func aMistypedCommandIsFound(word: String, command: String?) throws {
        #expect(MistypedCommand.nearest(to: word) == command)
        guard let command else { return }
        let run = try YilanProgram.run([word, "in.tsv"], in: WorkFolder())
        #expect(run.status == 64)
        #expect(run.errorText.contains("did you mean '\(command)'?"))
    }
}
