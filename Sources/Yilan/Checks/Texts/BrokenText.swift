internal import SourceText
internal import TargetModel

/// Text that was broken by a wrong encoding: 锟斤拷, ????, æ‹›æ ‡.
enum BrokenText: TextCheck {
    static let phrases = signs + latin + doubtful

    /// Signs only where their surroundings say so: 养老??836张, \\u5e8a.
    private static let doubtful = ["??", "？？", "\\u"]

    /// What a wrong encoding makes of Chinese, and nobody writes.
    private static let signs = ["锟斤拷", "锟斤", "烫烫烫", "屯屯屯", "锘", "???", "？？？"]
    /// What UTF-8 read as Latin-1 begins with; a name may have one of them.
    private static let latin = ["Ã", "Â", "â€", "ã€", "ï¼", "æ", "å", "ä", "ç", "è", "é"]

    /// How many Latin letters with marks are too many for a Chinese text.
    private static let suspicious = 3

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        let found = cell.hits.first {
            $0.phrase < signs.count + latin.count || isBroken($0.bytes, cell.bytes)
        }
        guard let hit = found else { return }
        let isLatin = (signs.count..<signs.count + latin.count).contains(hit.phrase)
        if isLatin {
            let letters = cell.text.unicodeScalars.count { (0xC0...0x17F).contains($0.value) }
            guard letters >= suspicious else { return }
        }
        findings.report(
            Diagnostic(
                .warning,
                .brokenText,
                Wording(
                    en: "the text was broken on its way through a program with another encoding",
                    zh: "文字在传递中因编码不符变成了乱码"
                ),
                hint: Wording(en: "type it again from the original", zh: "请对照原件重新录入")
            ),
            target: cell.target,
            column: cell.column,
            bytes: hit.bytes
        )
    }

    /// Whether question marks stand within a text, or hexadecimal digits behind \\u.
    private static func isBroken(_ bytes: Range<Int>, _ text: ArraySlice<UInt8>) -> Bool {
        let before = text.prefix(bytes.lowerBound)
        let behind = text.dropFirst(bytes.upperBound)
        if before.count + 2 == bytes.upperBound,
            text.dropFirst(bytes.lowerBound).first == UInt8(ascii: "\\")
        {
            return behind.count >= 4
                && behind.prefix(4).allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
        }
        guard let last = before.last, let next = behind.first else { return false }
        return last >= 0x80 && (next >= 0xE4 && next <= 0xE9 || (0x30...0x39).contains(next))
    }
}
