internal import Glibc
internal import Synchronization
internal import Yilan

/// What holds for one run: whom to speak to, and how.
struct Session {
    /// The language of messages and of tables for people.
    var language: Language
    /// How findings are printed.
    var diagnosticsFormat: DiagnosticsFormat
    /// The variables that the process was given.
    var environment: Environment
    /// What standard error is connected to.
    var errors: Terminal

    /// Finds out what holds for a run with these arguments.
    init(arguments: [String], environment: Environment) {
        language = CommandLanguage.chosen(by: arguments, in: environment)
        diagnosticsFormat =
            RawArguments(arguments).value(of: "--diagnostics")
            .flatMap(DiagnosticsFormat.init(rawValue:)) ?? .text
        self.environment = environment
        errors = Terminal(descriptor: STDERR_FILENO, environment: environment)
    }

    /// Shows findings on standard error, in their order.
    func show(_ diagnostics: [Diagnostic], suppressed: Int = 0) {
        StandardError.write(text(of: diagnostics, suppressed: suppressed))
    }

    /// What shows findings, in their order.
    func text(of diagnostics: [Diagnostic], suppressed: Int = 0) -> String {
        var text = ""
        let diagnostics = diagnostics.map(\.asShown)
        switch diagnosticsFormat {
        case .text:
            let form = DiagnosticText(
                language: language,
                columns: errors.columns ?? 100,
                hasColors: errors.hasColors
            )
            for diagnostic in diagnostics { text += form.text(of: diagnostic) }
            if suppressed > 0 { text += form.text(suppressed: suppressed) }
        case .json:
            let form = DiagnosticJSON(language: language)
            for diagnostic in diagnostics { text += form.text(of: diagnostic) }
            if suppressed > 0 { text += form.text(suppressed: suppressed) }
        }
        return text
    }

    /// Shows all findings of a bag.
    func show(_ bag: DiagnosticBag) {
        show(bag.all, suppressed: bag.suppressed)
    }

    /// Prints the result of a command on standard output.
    ///
    /// - Throws: `CommandFailure` where it can't be written, `ReaderHasGone` where nobody reads.
    func printResult(_ text: String) throws {
        try printResult(Array(text.utf8))
    }

    /// Prints the result of a command on standard output.
    ///
    /// - Throws: as for a text.
    func printResult(_ bytes: [UInt8]) throws {
        let output = StreamOutput()
        try output.write(bytes)
        try output.seal()
    }
}

/// Standard error: where it is full or closed, there is nobody left to tell.
enum StandardError {
    /// Writes a text as far as that is possible.
    static func write(_ text: String) {
        guard !text.isEmpty else { return }
        StandardStreams.haveSpoken.store(true, ordering: .relaxed)
        try? OpenFile.write(Array(text.utf8).span, to: STDERR_FILENO)
    }
}
