internal import ArgumentParser

/// How the result of a command is printed.
enum ReportFormat: String, Choice {
    /// For people.
    case text
    /// For programs.
    case json
}
