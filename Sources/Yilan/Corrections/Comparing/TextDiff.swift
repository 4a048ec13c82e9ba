/// What changed between two texts, as people read it.
///
/// Whole characters are compared (with their combining marks), and a number or a Latin word counts
/// as one: 80% → 95% is a change of a number, not of two digits.
package struct TextDiff: Sendable, Equatable {
    /// What happened to a piece of text.
    package enum Kind: Sendable, Equatable {
        /// It stands in both texts.
        case kept
        /// It stands in the old text only.
        case deleted
        /// It stands in the new text only.
        case inserted
    }

    /// Text that one thing happened to.
    package struct Piece: Sendable, Equatable {
        /// What happened to it.
        package var kind: Kind
        /// The text.
        package var text: String

        /// Makes a piece.
        package init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// The pieces, in order; between two kept ones, the deleted one stands before the inserted one.
    ///
    /// The kept and deleted pieces make up the old text, the kept and inserted ones the new text.
    package let pieces: [Piece]

    /// The most steps that are spent on finding the shortest change of one text.
    static let costLimit = 1_000_000

    /// Compares two texts.
    ///
    /// The change is the shortest one, but for short kept pieces between changes, which would only
    /// confuse; texts that share too little are taken as replaced.
    /// - Complexity: O((n + m) d) for texts of n and m words that differ in d, and never more than
    ///   `costLimit` steps.
    package init(from old: String, to new: String) {
        let tokens = TextTokens(old, new)
        var edits = EditScript(from: tokens.old, to: tokens.new, costLimit: Self.costLimit).runs
        EditScript.absorbShortKept(&edits)
        if Self.shareTooLittle(tokens, edits) {
            edits = [.changed(tokens.old.indices, tokens.new.indices)]
        }
        var pieces: [Piece] = []
        for edit in edits {
            switch edit {
            case .kept(let range, _):
                pieces.append(Piece(.kept, tokens.oldText(range)))
            case .changed(let before, let after):
                if !before.isEmpty { pieces.append(Piece(.deleted, tokens.oldText(before))) }
                if !after.isEmpty { pieces.append(Piece(.inserted, tokens.newText(after))) }
            }
        }
        self.pieces = pieces
    }

    /// Whether no more than half of the shorter text stays: that much stays by chance.
    private static func shareTooLittle(_ tokens: TextTokens, _ edits: [EditScript.Run]) -> Bool {
        let kept = edits.reduce(0) { sum, edit in
            if case .kept(let range, _) = edit { return sum + range.count }
            return sum
        }
        return kept * 2 <= min(tokens.old.count, tokens.new.count)
    }
}

/// Two texts cut into what is compared as one; equal tokens have equal numbers.
private struct TextTokens {
    private(set) var old: [Int] = []
    private(set) var new: [Int] = []
    private var oldTexts: [Substring] = []
    private var newTexts: [Substring] = []

    init(_ one: String, _ other: String) {
        oldTexts = Self.tokens(of: one)
        newTexts = Self.tokens(of: other)
        // Keys are bytes: equality of strings would merge texts that are only canonically equal.
        var numbers: [[UInt8]: Int] = [:]
        func number(of text: Substring) -> Int {
            let key = Array(text.utf8)
            if let number = numbers[key] { return number }
            numbers[key] = numbers.count
            return numbers.count - 1
        }
        old = oldTexts.map(number)
        new = newTexts.map(number)
    }

    func oldText(_ range: Range<Int>) -> String { oldTexts[range].joined() }

    func newText(_ range: Range<Int>) -> String { newTexts[range].joined() }

    private static func tokens(of text: String) -> [Substring] {
        var tokens: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            var end = text.index(after: start)
            if let kind = wordKind(text[start]) {
                while end < text.endIndex, continues(text, at: end, kind) {
                    end = text.index(after: end)
                }
            }
            tokens.append(text[start..<end])
            start = end
        }
        return tokens
    }

    private enum WordKind { case number, word }

    private static func wordKind(_ character: Character) -> WordKind? {
        guard let byte = character.asciiValue else { return nil }
        switch byte {
        case 0x30...0x39: return .number
        case 0x41...0x5A, 0x61...0x7A: return .word
        default: return nil
        }
    }

    /// Whether the character at `index` belongs to the word before it; a point does inside a number.
    private static func continues(_ text: String, at index: String.Index, _ kind: WordKind) -> Bool
    {
        if wordKind(text[index]) == kind { return true }
        guard kind == .number, text[index] == "." else { return false }
        let next = text.index(after: index)
        return next < text.endIndex && wordKind(text[next]) == .number
    }
}
