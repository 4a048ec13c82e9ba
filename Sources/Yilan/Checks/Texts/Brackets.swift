internal import SourceText
internal import TargetModel

/// Quotes and brackets of which one is missing.
enum Brackets: TextCheck {
    static let phrases = pairs.flatMap { [$0.open, $0.close] } + ["\""]

    /// The number of the quote that is its own partner.
    private static let straightQuote = phrases.count - 1

    /// Half- and full-width brackets close each other; what is mixed is another check's.
    private static let pairs: [(open: String, close: String, kind: Int)] = [
        ("“", "”", 0), ("《", "》", 1), ("(", ")", 2), ("（", "）", 2),
        ("【", "】", 3),
        ("「", "」", 4), ("[", "]", 5), ("〔", "〕", 6),
    ]

    /// Marks of a text, as they come: where each is closed by its own partner before one around it is, the
    /// text needs no look.
    struct Pairing {
        /// The phrases that close what is open, five bits each, the innermost lowest.
        private var closing: UInt64 = 0
        private var isBroken = false

        /// Adds a mark, by its number in `phrases`; a straight quote is closed by none.
        mutating func add(_ phrase: Int) {
            let mark = UInt64(phrase)
            if mark % 2 == 1, closing & 31 == mark {
                closing >>= 5
            } else if mark % 2 == 0, closing < 1 << 59 {
                closing = closing << 5 | mark + 1
            } else {
                isBroken = true
            }
        }

        /// Whether all were closed so.
        var isClosed: Bool { closing == 0 && !isBroken }
    }

    private static let marks = PhraseMatcher(phrases)

    /// Hands on the marks that stand in a text, in order.
    static func find(in text: Span<UInt8>, _ body: (PhraseMatcher.Hit) -> Void) {
        marks.forEachHit(in: text, body)
    }

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        var open: [(kind: Int, hit: PhraseMatcher.Hit)] = []
        var mixed: PhraseMatcher.Hit?
        var hits = cell.hits
        if hits.contains(where: { $0.phrase == straightQuote }) {
            // 5" are inches, or seconds.
            let quotes = hits.filter {
                $0.phrase == straightQuote && !isMeasure($0, in: cell.bytes)
            }
            if quotes.count % 2 == 1, let last = quotes.last {
                return report(last, cell, &findings)
            }
            hits.removeAll { $0.phrase == straightQuote }
        }
        for hit in hits {
            let pair = pairs[hit.phrase / 2]
            if hit.phrase % 2 == 0 {
                open.append((pair.kind, hit))
            } else if let last = open.lastIndex(where: { $0.kind == pair.kind }) {
                // “《” of which the inner one is not closed.
                if last < open.count - 1 {
                    return report(open[open.count - 1].hit, cell, &findings)
                }
                if open.removeLast().hit.phrase / 2 != hit.phrase / 2 { mixed = mixed ?? hit }
            } else if !numbers(hit, in: cell.bytes) {
                return report(hit, cell, &findings)
            }
        }
        if let first = open.first { return report(first.hit, cell, &findings) }
        guard let mixed else { return }
        let isWide = phrases[mixed.phrase] == "）"
        findings.report(
            Punctuation.mixture(isWide ? "）" : "（", isWide ? "(" : ")"),
            target: cell.target,
            column: cell.column,
            bytes: mixed.bytes
        )
    }

    private static func isMeasure(_ hit: PhraseMatcher.Hit, in text: ArraySlice<UInt8>) -> Bool {
        text.prefix(hit.bytes.lowerBound).last.map { (0x30...0x39).contains($0) } ?? false
    }

    /// Whether a closing bracket numbers a paragraph: 1), a).
    private static func numbers(_ hit: PhraseMatcher.Hit, in text: ArraySlice<UInt8>) -> Bool {
        let before = text.prefix(hit.bytes.lowerBound)
        guard let last = before.last, pairs[hit.phrase / 2].kind == 2 else { return false }
        let start = before.lastIndex { !isAlphanumeric($0) }.map { $0 + 1 } ?? before.startIndex
        return isAlphanumeric(last) && before.endIndex - start <= 2
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func report(
        _ hit: PhraseMatcher.Hit,
        _ cell: ExaminedCell,
        _ findings: inout CheckFindings
    ) {
        let mark = phrases[hit.phrase]
        let other = hit.phrase == straightQuote ? mark : phrases[hit.phrase ^ 1]
        findings.report(
            Diagnostic(
                .warning,
                .unbalancedMarks,
                Wording(
                    en:
                        "“\(mark)” stands here without \(mark == other ? "another one" : "“\(other)”")",
                    zh: "此处的“\(mark)”缺少与之配对的“\(other)”"
                ),
                hint: Wording(
                    en: "add the other one, or see whether text was lost",
                    zh: "请补上另一半，并核对是否漏了文字"
                )
            ),
            target: cell.target,
            column: cell.column,
            bytes: hit.bytes
        )
    }
}
