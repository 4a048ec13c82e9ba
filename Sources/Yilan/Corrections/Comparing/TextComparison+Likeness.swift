extension TextComparison {
    /// How many of the characters of the longer of two texts stand in both, from 0 to 1, blanks, figures
    /// and marks of ASCII apart.
    ///
    /// - Complexity: O(n) in the characters.
    static func likeness(_ one: String, _ other: String) -> Double {
        let (left, right) = (counts(of: one), counts(of: other))
        let shared = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
        let longer = max(left.values.reduce(0, +), right.values.reduce(0, +))
        return longer == 0 ? 1 : Double(shared) / Double(longer)
    }

    private static func counts(of text: String) -> [Unicode.Scalar: Int] {
        var counts: [Unicode.Scalar: Int] = [:]
        for scalar in text.unicodeScalars
        where scalar.value > 0x7F || scalar.properties.isAlphabetic {
            counts[scalar, default: 0] += 1
        }
        return counts
    }
}
