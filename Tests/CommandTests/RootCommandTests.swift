import ArgumentParser
import Testing

@testable import YilanCommand

/// The parser of one command makes of its arguments what the root's parser makes of all.
@Suite struct RootCommandTests {
    @Test(arguments: [
        ["a.tsv", "-qo", "b.csv"],
        ["convert", "a.tsv", "--to=xlsx", "-q", "--language", "en"],
        ["a.tsv", "summary", "-o", "x.json", "--with", "checks,indicators"],
        ["summary", "a.tsv", "--by", "unit"],
        ["check", "a.tsv", "--strict"],
        ["apply", "c.json", "--to", "a.tsv", "-o", "b.tsv"],
        ["diff", "a.tsv", "b.tsv", "--format", "json"],
        ["inspect", "--", "-a.tsv"],
        ["formats"], ["manual"], ["schema", "table"],
    ])
    func readsACommandAlone(arguments: [String]) throws {
        let command = try #require(RootCommand.commandAlone(in: arguments))
        let parsed = try RootCommand.parseAsRoot(arguments)
        #expect(String(describing: command) == String(describing: parsed))
    }

    /// Files alone are read without the parser, and come to what it makes of them.
    @Test(arguments: [
        ["a.tsv"], ["convert", "a.tsv"], ["a.tsv", "-o", "b.csv"],
        ["convert", "-o", "b/", "a.tsv", "c d"], ["甲.tsv", "a\u{0}b", "-o", "=x"],
        ["a.tsv", "b.tsv", "summary", "c.tsv"], ["convert", "convert"],
    ])
    func readsPlainArgumentsWithoutTheParser(arguments: [String]) throws {
        let behind = arguments.first == ConvertCommand.name ? arguments.dropFirst() : arguments[...]
        let plain = try #require(PlainArguments(Array(behind)))
        let job = try #require(ConvertCommand.job(plain))
        let parsed = try #require(RootCommand.parseAsRoot(arguments) as? ConvertCommand)
        #expect(String(describing: job) == String(describing: parsed.conversion))
    }

    @Test(arguments: [["a.tsv"], ["a.tsv", "b c.xlsx"], ["check"], ["甲.tsv", "=x"]])
    func readsFilesToCheckWithoutTheParser(files: [String]) throws {
        let job = try #require(PlainArguments(files).flatMap(CheckCommand.job))
        let parsed = try #require(
            RootCommand.parseAsRoot([CheckCommand.name] + files) as? CheckCommand
        )
        #expect(String(describing: job) == String(describing: parsed.check))
        let withOutput = try #require(PlainArguments(files + ["-o", "b.csv"]))
        #expect(CheckCommand.job(withOutput) == nil)
    }

    @Test(
        arguments: [
            [], ["-o", "b.csv"], ["a.tsv", "-o"], ["a.tsv", "-o", "-"], ["-", "-o", "b.csv"],
            ["a.tsv", ""], ["a.tsv", "-ob.csv"], ["a.tsv", "-o=b.csv"], ["a.tsv", "-q"],
            ["a.tsv", "-o", "b.csv", "-o", "c.csv"], ["a.tsv", "--output", "b.csv"],
            ["--", "a.tsv"],
            ["a.tsv", "-o", "--to"], ["a.tsv", "--what"],
        ] as [[String]]
    )
    func leavesWhatIsNotPlainToTheParser(arguments: [String]) {
        #expect(PlainArguments(arguments) == nil)
    }

    @Test(arguments: [
        [], ["--help"], ["help"], ["help", "convert"], ["--version"], ["-o", "b.csv", "a.tsv"],
        ["convert", "--help"], ["convert", "a.tsv", "--version"], ["convert"], ["a.tsv", "--what"],
        ["summary", "a.tsv", "--by", "nobody"], ["--generate-completion-script", "bash"],
        ["convert", "--generate-completion-script", "bash"],
    ])
    func leavesTheRestToTheRoot(arguments: [String]) {
        #expect(RootCommand.commandAlone(in: arguments).map { "\($0)" } == nil)
    }
}
