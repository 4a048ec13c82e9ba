/// Finds out what was meant by a word that there is not.
enum Misspelling {
    /// The word that is hardly different; of several the first.
    ///
    /// One letter in three may be wrong, up to two, or a fifth of a long word: `--bar` isn't meant for
    /// `--year`.
    /// - Complexity: O(n · m) in the letters of the word and of all words.
    static func correction(of word: String, among words: [String]) -> String? {
        let letters = letters(of: word)
        guard letters.count > 1 else { return nil }
        let found = words.map { ($0, self.letters(of: $0)) }
            .map { (word: $0.0, count: $0.1.count, distance: distance(from: letters, to: $0.1)) }
            .min { $0.distance < $1.distance }
        guard let found else { return nil }
        let longer = max(letters.count, found.count)
        return found.distance <= min(max(1, longer / 3), max(2, longer / 5)) ? found.word : nil
    }

    /// What is typed of a word, without what every option begins with.
    private static func letters(of word: String) -> [Unicode.Scalar] {
        Array(word.unicodeScalars.drop { $0 == "-" })
    }

    /// How many letters have to be typed, dropped, replaced or swapped with the next.
    ///
    /// - Complexity: O(n · m) in the letters.
    private static func distance(from one: [Unicode.Scalar], to other: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var above = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var row = [index + 1]
            for (column, wanted) in other.enumerated() {
                var least = min(row[column], above[column + 1]) + 1
                least = min(least, above[column] + (letter == wanted ? 0 : 1))
                if index > 0, column > 0, letter == other[column - 1], one[index - 1] == wanted {
                    least = min(least, before[column - 1] + 1)
                }
                row.append(least)
            }
            (before, above) = (above, row)
        }
        return above[other.count]
    }
}
