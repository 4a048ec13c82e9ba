internal import SourceText

/// Why a command can't go on: what to tell the user, and the status to end with.
struct CommandFailure: Error {
    /// The status that the process ends with.
    var status: ExitStatus
    /// What to tell the user, in order; empty where everything was said already.
    var diagnostics: [Diagnostic]

    /// Makes a failure that says several things.
    init(_ status: ExitStatus, _ diagnostics: [Diagnostic]) {
        self.status = status
        self.diagnostics = diagnostics
    }

    /// Makes a failure about `file`, or about the command line where that is nil.
    init(
        _ status: ExitStatus,
        _ code: String,
        _ message: Wording,
        hint: Wording? = nil,
        file: String? = nil
    ) {
        let diagnostic = Diagnostic(.error, code, message, hint: hint, file: file)
        self.init(status, [diagnostic])
    }

    /// Makes a failure that says that the command line is wrong.
    static func usage(_ message: Wording, hint: Wording? = nil) -> CommandFailure {
        CommandFailure(.usage, "usage", message, hint: hint)
    }
}

/// Whoever reads standard output has gone: nothing is left to do, and nothing is wrong.
struct ReaderHasGone: Error {}
