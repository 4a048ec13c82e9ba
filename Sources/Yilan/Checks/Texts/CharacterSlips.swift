internal import SourceText
internal import TargetModel

/// Near-certain slips of a character: 人选 where 入选 stands elsewhere in the table, 己完成.
enum CharacterSlips: TextCheck {
    static let phrases = certain.map(\.wrong) + likely.map(\.wrong) + [own] + letters + points

    /// The letter O behind a digit, which is a zero where a digit follows: 8O6.
    private static let letters = (0...9).map { "\($0)O" }
    /// The full stop behind a digit, which is a decimal point where a digit follows: 1。13%.
    private static let points = (0...9).map { "\($0)。" }
    /// 己, which looks like 已.
    private static let own = "己"

    private static let certain =
        SlipWords.certain + SlipWords.doubled.map { (wrong: $0 + $0, right: $0) }
    private static let likely = SlipWords.likely
    private static let words = PhraseMatcher(SlipWords.words)
    private static let ofSelf = PhraseMatcher(SlipWords.ofSelf)

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        for hit in cell.hits {
            let place = hit.phrase - certain.count - likely.count
            if place > letters.count {
                reportPoint(hit, cell, &findings)
                continue
            }
            if place > 0 {
                reportLetter(hit, cell, &findings)
                continue
            }
            if place == 0 {
                reportOwn(hit, cell, &findings)
                continue
            }
            let isCertain = hit.phrase < certain.count
            let pair = isCertain ? certain[hit.phrase] : likely[hit.phrase - certain.count]
            guard isSlip(hit, pair.wrong, in: cell),
                isCertain || subject.facts.words.contain(pair.right)
            else { continue }
            findings.report(
                .characterSlip,
                target: cell.target,
                column: cell.column,
                bytes: hit.bytes
            ) {
                slip(pair.wrong, pair.right, isCertain)
            }
        }
    }

    private static func reportLetter(
        _ hit: PhraseMatcher.Hit,
        _ cell: ExaminedCell,
        _ findings: inout CheckFindings
    ) {
        guard let next = cell.bytes.dropFirst(hit.bytes.upperBound).first,
            (0x30...0x39).contains(next)
        else { return }
        let digit = String(phrases[hit.phrase].prefix(1))
        let last = String(Unicode.Scalar(next))
        findings.report(
            slip(digit + "O" + last, digit + "0" + last, true),
            target: cell.target,
            column: cell.column,
            bytes: hit.bytes.lowerBound..<hit.bytes.upperBound + 1
        )
    }

    private static func reportPoint(
        _ hit: PhraseMatcher.Hit,
        _ cell: ExaminedCell,
        _ findings: inout CheckFindings
    ) {
        let rest = text(behind: hit, in: cell).unicodeScalars
        let digits = rest.prefix { ("0"..."9").contains($0) }
        // 占比达到85。2023年: the next sentence begins with a year; 1。2. are items of a list.
        guard (1...3).contains(digits.count), let next = rest.dropFirst(digits.count).first,
            !"年月日.、。．)）".unicodeScalars.contains(next)
        else { return }
        let digit = String(phrases[hit.phrase].prefix(1))
        findings.report(
            slip(digit + "。" + String(digits), digit + "." + String(digits), true),
            target: cell.target,
            column: cell.column,
            bytes: hit.bytes.lowerBound..<hit.bytes.upperBound + digits.count
        )
    }

    /// 己完成, where nothing speaks of oneself.
    private static func reportOwn(
        _ hit: PhraseMatcher.Hit,
        _ cell: ExaminedCell,
        _ findings: inout CheckFindings
    ) {
        guard cell.field == .progress || cell.field == .objective,
            !isWord(hit, in: cell, of: ofSelf)
        else { return }
        let verb = text(behind: hit, in: cell).unicodeScalars.prefix(2)
        guard verb.count == 2, verb.allSatisfy(\.properties.isIdeographic) else { return }
        findings.report(
            slip(own + String(verb), "已" + String(verb), true),
            target: cell.target,
            column: cell.column,
            bytes: hit.bytes
        )
    }

    /// Whether what may be a slip is one where it stands.
    private static func isSlip(
        _ hit: PhraseMatcher.Hit,
        _ wrong: String,
        in cell: ExaminedCell
    ) -> Bool {
        if wrong == "人选" {
            // The noun is what a verb of choosing has; the slip has an object behind it.
            let before = String(decoding: cell.bytes(0..<hit.bytes.lowerBound), as: UTF8.self)
            let isNoun = ["候选", "推荐", "确定", "拟", "最佳", "合适", "提名", "的", "等", "名", "位"].contains {
                before.ends(with: $0)
            }
            let hasObject =
                text(behind: hit, in: cell).unicodeScalars.first.map {
                    $0.properties.isIdeographic || $0 == "“" || $0 == "《"
                } ?? false
            return !isNoun && hasObject
        }
        if hit.phrase >= SlipWords.certain.count, hit.phrase < certain.count {
            let rest = text(behind: hit, in: cell)
            return !SlipWords.compounds.contains(where: rest.hasPrefix)
        }
        return !isWord(hit, in: cell, of: words)
    }

    /// Whether one of some words takes in what was found.
    private static func isWord(
        _ hit: PhraseMatcher.Hit,
        in cell: ExaminedCell,
        of words: PhraseMatcher
    ) -> Bool {
        // Two characters of three bytes before it and behind it, from where one begins.
        let bytes = cell.bytes.span
        var start = max(0, hit.bytes.lowerBound - 6)
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = min(bytes.count, hit.bytes.upperBound + 6)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let near = cell.bytes(start..<end)
        return words.hits(in: near.span).contains { word in
            word.bytes.lowerBound + start < hit.bytes.upperBound
                && word.bytes.upperBound + start > hit.bytes.lowerBound
        }
    }

    /// What stands behind what was found, four characters at most.
    private static func text(behind hit: PhraseMatcher.Hit, in cell: ExaminedCell) -> String {
        String(decoding: cell.bytes.dropFirst(hit.bytes.upperBound).prefix(12), as: UTF8.self)
    }

    private static func slip(_ wrong: String, _ right: String, _ isCertain: Bool) -> Diagnostic {
        Diagnostic(
            isCertain ? .warning : .note,
            .characterSlip,
            isCertain
                ? Wording(
                    en: "“\(wrong)” is most likely “\(right)”",
                    zh: "“\(wrong)”疑为“\(right)”之误"
                )
                : Wording(
                    en: "“\(wrong)” may be “\(right)”, which stands elsewhere in the table",
                    zh: "“\(wrong)”疑为“\(right)”之误（表中另有“\(right)”）"
                ),
            hint: Wording(en: "correct the character", zh: "请核对该字")
        )
    }
}
