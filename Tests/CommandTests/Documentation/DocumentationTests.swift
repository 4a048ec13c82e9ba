import Foundation
import TestSupport
import Testing

/// The documentation names everything that there is, and nothing else.
@Suite struct DocumentationTests {
    private static let catalogue = "Sources/Yilan/Documentation.docc"

    /// The codes of findings in the sources.
    ///
    /// They are what follows a severity or a kind of failure, what stands before a `Wording`, the
    /// cases of an error's `Code`, and what a property `code` gives.
    private static func codesInSources() throws -> Set<String> {
        var codes: Set<String> = []
        for file in Repository.files(in: "Sources", suffix: ".swift") {
            let text = try Repository.text(file)
                .replacing(/commandName: "[^"]*"/, with: "")
            codes.formUnion(
                text.matches(
                    of: /(?:\.(?:error|warning|note)|CommandFailure\(\s*\.\w+),\s*"([a-z-]+)"/
                )
                .map { String($0.1) }
            )
            codes.formUnion(
                text.matches(of: /"([a-z]+(?:-[a-z0-9]+)+)",[^"]{0,240}?Wording\(/)
                    .map { String($0.1) }
            )
            for pair in text.matches(of: /\? "([a-z]+(?:-[a-z]+)+)" : "([a-z]+(?:-[a-z]+)+)",/) {
                codes.formUnion([String(pair.1), String(pair.2)])
            }
            if text.contains("enum Code: String") || text.contains(".Code {") {
                codes.formUnion(
                    text.matches(of: /(?:case \w+ = |rawValue: )"([a-z0-9-]+)"/)
                        .map { String($0.1) }
                )
            }
            for property in text.matches(of: /var code: String \{(?s:.*?)\n    \}/) {
                let values = property.0.matches(of: /"([a-z0-9-]+)"/)
                codes.formUnion(values.map { String($0.1) })
            }
        }
        return codes
    }

    /// The codes in the tables of the page: first cell of a row, between backticks.
    private static func codesOnPage() throws -> Set<String> {
        let text = try Repository.text(catalogue + "/Guides/Diagnostics.md")
        let cells = text.matches(of: /(?m)^\| ([^|]*) \|/).map(\.1)
        return Set(cells.flatMap { $0.matches(of: /`([a-z0-9-]+)`/).map { String($0.1) } })
    }

    @Test func everyCodeIsExplained() throws {
        let sources = try Self.codesInSources()
        let page = try Self.codesOnPage()
        #expect(sources.count > 10)
        #expect(sources.subtracting(page).sorted() == [], "not on the page Diagnostics")
        #expect(page.subtracting(sources).sorted() == [], "on the page Diagnostics only")
    }

    @Test func everyCommandIsShown() throws {
        let run = try YilanProgram.run(["--experimental-dump-help"], in: WorkFolder())
        let help = try JSONDecoder().decode(HelpDump.self, from: Data(run.output))
        let names = (help.command.subcommands ?? []).map(\.commandName).filter { $0 != "help" }
        #expect(names.count > 4)
        let pages = try Repository.files(in: Self.catalogue + "/Guides", suffix: ".md")
            .map { try Repository.text($0) }.joined()
        for name in names {
            #expect(pages.contains("yilan \(name)"), "no guide shows `yilan \(name)`")
        }
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
