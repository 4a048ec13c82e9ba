/// The words that data programs put for a missing value, and that nobody writes into a table.
///
/// pandas and R read them, too: a cell that says `NA` comes back blank, which is an emptied cell.
enum MissingValueWords {
    /// Whether a text is such a word.
    static func contains(_ text: String) -> Bool {
        text.utf8.count <= 9 && words.contains(text.lowercased())
    }

    private static let words: Set<String> = [
        "nan", "none", "nat", "<na>", "null", "undefined", "#n/a", "nil", "n/a", "na",
    ]
}
