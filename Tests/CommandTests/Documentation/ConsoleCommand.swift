import Foundation

/// A command of a Markdown file's `console` block, with what the file says it prints.
struct ConsoleCommand: Sendable, CustomStringConvertible {
    /// The file's heading that it stands under; the commands of one heading are one story.
    var heading: String
    /// Line of the file, from 1.
    var line: Int
    /// What is run, by a shell.
    var command: String
    /// The lines that follow; `…` alone on a line stands for any number of lines.
    var output: [String]

    var description: String { "line \(line): \(command)" }

    /// Reads the commands of a Markdown text.
    ///
    /// They are lines with `$ ` in blocks fenced as `console`, where `> ` goes on after a backslash
    /// or in a here-document that `END` ends; and comments such as `<!-- $ command -->`, which do
    /// what a person would do by hand.
    static func all(in markdown: String) -> [ConsoleCommand] {
        var commands: [ConsoleCommand] = []
        var heading = ""
        var fence: String?
        for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init).enumerated()
        {
            func append(_ command: some StringProtocol) {
                commands.append(
                    ConsoleCommand(
                        heading: heading,
                        line: index + 1,
                        command: String(command),
                        output: []
                    )
                )
            }
            if line.hasPrefix("```") {
                fence = fence == nil ? String(line.dropFirst(3)) : nil
            } else if fence == nil, line.hasPrefix("#") {
                heading = line
            } else if fence == nil, line.hasPrefix("<!-- $ "), line.hasSuffix(" -->") {
                append(line.dropFirst(7).dropLast(4))
            } else if fence == "console" {
                if line.hasPrefix("$ ") {
                    append(line.dropFirst(2))
                } else if line.hasPrefix("> "), commands.last?.goesOn == true {
                    commands[commands.count - 1].command += "\n" + line.dropFirst(2)
                } else if !commands.isEmpty {
                    commands[commands.count - 1].output.append(line)
                }
            }
        }
        return commands
    }

    /// Whether a shell would ask for a further line.
    private var goesOn: Bool {
        command.hasSuffix("\\") || (command.contains("<<'END'") && !command.hasSuffix("\nEND"))
    }

    /// Returns the text with what commands print in place of what it shows; by line, from 1.
    static func replacing(
        _ commands: [ConsoleCommand],
        with printed: [Int: [String]],
        in markdown: String
    ) -> String {
        var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        for command in commands.sorted(by: { $0.line > $1.line }) {
            let start = command.line + command.command.count { $0 == "\n" }
            lines.replaceSubrange(
                start..<(start + command.output.count),
                with: printed[command.line] ?? []
            )
        }
        return lines.joined(separator: "\n")
    }

    /// Whether printed lines are those that the file shows.
    func accepts(_ printed: [String]) -> Bool {
        Self.matches(printed[...], output[...])
    }

    private static func matches(_ printed: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool
    {
        guard let first = shown.first else { return printed.isEmpty }
        if first.trimmingCharacters(in: .whitespaces) == "…" {
            return (printed.startIndex...printed.endIndex)
                .contains { matches(printed[$0...], shown.dropFirst()) }
        }
        return printed.first == first && matches(printed.dropFirst(), shown.dropFirst())
    }
}
