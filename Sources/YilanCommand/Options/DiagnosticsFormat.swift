internal import ArgumentParser

/// How findings are printed on standard error.
enum DiagnosticsFormat: String, Choice {
    /// For people.
    case text
    /// For programs: one JSON object a line.
    case json
}
