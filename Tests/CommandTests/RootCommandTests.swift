import ArgumentParser
import Testing

@testable import YilanCommand

/// The parser of one command makes of its arguments what the root's parser makes of all.
@Suite struct RootCommandTests {
    @Test(arguments: [
        ["a.tsv", "-o", "b.csv"],
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
