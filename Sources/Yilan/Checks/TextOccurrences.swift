internal import TargetModel

/// Distinct texts of cells, each with its first target and how often it occurs.
struct TextOccurrences {
    /// One text.
    struct Occurrence {
        /// The text.
        var text: String
        /// The first target that has it (from 0).
        var first: Int
        /// How many targets have it.
        var count: Int
    }

    /// The texts, in the order of first appearance.
    private(set) var all: [Occurrence] = []
    private var texts = DistinctTexts()

    /// Counts the text of a target's cell.
    mutating func add(_ range: TextRange, of target: Int, in text: TextStore) {
        let number = texts.number(of: range, in: text)
        if number == all.count {
            all.append(Occurrence(text: text.string(range), first: target, count: 0))
        }
        all[number].count += 1
    }
}
