internal import SourceText
internal import TargetModel

/// Text that was broken by a wrong encoding: 锟斤拷, ????, æ‹›æ ‡.
enum BrokenText: TextCheck {
    static let phrases = signs + latin + doubtful + misread

    /// Signs only where their surroundings say so: 养老??836张, \\u5e8a.
    private static let doubtful = ["??", "？？", "\\u", "\\n", "\\r", "\\t"]

    /// What a wrong encoding makes of Chinese, and nobody writes.
    private static let signs = ["锟斤拷", "锟斤", "烫烫烫", "屯屯屯", "锘", "???", "？？？"]
    /// What UTF-8 read as Latin-1 begins with; a name may have one of them.
    private static let latin = ["Ã", "Â", "â€", "ã€", "ï¼", "æ", "å", "ä", "ç", "è", "é"]

    /// What UTF-8 becomes that is read as GBK, and no text in simplified characters has: 鏂版敼寤 for 新改建.
    private static let misread = "鏂鏀鍏鍙鍚鍥鍦鎴鎬鏄鏉鐢鐨鐩鍒鍔鍗鍘鍩銆锛鏃鏍鎵鎶鎷鏁鏅鏋鏌鍐鍑鍖鍝鍞鍟鍨鍫璁璺閮闀闂".map(String.init)

    /// Whether a text holds what a wrong encoding makes of Chinese.
    static func isBroken(_ text: String) -> Bool { signs.contains(where: text.holds) }

    /// How many Latin letters with marks, or misread characters, are too many for a Chinese text.
    private static let suspicious = 3

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        let firstMisread = phrases.count - misread.count
        let areMisread = cell.hits.count { $0.phrase >= firstMisread } >= suspicious
        let found = cell.hits.first {
            $0.phrase < signs.count + latin.count
                || ($0.phrase >= firstMisread ? areMisread : isBroken($0.bytes, cell.bytes))
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
            // \n and the like, where the backslash is no part of a path: behind a Chinese character.
            if text.dropFirst(bytes.lowerBound + 1).first != UInt8(ascii: "u") {
                return before.last.map { $0 >= 0x80 } ?? false
            }
            return behind.count >= 4
                && behind.prefix(4).allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
        }
        guard let last = before.last, let next = behind.first else { return false }
        return last >= 0x80 && (next >= 0xE4 && next <= 0xE9 || (0x30...0x39).contains(next))
    }
}
