import Foundation
import TestSupport
import Testing

/// Everything that README.md and the guides show in a terminal happens as they show it.
@Suite struct ReadmeTests {
    static let files =
        ["README.md"]
        + Repository.files(in: "Sources/Yilan/Documentation.docc/Guides", suffix: ".md")

    /// With `UPDATE_GOLDEN` in the environment, what differs is put into the file instead.
    @Test(arguments: files)
    func commandsPrintWhatIsShown(_ file: String) throws {
        let text = try Repository.text(file)
        let commands = ConsoleCommand.all(in: text)
        var printed: [Int: [String]] = [:]
        for story in Dictionary(grouping: commands, by: \.heading).values {
            try tell(story, &printed)
        }
        let differing = commands.filter { command in
            printed[command.line].map { !command.accepts($0) } ?? true
        }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil, !differing.isEmpty {
            let updated = ConsoleCommand.replacing(differing, with: printed, in: text)
            try Data(updated.utf8).write(to: Repository.root.appending(path: file))
            Issue.record("updated \(file); review the difference, then run again")
            return
        }
        for command in differing {
            let output = printed[command.line, default: []].joined(separator: "\n")
            Issue.record("\(file), \(command) printed:\n\(output)")
        }
    }

    /// Runs the commands of one heading one after the other in a copy of the samples.
    ///
    /// What each prints goes into `printed`, by the command's line.
    private func tell(_ story: [ConsoleCommand], _ printed: inout [Int: [String]]) throws {
        if story.contains(where: { $0.command.contains(".venv/") }) { _ = try Validator.python() }
        let folder = try WorkFolder()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "Samples"),
            to: folder.url.appending(path: "Samples")
        )
        for name in [".venv", "Tests"] {
            try FileManager.default.createSymbolicLink(
                at: folder.url.appending(path: name),
                withDestinationURL: Repository.root.appending(path: name)
            )
        }
        for command in story {
            let run = try YilanProgram.shell(
                "exec 2>&1; " + command.command,
                in: folder,
                environment: [
                    "LC_ALL": "C.UTF-8",
                    "COLUMNS": "80",
                    "SOURCE_DATE_EPOCH": "1700000000",
                    "PYTHONDONTWRITEBYTECODE": "1",
                    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A",
                    "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
                    "GIT_COMMITTER_EMAIL": "a@example.org",
                ]
            )
            var lines = run.outputText.split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init)
            if lines.last == "" { lines.removeLast() }
            printed[command.line] = lines
        }
    }

    /// Blocks that are not run here are what `.ci/run` runs, or other languages.
    @Test func otherBlocksAreCovered() throws {
        let readme = try Repository.text("README.md")
        let makefile = try Repository.text("Makefile")
        var fence: String?
        for line in readme.split(separator: "\n") {
            if line.hasPrefix("```") {
                fence = fence == nil ? String(line.dropFirst(3)) : nil
            } else if fence == "sh" {
                let words = line.split(separator: " ")
                #expect(words.first == "make", "\(line)")
                #expect(words.count > 1 && makefile.contains("\n\(words[1]):"), "\(line)")
            } else if let fence {
                #expect(["console", "swift", "json", "gitattributes"].contains(fence), "\(fence)")
            }
        }
    }
}
