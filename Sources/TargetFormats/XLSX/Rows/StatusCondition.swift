internal import SpreadsheetML

/// Conditions on the cell of a status, for conditional formats: those take no arrays.
enum StatusCondition {
    /// Whether a cell says that a target is behind.
    static func behind(_ cell: String, _ words: [String]) -> String {
        let each = words.map { "\(cell)=\(FormulaText.literal($0))" }
        return each.count == 1 ? each[0] : "OR(\(each.joined(separator: ",")))"
    }

    /// Whether a cell is blank.
    static func blank(_ cell: String) -> String {
        "LEN(TRIM(\(cell)))=0"
    }
}
