import TestSupport

extension SplitMix64 {
    /// What random texts are made of: words of official tables, and what is hard to compare.
    static let pieces = [
        "完成", "80%", "1.5", "亿元", "市民政局", " ", "、", ",", "(", ")", "的", "a", "Q2", "\u{301}",
        "\u{A0}", "\u{3000}", "𠮷", "👨‍👩‍👧", "\"", "=", "'", "\\", "|", "*", "<", "&", "007", "2023-10",
    ]

    /// A text of up to `maximumLength` pieces.
    mutating func text(maximumLength: Int) -> String {
        text(of: Self.pieces, upTo: maximumLength)
    }

    /// `text` with some of its characters left out, doubled or changed, or with others added.
    mutating func edited(_ text: String) -> String {
        var characters = Array(text)
        for _ in 0..<Int.random(in: 1...3, using: &self) {
            let index = Int.random(in: 0...characters.count, using: &self)
            if Bool.random(using: &self), index < characters.count { characters.remove(at: index) }
            if Bool.random(using: &self) {
                characters.insert(
                    contentsOf: self.text(maximumLength: 2),
                    at: min(index, characters.count)
                )
            }
        }
        return String(characters)
    }

    /// Up to `maximumCount` numbers below `bound`.
    mutating func numbers(upTo bound: Int, maximumCount: Int) -> [Int] {
        (0..<Int.random(in: 0...maximumCount, using: &self)).map { _ in
            Int.random(in: 0..<bound, using: &self)
        }
    }
}
