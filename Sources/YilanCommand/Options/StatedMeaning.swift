internal import ArgumentParser
internal import Yilan

/// What the user says that a column means: `LABEL=FIELD`.
struct StatedMeaning: ExpressibleByArgument {
    /// The column's label, as it stands in the table.
    var label: String
    /// What the column means.
    var field: Field

    /// Reads a meaning; nil where the argument isn't one.
    ///
    /// The label may hold `=` itself.
    init?(argument: String) {
        guard let sign = argument.lastIndex(of: "="), sign != argument.startIndex else {
            return nil
        }
        let name = argument[argument.index(after: sign)...]
        let named = Field.allCases.first { $0.key == name || $0.label == name }
        guard let field = named else { return nil }
        label = String(argument[..<sign])
        self.field = field
    }
}
