internal import SourceText
internal import TargetModel

/// Texts whose last clause stands there twice: 全面提升城市品质,全面提升城市品质.
enum RepeatedClauses: Check {
    static let looksAtEachAlone = true

    /// Shorter ones may be said twice: 再检查,再检查.
    private static let shortest = 15

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        for column in subject.columnsOfSentences {
            for target in subject.targets {
                let range = table.range(target, column)
                guard range.count > 2 * shortest,
                    let bytes = table.text.withSpan(of: range, repetition)
                else { continue }
                let clause = table.string(target, column: column).utf8
                    .dropFirst(bytes.lowerBound).prefix(bytes.count)
                findings.report(
                    finding(String(decoding: clause, as: UTF8.self), .warning),
                    target: target,
                    column: column,
                    bytes: bytes
                )
            }
        }
    }

    /// The bytes of the last clause where the one before it is the same; nil for nearly all.
    private static func repetition(_ text: Span<UInt8>) -> Range<Int>? {
        var end = text.count
        if length(ofMarkBefore: end, in: text) > 0 { end -= length(ofMarkBefore: end, in: text) }
        // The first byte of each mark, looked for in sixteen places at a time: scalar by scalar, this was
        // 2.6 % of `check`.
        let place = text.lastIndex(from: 0, upTo: end) {
            $0.equal(UInt8(ascii: ",")) | $0.equal(UInt8(ascii: ";"))
                | $0.equal(0xE3) | $0.equal(0xEF)
        } where: { index in
            length(ofMarkAt: index, upTo: end, in: text) > 0
        }
        guard let place else { return nil }
        let mark = length(ofMarkAt: place, upTo: end, in: text)
        let start = place + mark
        let count = end - start
        guard count >= shortest, start - mark >= count else { return nil }
        let before = start - mark - count
        // What is said twice begins a clause there, too.
        guard before == 0 || length(ofMarkBefore: before, in: text) > 0 else { return nil }
        for offset in 0..<count where text[before + offset] != text[start + offset] { return nil }
        return start..<end
    }

    /// How many bytes the mark before `end` has that parts clauses; 0 where there is none.
    private static func length(ofMarkBefore end: Int, in text: Span<UInt8>) -> Int {
        guard end > 0 else { return 0 }
        switch text[end - 1] {
        case UInt8(ascii: ","), UInt8(ascii: ";"): return 1
        // ， and ；, 。 and 、: the last byte of few other characters.
        case 0x8C, 0x9B: return end >= 3 && text[end - 3] == 0xEF && text[end - 2] == 0xBC ? 3 : 0
        case 0x81, 0x82: return end >= 3 && text[end - 3] == 0xE3 && text[end - 2] == 0x80 ? 3 : 0
        default: return 0
        }
    }

    /// How many bytes the mark has that parts clauses and begins at an index; 0 where none does.
    private static func length(ofMarkAt index: Int, upTo end: Int, in text: Span<UInt8>) -> Int {
        let byte = text[index]
        guard byte >= 0x80 else { return length(ofMarkBefore: index + 1, in: text) }
        return index + 3 <= end && length(ofMarkBefore: index + 3, in: text) == 3 ? 3 : 0
    }

    /// What is said of words that stand twice in a row.
    static func finding(_ words: String, _ severity: Severity) -> Diagnostic {
        Diagnostic(
            severity,
            .characterSlip,
            Wording(en: "“\(words)” stands here twice in a row", zh: "“\(words)”连写了两遍"),
            hint: Wording(en: "delete one of them", zh: "请删去一处")
        )
    }
}
