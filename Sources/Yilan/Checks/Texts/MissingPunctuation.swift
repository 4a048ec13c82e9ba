internal import SourceText
internal import TargetModel

/// Sentences in which marks are missing: sixty characters and more in a row without one.
///
/// The longest clause of the official sample has 31.
enum MissingPunctuation: Check {
    static let looksAtEachAlone = true

    /// The shortest run that is reported, in bytes: sixty Chinese characters.
    private static let longest = 180

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        for column in subject.columnsOfSentences {
            for target in subject.targets {
                let range = table.range(target, column)
                guard range.count >= longest,
                    let bytes = table.text.withSpan(of: range, run)
                else { continue }
                let text = table.string(target, column: column).utf8
                    .dropFirst(bytes.lowerBound).prefix(bytes.count)
                let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
                findings.report(
                    finding(String(String.UnicodeScalarView(scalars.prefix(8))), scalars.count),
                    target: target,
                    column: column,
                    bytes: bytes
                )
            }
        }
    }

    /// The bytes of the first run without a mark that is long enough; nil for nearly all texts.
    ///
    /// Only what stands before the end of a possible run is read, up to the last mark: a seventh of the
    /// text.
    private static func run(_ text: Span<UInt8>) -> Range<Int>? {
        var start = 0
        while start + longest <= text.count {
            let place = text.lastIndex(from: start, upTo: start + longest, mayBeMarks) {
                isMark($0, text)
            }
            guard let place else {
                var end = start + longest
                while end < text.count, !isMark(end, text) { end += 1 }
                return start..<end
            }
            start = place + 1
            while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
        }
        return nil
    }

    /// Whether a mark begins at a byte: one of ASCII, or of the blocks that Chinese marks are in.
    private static func isMark(_ index: Int, _ text: Span<UInt8>) -> Bool {
        switch text[index] {
        case 0xE2: true
        case 0xE3: index + 1 < text.count && text[index + 1] == 0x80
        case 0xEF: index + 1 < text.count && (text[index + 1] == 0xBC || text[index + 1] == 0xBD)
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x25: false
        case let byte: byte < 0x80
        }
    }

    /// The lanes of bytes that marks begin with: byte by byte, looking for them was 1 % of `check`.
    private static func mayBeMarks(_ bytes: ByteLanes) -> ByteLanes.Lanes {
        let isOfASCII =
            bytes.below(0x30) | bytes.within(0x3A...0x40) | bytes.within(0x5B...0x60)
            | bytes.within(0x7B...0x7F)
        return isOfASCII | bytes.within(0xE2...0xE3) | bytes.equal(0xEF)
    }

    private static func finding(_ start: String, _ count: Int) -> Diagnostic {
        Diagnostic(
            .note,
            .missingPunctuation,
            Wording(
                en: "\(count) characters without a mark, from “\(start)…”",
                zh: "自“\(start)…”起连续 \(count) 个字没有标点"
            ),
            hint: Wording(en: "see whether marks are missing", zh: "请核对是否漏了标点")
        )
    }
}
