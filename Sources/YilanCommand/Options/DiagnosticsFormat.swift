internal import ArgumentParser

/// How findings are printed on standard error.
enum DiagnosticsFormat: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case text
    /// For programs: one JSON object a line.
    case json
}
