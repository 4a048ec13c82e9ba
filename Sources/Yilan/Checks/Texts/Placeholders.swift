internal import SourceText
internal import TargetModel

/// What somebody meant to fill in later: 待补充, XX, ××, TODO.
enum Placeholders: TextCheck {
    static let phrases = inside + marks + whole

    /// Placeholders wherever they stand.
    private static let inside =
        requests + drafts + SpreadsheetErrors.words + [MissingValueWords.noValue] + blanks

    /// What asks for a text: 此处填写.
    private static let requests = [
        "待补充", "待填", "待核实", "待确认", "待完善数据", "数据待", "此处填写", "此处补充", "此处待", "请填写",
    ]
    /// What drafts say of themselves.
    private static let drafts = ["（待定）", "(待定)", "（略）", "(略)", "TODO", "todo"]
    /// Rules to write on, figures too wide for their column, and brackets with nothing in them.
    private static let blanks =
        ["＿＿", "___", "#####", "【】", "[]", "《》", "〔〕"]
        + (0...4).map { "(" + String(repeating: " ", count: $0) + ")" }
        + (0...3).map { "（" + String(repeating: " ", count: $0) + "）" }
        + (1...2).map { "（" + String(repeating: "\u{3000}", count: $0) + "）" }

    /// Placeholders where no letter of a word stands beside them.
    private static let marks = ["XX", "xx", "××", "ＸＸ", "**", "○○", "〇〇", "□□"]

    /// Placeholders where the cell says nothing else.
    static let whole = promises + references + nothings + MissingValueWords.spellings

    /// What says that the text is still to come.
    private static let promises = [
        "待定", "待报", "待补", "待核", "待完善", "待更新", "待提供", "未填", "测试",
    ]
    /// What refers to a text that stands elsewhere.
    private static let references = ["详见附件", "见附件", "附后", "详见附表", "同前"]
    /// What says that there is none.
    private static let nothings = ["暂无", "无数据", "略", "内容略", "...", "…"]

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        // What a deadline or a status means, their own checks say.
        let isDerived = cell.field == .deadline || cell.field == .onSchedule
        let hit = cell.hits.first { hit in
            switch hit.phrase {
            case ..<inside.count: true
            case ..<(inside.count + marks.count):
                !isDerived && standsAlone(hit.bytes, in: cell.text)
            default: !isDerived && cell.field != nil && isWhole(phrases[hit.phrase], cell.text)
            }
        }
        guard let hit else { return }
        let word = phrases[hit.phrase]
        findings.report(
            Diagnostic(
                .warning,
                .placeholder,
                Wording(
                    en: "“\(word)” holds the place of something that is still to be written",
                    zh: "“\(word)”像是占位文字，内容尚未填写"
                ),
                hint: Wording(en: "fill it in", zh: "请补充完整")
            ),
            target: cell.target,
            column: cell.column,
            bytes: hit.bytes
        )
    }

    /// Whether no letter of ASCII, and beside ** no digit, stands beside some bytes: XXL is a size, 20XX年 is
    /// not; 138****1234 is a number that is hidden on purpose.
    private static func standsAlone(_ bytes: Range<Int>, in text: String) -> Bool {
        let all = Array(text.utf8)
        func isLetter(_ index: Int) -> Bool {
            guard all.indices.contains(index) else { return false }
            if all[bytes.lowerBound] == UInt8(ascii: "*"), (0x30...0x39).contains(all[index]) {
                return true
            }
            let byte = all[index] | 0x20
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                && byte != all[bytes.lowerBound] | 0x20
        }
        var (start, end) = (bytes.lowerBound, bytes.upperBound)
        while start > 0, all[start] == all[start - 1] { start -= 1 }
        while end < all.count, all[end] == all[end - 1] { end += 1 }
        return !isLetter(start - 1) && !isLetter(end)
    }

    private static func isWhole(_ word: String, _ text: String) -> Bool {
        let bare = text.unicodeScalars.drop { "。.…".unicodeScalars.contains($0) }
        return text.utf8.elementsEqual(word.utf8)
            || bare.isEmpty && ("." == word.first || "…" == word.first)
            || text.utf8.elementsEqual((word + "。").utf8)
    }
}
