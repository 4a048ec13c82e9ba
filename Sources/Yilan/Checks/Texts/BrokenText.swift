internal import SourceText
internal import TargetModel

/// Text that was broken by a wrong encoding: 锟斤拷, ????, æ‹›æ ‡.
enum BrokenText: TextCheck {
    static let phrases = signs + latin

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
        guard let hit = cell.hits.first else { return }
        let isLatin = hit.phrase >= signs.count
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
}
