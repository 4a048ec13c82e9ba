internal import ArgumentParser
internal import Glibc
internal import SourceText
internal import Yilan

/// How a list of changes is printed.
enum ChangeFormat: String, CaseIterable, ExpressibleByArgument {
    /// For people, with the changed characters marked.
    case text
    /// `yilan-corrections/1`, which `apply` reads.
    case json
    /// A row for each changed cell.
    case csv
    /// A table in Markdown.
    case markdown

    /// The format of a report's file, by its extension.
    ///
    /// - Throws: `CommandFailure` that lists the extensions, where the file has none of them.
    init(ofReport path: String) throws(CommandFailure) {
        let name = path.lowercased()
        if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
            self = .markdown
        } else if name.hasSuffix(".json") {
            self = .json
        } else if name.hasSuffix(".csv") {
            self = .csv
        } else if name.hasSuffix(".txt") {
            self = .text
        } else {
            throw CommandFailure(
                .usage,
                "unknown-format",
                Wording(
                    en: "the name doesn't tell the format of the report",
                    zh: "从文件名看不出报告是什么格式"
                ),
                hint: Wording(
                    en: "reports are .md, .json, .csv or .txt",
                    zh: "报告的扩展名应为 .md、.json、.csv 或 .txt"
                ),
                file: path
            )
        }
    }

    /// Returns a report in this format, with colours where it goes to a terminal that has some.
    func bytes(
        of report: ChangeReport,
        to destination: Destination,
        in session: Session
    ) -> [UInt8] {
        switch self {
        case .text:
            let terminal = Terminal(descriptor: STDOUT_FILENO, environment: session.environment)
            let isShown = destination == .standardOutput && terminal.isTerminal
            let style = ChangeReport.TextStyle(
                language: session.language,
                usesColour: isShown && terminal.hasColors,
                // In a file or a pipe nobody is short of room.
                context: isShown ? 24 : nil
            )
            return Array(report.text(style).utf8)
        case .json: return report.json()
        case .csv: return report.csv()
        case .markdown: return Array(report.markdown(session.language).utf8)
        }
    }
}
