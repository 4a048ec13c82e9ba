internal import ArgumentParser
internal import Glibc
internal import Yilan

/// How a list of changes is printed.
enum ChangeFormat: String, Choice {
    /// For people, with the changed characters marked.
    case text
    /// `yilan-corrections/1`, which `apply` reads.
    case json
    /// A row for each changed cell.
    case csv
    /// A table in Markdown.
    case markdown

    /// The format that a file's extension names; nil where it names none.
    static func ofFile(named path: String) -> ChangeFormat? {
        switch TargetFormat.fileExtension(of: path) {
        case "md", "markdown": .markdown
        case "json": .json
        case "csv": .csv
        case "txt": .text
        default: nil
        }
    }

    /// The format that a file's name asks for: text where it has no extension.
    ///
    /// - Throws: `CommandFailure` that lists the extensions, where the file has another one.
    static func asked(of path: String) throws(CommandFailure) -> ChangeFormat {
        if let format = ofFile(named: path) { return format }
        guard TargetFormat.fileExtension(of: path) == nil else {
            throw ReportFile.unknownKind(path)
        }
        return .text
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
        case .csv: return report.csv(session.language)
        case .markdown: return Array(report.markdown(session.language).utf8)
        }
    }
}
