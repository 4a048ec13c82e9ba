extension OddCharacters {
    /// The kinds of odd characters of which a new text has more than an old one: the first of each
    /// in the new text, and how many more there are.
    ///
    /// - Complexity: O(n) in the texts.
    static func added(
        in new: String,
        to old: String
    ) -> [(oddity: Oddity, scalar: Unicode.Scalar, count: Int)] {
        let now = oddities(in: new)
        guard !now.isEmpty else { return [] }
        let before = oddities(in: old)
        return now.compactMap { found in
            let known = before.first { $0.oddity == found.oddity }?.count ?? 0
            guard found.count > known else { return nil }
            return (found.oddity, found.scalar, found.count - known)
        }
    }
}
