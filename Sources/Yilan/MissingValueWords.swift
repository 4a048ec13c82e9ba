/// The words that data programs put for a missing value, and that nobody writes into a table.
///
/// pandas and R read them, too: a cell that says `NA` comes back blank, which is an emptied cell.
enum MissingValueWords {
    /// Whether a text is such a word.
    static func contains(_ text: String) -> Bool {
        text.utf8.count <= 9 && words.contains(text.lowercased())
    }

    /// Those that are told wherever a table has one, as programs write them.
    static let spellings = ["null", "NULL", "None", "NaN", "nan", "undefined", "N/A", "n/a"]
    /// What spreadsheet programs show of a formula that finds nothing.
    static let noValue = "#N/A"

    private static let words = Set(spellings.map { $0.lowercased() })
        .union([noValue.lowercased(), "nat", "<na>", "nil", "na"])
}
