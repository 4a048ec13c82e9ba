internal import ArgumentParser
internal import Glibc
internal import Synchronization
internal import Yilan

/// One run of `yilan`, from its arguments to its exit status.
struct Program {
    private let arguments: [String]
    private let session: Session

    /// Prepares to run with the arguments behind the program's name.
    init(arguments: [String], environment: Environment) {
        self.arguments = RawArguments.understood(arguments)
        session = Session(arguments: arguments, environment: environment)
    }

    /// Does what the arguments say.
    ///
    /// No failure ends without a word on one of the streams: commands end with a failing status
    /// where they have told why, and here it is seen whether they have.
    func run() -> ExitStatus {
        MemoryShortage.prepare(for: session)
        return CommandLanguage.$current.withValue(session.language) {
            let status = outcome()
            if status.isFailure, !StandardStreams.haveSpoken.load(ordering: .relaxed) {
                session.show([.unexplained])
            }
            return status
        }
    }

    private func outcome() -> ExitStatus {
        do {
            let job: any Job
            do {
                job = try parsed()
            } catch {
                return try ParserAnswer(to: arguments, error).give(in: session)
            }
            try session.environment.check()
            return try job.run(in: session)
        } catch is ReaderHasGone {
            return .done
        } catch let failure as CommandFailure {
            session.show(failure.diagnostics, suppressed: failure.suppressed)
            return failure.status
        } catch {
            // Nothing throws anything else; if it does, the user is told all the same.
            let message = Wording(verbatim: "\(String(describing: error))")
            session.show([Diagnostic(.error, .internalError, message)])
            return .inputOutput
        }
    }

    /// Has another core make ready what the file that is asked for needs, while this one reads the arguments.
    ///
    /// It is a guess, which does no harm where it is wrong.
    private func prepareOutput() {
        let raw = RawArguments(arguments)
        let output = raw.value(of: "-o") ?? raw.value(of: "--output")
        output.flatMap(TargetFormat.ofFile)?.prepareToWrite()
    }

    /// The command that the arguments name.
    ///
    /// The parser of the one command that is named reads what that command understands. All else,
    /// the root's parser answers: it goes through the options of every command on the way, which
    /// was a quarter of converting a table of 60 targets.
    /// - Throws: what the parser throws, requests for help and version among it.
    private func parsed() throws -> any Job {
        prepareOutput()
        if let gathered = GivenPaths.gathering(arguments),
            let command = RootCommand.commandAlone(in: gathered)
        {
            return command
        }
        if let command = RootCommand.commandAlone(in: arguments) { return command }
        var parsed = try RootCommand.parseAsRoot(arguments)
        if let command = parsed as? any Command { return command }
        // A command of the parser's own: it answers by throwing.
        try parsed.run()
        throw CleanExit.helpRequest()
    }
}

/// The three streams that a program may count on.
enum StandardStreams {
    /// Whether anything was written to standard output or standard error, or tried to be.
    static let haveSpoken = Atomic(false)

    /// Opens what is closed, so that no file that is opened later takes the place of a stream.
    ///
    /// Opened for the other direction, such a stream fails on use as the closed one would.
    static func makeSureTheyAreOpen() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
        where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
            let flags = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY
            _ = unsafe open("/dev/null", flags)
        }
    }
}
