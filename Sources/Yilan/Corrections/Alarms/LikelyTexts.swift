internal import SourceText
internal import TargetModel

/// Some texts, and whether another may be one of them, which is told by a look at its end.
///
/// Of a hundred thousand others most are told apart by a bit, and nearly all by a number. With the numbers
/// alone, that takes three times as long.
struct LikelyTexts: Sendable {
    /// Numbers that are the same for the same text.
    private var numbers: Set<UInt64> = []
    private var filter: HashFilter

    /// Takes texts.
    ///
    /// - Complexity: O(n) in their number.
    init(_ texts: some Collection<String>) {
        filter = HashFilter(room: texts.count)
        numbers.reserveCapacity(texts.count)
        for text in texts {
            let number = Self.number(of: text.utf8.span)
            numbers.insert(number)
            filter.insert(number)
        }
    }

    /// Whether a text may be one of them; where it isn't for certain, it is none.
    ///
    /// - Complexity: O(1).
    func mayHold(_ text: Span<UInt8>) -> Bool {
        let number = Self.number(of: text)
        return filter.mayContain(number) && numbers.contains(number)
    }

    /// Those of some targets of a table (both from 0) whose text in a column may be one of them.
    ///
    /// - Complexity: O(n) in the targets.
    func likely(of targets: Range<Int>, _ column: Int, in table: TargetTable) -> [Int] {
        var found: [Int] = []
        for target in targets
        where table.text.withSpan(of: table.range(target, column), { mayHold($0) }) {
            found.append(target)
        }
        return found
    }

    /// A number of a text's size and of some bytes from its end, which lie side by side, since to fetch a
    /// text from memory takes longer than all else.
    private static func number(of text: Span<UInt8>) -> UInt64 {
        let end = text.head(from: max(0, text.count - 8))
        let before = text.head(from: max(0, text.count - 16))
        let mixed = end &* 0x9E37_79B9_7F4A_7C15
        return ((mixed ^ mixed >> 32) &+ before &+ UInt64(text.count)) &* 0xFF51_AFD7_ED55_8CCD
    }
}
