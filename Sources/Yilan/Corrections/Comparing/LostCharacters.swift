internal import SourceText

/// Tells texts in which a program put `?` for characters that its encoding doesn't have.
///
/// A CSV saved as ANSI loses what the code page lacks: one `?` for each UTF-16 unit, for each
/// character, or for each byte, as the program has it. ASCII is never lost.
enum LostCharacters {
    /// Whether `new` is `old` but for characters that became question marks.
    ///
    /// A full-width question mark alone is none of them: somebody may want a half-width one. Where
    /// nothing is left but marks, three or more, all was lost, however many there are.
    /// - Complexity: O(n) in the texts.
    static func isOnlyLoss(from old: String, to new: String) -> Bool {
        guard new.holds(mark) else { return false }
        if new.utf8.allSatisfy({ $0 == mark }), new.utf8.count > 2, new.utf8.count <= old.utf8.count
        {
            return old.unicodeScalars.contains { !$0.isASCII && $0 != "？" }
        }
        let (one, other) = (
            CellTextForm.compared(old, decodingEscapes: false),
            CellTextForm.compared(new, decodingEscapes: false)
        )
        // A blank at the edge may have become a mark, too.
        return hasOnlyLost(Array(one.unicodeScalars), Array(other.unicodeScalars))
            || hasOnlyLost(Array(old.unicodeScalars), Array(new.unicodeScalars))
    }

    private static func hasOnlyLost(_ before: [Unicode.Scalar], _ after: [Unicode.Scalar]) -> Bool {
        var ends: Ends = [0: false]
        for scalar in before {
            var next = Ends()
            for (end, hasLost) in ends {
                if end < after.count, isKept(scalar, as: after[end]) {
                    add(end + 1, hasLost, to: &next)
                }
                guard !scalar.isASCII else { continue }
                // Some programs drop what can't be seen.
                if isUnseen(scalar) { add(end, hasLost, to: &next) }
                var marks = 0
                while marks < UTF8.width(scalar), end + marks < after.count,
                    after[end + marks] == "?"
                {
                    marks += 1
                    add(end + marks, hasLost || scalar != "？", to: &next)
                }
            }
            if next.isEmpty { return false }
            ends = next
        }
        return ends[after.count] ?? false
    }

    /// The first character that became `?` while other things were changed as well; nil where none
    /// did.
    ///
    /// Others than those that GBK lacks count only where nothing but marks took their place.
    /// - Complexity: that of a `TextDiff`, where the new text has more question marks.
    static func firstLoss(from old: String, to new: String) -> Unicode.Scalar? {
        func marks(_ text: String) -> Int { text.utf8.count { $0 == mark } }
        guard new.holds(mark), marks(new) > marks(old) else { return nil }
        let pieces = TextDiff(from: old, to: new).pieces
        for (deleted, inserted) in zip(pieces, pieces.dropFirst())
        where deleted.kind == .deleted && inserted.kind == .inserted {
            guard inserted.text.utf8.contains(mark) else { continue }
            let scalars = deleted.text.unicodeScalars
            if let lost = scalars.first(where: isMissingInGBK) { return lost }
            // A code page without Chinese leaves marks and ASCII.
            let lost = scalars.filter { !$0.isASCII }
            let isASCII = inserted.text.utf8.allSatisfy { $0 < 0x80 }
            if isOnlyLoss(from: deleted.text, to: inserted.text)
                || (isASCII && lost.count > 1 && marks(inserted.text) >= lost.count)
            {
                return lost.first
            }
        }
        return nil
    }

    /// For each place (from 0) in the new text that the old one may reach, whether a character was
    /// lost on the way.
    private typealias Ends = [Int: Bool]

    private static let mark = UInt8(ascii: "?")

    private static func add(_ end: Int, _ hasLost: Bool, to ends: inout Ends) {
        ends[end, default: false] = ends[end, default: false] || hasLost
    }

    /// Whether a character came back; a no-break blank may come back as a blank.
    private static func isKept(_ old: Unicode.Scalar, as new: Unicode.Scalar) -> Bool {
        old == new || (old == "\u{A0}" && new == " ")
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isVariationSelector || scalar.isInvisible
    }

    /// Whether the ANSI code page of Chinese systems lacks a character: GB 18030 has four bytes for
    /// it, or two that GBK left to its users.
    private static func isMissingInGBK(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return false }
        let bytes = try? TextEncoding(.gb18030).encode(Array(String(scalar).utf8))
        guard let bytes, bytes.count == 2 else { return true }
        return bytes[0] == 0xFE && bytes[1] <= 0xA0
    }
}
