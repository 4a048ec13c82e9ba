/// How a run ends, in the numbers of `sysexits.h`.
enum ExitStatus: Int32 {
    /// Done; `diff` found no difference, `check` nothing at the level asked for.
    case done = 0
    /// `diff`: different; `check`: findings; `apply`: conflicts.
    case findings = 1
    /// The command line is wrong.
    case usage = 64
    /// An input's content is wrong.
    case data = 65
    /// An input isn't there or can't be read.
    case noInput = 66
    /// An output can't be created.
    case cannotCreate = 73
    /// Reading or writing failed on the way.
    case inputOutput = 74
    /// Others changed the official table again and again; nothing was written.
    case tryAgain = 75

    /// Whether the run could not do what it was asked for; findings are an answer.
    var isFailure: Bool { self != .done && self != .findings }
}
