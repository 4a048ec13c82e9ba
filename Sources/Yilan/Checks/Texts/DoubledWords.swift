internal import SourceText
internal import TargetModel

/// Words of two to four characters that stand twice in a row: 信访信访事项, 进一步进一步.
///
/// What nobody doubles by right `CharacterSlips` tells as certain; here a person has to look.
enum DoubledWords: Check {
    static let looksAtEachAlone = true

    /// How many bytes the words have that are looked for: of three a character.
    private static let lengths = [6, 9, 12]

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        for column in subject.columnsOfSentences {
            for target in subject.targets {
                let range = table.range(target, column)
                guard let bytes = table.text.withSpan(of: range, doubled) else { continue }
                findings.report(.characterSlip, target: target, column: column, bytes: bytes) {
                    let text = table.text.bytes(range)
                    let word = text.dropFirst(bytes.lowerBound).prefix(bytes.count / 2)
                    return RepeatedClauses.finding(String(decoding: word, as: UTF8.self), .note)
                }
            }
        }
    }

    /// The bytes of the first word with its copy; nil for nearly all texts.
    private static func doubled(_ text: Span<UInt8>) -> Range<Int>? {
        for length in lengths where text.count >= 2 * length {
            // Of a doubled word, as many bytes in a row as it has are the same a word further on, so that
            // one of them is at every such step.
            var next = length - 1
            while let index = text.firstRecurrence(from: next, every: length) {
                var start = index
                while start > 0, text[start - 1] == text[start - 1 + length] { start -= 1 }
                var end = index + 1
                while end + length < text.count, text[end] == text[end + length] { end += 1 }
                while start < end, text[start] & 0xC0 == 0x80 { start += 1 }
                if end - start >= length, isDoubled(start..<start + length, text) {
                    return start..<start + 2 * length
                }
                next = end + length
            }
        }
        return nil
    }

    /// Whether some bytes are a word that is followed by its copy by mistake: 一项一项, 村村 and 企业企业家
    /// are written so on purpose.
    private static func isDoubled(_ bytes: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var scalars: [Unicode.Scalar] = []
        for index in stride(from: bytes.lowerBound, to: bytes.upperBound, by: 3) {
            guard text[index] & 0xF0 == 0xE0,
                let scalar = Unicode.Scalar(text.scalarOfThree(at: index)),
                scalar.properties.isIdeographic
            else { return false }
            scalars.append(scalar)
        }
        guard Set(scalars).count > 1 else { return false }
        let word = String(String.UnicodeScalarView(scalars))
        // 锟斤拷锟斤拷 is told as what it is.
        guard !BrokenText.isBroken(word + word) else { return false }
        guard scalars.count == 2 else { return true }
        guard SlipWords.neverDoubled.isDisjoint(with: scalars) else { return false }
        guard !SlipWords.doubled.contains(word) else { return false }
        let start = bytes.upperBound + bytes.count
        var behind: [UInt8] = []
        for index in start..<min(text.count, start + 12) { behind.append(text[index]) }
        let rest = String(decoding: behind, as: UTF8.self)
        return !SlipWords.compounds.contains(where: rest.hasPrefix)
    }
}
