internal import Yilan

/// The help of a command, in the language of this run and aligned for Chinese text.
///
/// The argument parser's own help is English around the texts it is given, and takes a Chinese
/// character for one column.
struct HelpPage {
    /// How wide the page is, in columns.
    var columns: Int

    /// Returns the page on the program itself.
    func text(of tool: CommandDescription) -> String {
        let program = tool.commandName
        var text = opening(of: tool)
        text += heading(en: "Usage", zh: "用法")
        text +=
            Wording(
                en: "  \(program) <command> [options]\n  \(program) <input>... -o <output>\n",
                zh: "  \(program) <命令> [选项]\n  \(program) <输入文件>... -o <输出文件>\n"
            ).spoken
        text += heading(en: "Commands", zh: "命令")
        text += list(tool.listedCommands.map { ($0.commandName, $0.abstract ?? "") })
        text += heading(en: "Options", zh: "选项")
        text += list(tool.options.map(entry))
        let more = Wording(
            en: "See '\(program) help <command>' for the options of a command.",
            zh: "各命令的选项见 \(program) help <命令>。"
        )
        return text + "\n" + wrapped(more.spoken)
    }

    /// Returns the page on one command of the program.
    func text(of command: CommandDescription, in tool: CommandDescription) -> String {
        var text = opening(of: command)
        text += heading(en: "Usage", zh: "用法")
        let usage = LineWrapping.lines(of: Self.usage(of: command, in: tool), columns: columns - 6)
        text += "  " + usage.joined(separator: "\n      ") + "\n"
        if !command.positionals.isEmpty {
            text += heading(en: "Arguments", zh: "参数")
            text += list(command.positionals.map(entry))
        }
        text += heading(en: "Options", zh: "选项")
        return text + list(command.options.map(entry))
    }

    /// The line that shows how a command is used.
    static func usage(of command: CommandDescription, in tool: CommandDescription) -> String {
        let required = command.options.filter { !$0.isOptional && $0.defaultValue == nil }
            .filter { $0.kind == "option" && !$0.isRepeating }
        let parts =
            command.positionals.map { $0.isOptional ? "[\($0.usage)]" : $0.usage }
            + required.map(\.usage)
        return
            ([tool.commandName, command.commandName] + parts + [
                Wording(en: "[options]", zh: "[选项]").spoken
            ])
            .joined(separator: " ")
    }

    private func opening(of command: CommandDescription) -> String {
        var text = wrapped(command.abstract ?? "")
        if let discussion = command.discussion { text += "\n" + wrapped(discussion) }
        return text
    }

    private func heading(en english: String, zh chinese: String) -> String {
        "\n" + Wording(en: "\(english):", zh: "\(chinese)：").spoken + "\n"
    }

    private func entry(for option: OptionDescription) -> (String, String) {
        (Self.names(of: option), Self.description(of: option))
    }

    /// The names of an option and what stands for its value: `-o, --output <output>`.
    static func names(of option: OptionDescription) -> String {
        let names = option.typedNames.joined(separator: ", ")
        let label = [names, option.placeholder ?? ""].filter { !$0.isEmpty }
        return label.joined(separator: " ")
    }

    /// What an option is for, with its values and the one that holds where it isn't given.
    static func description(of option: OptionDescription) -> String {
        var text = builtIn(option) ?? option.abstract ?? ""
        let named = option.valueName?.split(separator: "|").map(String.init).sorted()
        if let values = option.allValues, !values.isEmpty, named != values.sorted() {
            let list = values.joined(separator: ", ")
            text += Wording(en: " (values: \(list))", zh: "（可选值：\(list)）").spoken
        }
        if let value = option.defaultValue, option.kind != "flag" {
            text += Wording(en: " (default: \(value))", zh: "（默认：\(value)）").spoken
        }
        return text
    }

    /// What the parser's own options are for, which it says in English only.
    private static func builtIn(_ option: OptionDescription) -> String? {
        switch option.typedNames.last {
        case "--help": Wording(en: "Show this help.", zh: "显示本帮助。").spoken
        case "--version": Wording(en: "Show the version.", zh: "显示版本号。").spoken
        default: nil
        }
    }

    /// How lines begin that are there to be pasted into a shell: they are never broken.
    static let commandIndent = "    "

    private func wrapped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            line.hasPrefix(Self.commandIndent)
                ? [String(line)] : LineWrapping.lines(of: String(line), columns: columns)
        }
        .map { $0 + "\n" }.joined()
    }

    /// The fewest columns of which the left ones can be kept for terms.
    private static let fewestForTwoSides = 60

    /// Terms on the left, what they mean on the right; below where the left is too long, or the page
    /// too narrow.
    private func list(_ entries: [(String, String)]) -> String {
        let widest = entries.map { DisplayWidth.of($0.0) }.max() ?? 0
        let indent = columns < Self.fewestForTwoSides ? 6 : min(widest, 26) + 4
        let margin = String(repeating: " ", count: indent)
        return entries.map { term, meaning in
            let lines = LineWrapping.lines(of: meaning, columns: max(20, columns - indent))
            let width = DisplayWidth.of(term) + 2
            let gap = String(repeating: " ", count: max(0, indent - width))
            let first = width + 2 > indent ? "  " + term + "\n" + margin : "  " + term + gap
            return first + lines.joined(separator: "\n" + margin) + "\n"
        }
        .joined()
    }
}
