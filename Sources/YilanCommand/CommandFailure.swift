internal import Yilan

/// Why a command can't go on: what to tell the user, and the status to end with.
struct CommandFailure: Error {
    /// The status that the process ends with.
    var status: ExitStatus
    /// What to tell the user, in order; nobody has told it yet.
    var diagnostics: [Diagnostic]
    /// How many findings more there are, of which only this is told.
    var suppressed = 0

    /// Makes a failure that says several things.
    init(_ status: ExitStatus, _ diagnostics: [Diagnostic]) {
        self.status = status
        self.diagnostics = diagnostics
    }

    /// Makes a failure that findings explain, which were not shown yet.
    init(_ status: ExitStatus, _ findings: DiagnosticBag) {
        self.init(status, findings.all)
        suppressed = findings.suppressed
    }

    /// Makes a failure about `file`, or about the command line where that is nil.
    init(
        _ status: ExitStatus,
        _ code: FindingCode,
        _ message: Wording,
        hint: Wording? = nil,
        file: String? = nil
    ) {
        let diagnostic = Diagnostic(.error, code, message, hint: hint, file: file)
        self.init(status, [diagnostic])
    }

    /// Makes a failure that says that the command line is wrong.
    static func usage(_ message: Wording, hint: Wording? = nil) -> CommandFailure {
        CommandFailure(.usage, .usage, message, hint: hint)
    }
}

/// Whoever reads standard output has gone: nothing is left to do, and nothing is wrong.
struct ReaderHasGone: Error {}
