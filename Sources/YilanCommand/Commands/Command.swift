internal import ArgumentParser
internal import Yilan

/// A command of `yilan`.
protocol Command: ParsableCommand {
    /// The options that every command has.
    var common: CommonOptions { get }

    /// Does the work.
    ///
    /// - Throws: `CommandFailure` where it can't be done, `ReaderHasGone` where nobody reads
    ///   standard output any more.
    func run(in session: Session) throws -> ExitStatus
}

extension Session {
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
