internal import ArgumentParser
internal import Yilan

/// What a command line asks for.
protocol Job {
    /// Does the work.
    ///
    /// - Throws: `CommandFailure` where it can't be done, `ReaderHasGone` where nobody reads
    ///   standard output any more.
    func run(in session: Session) throws -> ExitStatus
}

/// A command of `yilan`.
protocol Command: ParsableCommand, Job {
    /// The word that runs it.
    static var name: String { get }

    /// The options that every command has.
    var common: CommonOptions { get }

    /// What arguments ask for that need no parser: the same as when it read them; nil where it has to.
    static func job(_ arguments: PlainArguments) -> (any Job)?
}

extension Command {
    static func job(_ arguments: PlainArguments) -> (any Job)? { nil }
}

extension CommandConfiguration {
    /// What a command of `yilan` is called and does, told in the language of this run.
    ///
    /// Under a name above its own, a command that is parsed alone is not first taken twice for a
    /// request for a completion script (3 % of the instructions of converting 60 targets), and
    /// without names for help, it isn't taken for requests for help of two kinds (2 %): such
    /// requests, the root's parser answers.
    init(
        command name: String,
        abstract: @autoclosure () -> Wording,
        discussion: @autoclosure () -> Wording? = nil
    ) {
        self.init(
            commandName: name,
            _superCommandName: RootCommand.name,
            abstract: RootCommand.isPassedOver ? "" : abstract().spoken,
            discussion: RootCommand.isPassedOver ? "" : discussion()?.spoken ?? "",
            helpNames: RootCommand.isPassedOver ? [] : nil
        )
    }
}

extension Session {
    /// Reads the inputs of a command that only tells of them, as one table, and shows what was found.
    ///
    /// - Throws: `CommandFailure` where one of the findings is an error, or nothing was read.
    func table(of input: InputOptions, isQuiet: Bool) throws(CommandFailure) -> TargetTable {
        let files = try InputFiles(input.inputs, input.reading.choices)
        var findings = DiagnosticBag()
        let content = try files.read(
            keepsLayout: false,
            progress: ProgressLine(session: self, isQuiet: isQuiet),
            reporting: &findings
        )
        return try settle(findings, content.table)
    }

    /// Shows what reading found.
    ///
    /// - Throws: `CommandFailure` where one of the findings is an error, so that no output is made.
    func settle(_ findings: DiagnosticBag) throws(CommandFailure) {
        if findings.hasErrors { throw CommandFailure(.data, findings) }
        show(findings)
    }

    /// Shows what reading found, and returns what was read.
    ///
    /// - Throws: `CommandFailure` where one of the findings is an error, or nothing was read.
    func settle<Content>(
        _ findings: DiagnosticBag,
        _ content: Content?
    ) throws(CommandFailure) -> Content {
        guard let content else { throw CommandFailure(.data, findings) }
        try settle(findings)
        return content
    }
}
