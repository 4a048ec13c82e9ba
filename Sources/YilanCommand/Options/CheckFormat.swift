internal import ArgumentParser

/// How `check` prints what it found.
enum CheckFormat: String, Choice {
    /// For people.
    case text
    /// One document for programs.
    case json
    /// SARIF 2.1.0, which code review and editors show beside the text.
    case sarif
    /// A line for each finding that GitHub Actions shows beside the text.
    case annotations
}
