import Foundation
import SourceText
import TestSupport
import Testing

/// The documentation names everything that there is, and nothing else.
@Suite struct DocumentationTests {
    private static let catalogue = "Sources/Yilan/Documentation.docc"

    /// The codes in the tables of the page, in its order: first cell of a row, between backticks.
    private static func codesOnPage() throws -> [String] {
        let text = try Repository.text(catalogue + "/Guides/Diagnostics.md")
        let cells = text.matches(of: /(?m)^\| ([^|]*) \|/).map(\.1)
        return cells.flatMap { $0.matches(of: /`([a-z0-9-]+)`/).map { String($0.1) } }
    }

    /// The page lists what the enumeration lists, in its order, and nothing else.
    @Test func everyCodeIsExplained() throws {
        let codes = FindingCode.allCases.map(\.rawValue)
        let page = try Self.codesOnPage()
        #expect(Set(codes).subtracting(page).sorted() == [], "not on the page Diagnostics")
        #expect(Set(page).subtracting(codes).sorted() == [], "on the page Diagnostics only")
        #expect(page == codes, "in another order")
    }

    /// No code stands in the list that nothing reports.
    @Test func everyCodeIsReported() throws {
        let sources = try Repository.files(in: "Sources", suffix: ".swift")
            .filter { !$0.hasSuffix("/FindingCode.swift") }
            .map { try Repository.text($0) }.joined()
        let used = Set(sources.matches(of: /\.([a-z][A-Za-z0-9]+)/).map { $0.1.lowercased() })
        let unused = FindingCode.allCases.filter {
            !used.contains($0.rawValue.replacing("-", with: ""))
        }
        #expect(unused == [])
    }

    /// Whoever uses the library has no command line: what it says names no option and no command.
    @Test func theLibraryNamesNoOptions() throws {
        let commands = try Self.commands()
        let said = /"[^"]*"/
        for file in Repository.files(in: "Sources", suffix: ".swift")
        where !file.contains("/YilanCommand/") {
            for line in try Repository.text(file).split(separator: "\n")
            where !line.contains("//") {
                for words in line.matches(of: said).map(\.output) {
                    #expect(words.firstMatch(of: /--[a-z]/) == nil, "\(file)")
                    #expect(!commands.contains { words.contains("yilan \($0)") }, "\(file)")
                }
            }
        }
    }

    @Test func everyCommandIsShown() throws {
        let names = try Self.commands()
        #expect(names.count > 4)
        let pages = try Repository.files(in: Self.catalogue + "/Guides", suffix: ".md")
            .map { try Repository.text($0) }.joined()
        for name in names {
            #expect(pages.contains("yilan \(name)"), "no guide shows `yilan \(name)`")
        }
    }

    /// The words that run commands.
    private static func commands() throws -> [String] {
        let run = try YilanProgram.run(["--experimental-dump-help"], in: WorkFolder())
        let help = try JSONDecoder().decode(HelpDump.self, from: Data(run.output))
        return (help.command.subcommands ?? []).map(\.commandName).filter { $0 != "help" }
    }

    /// Links between pages lead somewhere, and every page can be reached from the first.
    @Test func pagesAreLinked() throws {
        let pages = Repository.files(in: Self.catalogue, suffix: ".md")
        func name(_ page: String) -> String {
            String(page.split(separator: "/").last?.dropLast(3) ?? "")
        }
        let names = Set(pages.map(name))
        var links: [String: Set<String>] = [:]
        for page in pages {
            let text = try Repository.text(page)
            let targets = text.matches(of: /<doc:([^>#]+)(?:#[^>]*)?>/).map { String($0.1) }
            for target in targets {
                #expect(names.contains(target), "\(page) links to \(target), which is not there")
            }
            links[name(page), default: []].formUnion(targets)
        }
        var reached: Set<String> = ["Yilan"]
        var open = ["Yilan"]
        while let page = open.popLast() {
            for target in links[page] ?? [] where reached.insert(target).inserted {
                open.append(target)
            }
        }
        #expect(names.subtracting(reached).sorted() == [], "not to be reached from the first page")
    }
}

/// What `--experimental-dump-help` prints, as far as it is needed.
private struct HelpDump: Decodable {
    struct Command: Decodable {
        var commandName: String
        var subcommands: [Command]?
    }

    var command: Command
}
