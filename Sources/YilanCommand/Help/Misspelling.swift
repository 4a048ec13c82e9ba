/// Finds out what was meant by a word that there is not.
enum Misspelling {
    /// The word that is hardly different: two letters, or a fifth of them; of several the first.
    ///
    /// - Complexity: O(n · m) in the letters of the word and of all words.
    static func correction(of word: String, among words: [String]) -> String? {
        let letters = Array(word.utf8)
        let found = words.map { ($0, distance(from: letters, to: Array($0.utf8))) }
            .min { $0.1 < $1.1 }
        return found.flatMap { $0.1 <= max(2, letters.count / 5) ? $0.0 : nil }
    }

    /// How many letters have to be typed, dropped or replaced (Levenshtein).
    ///
    /// - Complexity: O(n · m) in the letters.
    private static func distance(from one: [UInt8], to other: [UInt8]) -> Int {
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in other.indices {
                let replaced = diagonal + (letter == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
