internal import ArgumentParser
internal import Glibc
internal import Yilan

/// `yilan formats`: lists the formats that are read and written.
struct FormatsCommand: Command {
    static let name = "formats"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "List the formats that are read and written.",
                zh: "列出可以读写的格式。"
            )
        )
    }

    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let header = [
            Wording(en: "format", zh: "格式"), Wording(en: "extensions", zh: "扩展名"),
            Wording(en: "what it is", zh: "说明"),
        ]
        let rows = TargetFormat.all.map { format in
            [
                format.name,
                format.fileExtensions.map { "." + $0 }.joined(separator: " "),
                format.summary[session.language],
            ]
        }
        let terminal = Terminal(descriptor: STDOUT_FILENO, environment: session.environment)
        let table = TerminalTable(
            header: header.map { $0[session.language] },
            rows: rows,
            alignments: [.left, .left, .left]
        )
        try session.printResult(
            table.text(columns: terminal.columns) + "\n" + Self.closing[session.language] + "\n"
        )
        return .done
    }

    /// What can be done with the formats.
    private static var closing: Wording {
        let onlyRead = TargetFormat.all.filter { $0.writer == nil }.map(\.name)
        guard !onlyRead.isEmpty else {
            return Wording(
                en: "Every format is read and written. - is standard input or output.",
                zh: "以上格式均可读可写。- 表示标准输入或标准输出。"
            )
        }
        return Wording(
            en: "Every format is read, and written but for \(list: onlyRead, ", "). "
                + "- is standard input or output.",
            zh: "以上格式均可读；除 \(list: onlyRead, "、") 外均可写。"
                + "- 表示标准输入或标准输出。"
        )
    }
}
