internal import SourceText
internal import TargetModel

/// Marks that stand twice, marks and digits of both widths in one cell, blanks in a row.
enum Punctuation: TextCheck {
    static let phrases = doubled + blanks + wideMarks.map(\.wide) + wideDigits

    private static let doubled = [
        "。。", ",,", "，，", "、、", ";;", "；；", "：：", ",。", "，。", "、。", ";。", "；。", "。,", "。，", "。;",
        "。；", "、,", "、，",
        ",、", "，、", ",，", "，,", "。、", ";,", "；，", "!!", "！！", "%%", "％％", "..",
    ]
    private static let blanks = [
        "  ", "　　", " 　", "　 ", "\u{A0}\u{A0}", " \u{A0}", "\u{A0} ",
    ]
    private static let wideMarks: [(wide: String, narrow: String)] = [
        ("，", ","), ("；", ";"), ("：", ":"), ("？", "?"), ("！", "!"), ("（", "("), ("）", ")"),
        ("％", "%"),
    ]
    private static let wideDigits = ["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"]

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        // Names are spread with blanks, and serials are written as they like.
        guard cell.field != .serial, cell.field != .units, cell.field != .leader else { return }
        let firstBlank = doubled.count
        let firstMark = firstBlank + blanks.count
        let firstDigit = firstMark + wideMarks.count
        if let hit = cell.hits.first(where: { $0.phrase < firstBlank && isDoubling($0, cell.bytes) }
        ) {
            report(doubling(phrases[hit.phrase]), hit, cell, &findings)
        }
        if let hit = cell.hits.first(where: {
            (firstBlank..<firstMark).contains($0.phrase) && !isLeftOpen($0, cell.bytes)
        }) {
            report(blankRun, hit, cell, &findings)
        }
        // Each mark is looked for once, however often its wide form stands there.
        var alone = Set<Int>()
        let mixed = cell.hits.first { hit in
            guard (firstMark..<firstDigit).contains(hit.phrase), !alone.contains(hit.phrase) else {
                return false
            }
            if holds(wideMarks[hit.phrase - firstMark].narrow, cell.bytes) { return true }
            alone.insert(hit.phrase)
            return false
        }
        if let hit = mixed {
            let marks = wideMarks[hit.phrase - firstMark]
            report(mixture(marks.wide, marks.narrow), hit, cell, &findings)
        }
        if let hit = cell.hits.first(where: { $0.phrase >= firstDigit }) {
            report(wideDigit(phrases[hit.phrase]), hit, cell, &findings)
        }
    }

    /// Whether blanks stand behind an opening bracket: (   ) is to be filled in, which `Placeholders` tells.
    private static func isLeftOpen(_ hit: PhraseMatcher.Hit, _ bytes: ArraySlice<UInt8>) -> Bool {
        let before = bytes.prefix(hit.bytes.lowerBound)
            .reversed().drop { $0 == UInt8(ascii: " ") }
        return before.first == UInt8(ascii: "(")
            || before.prefix(3).elementsEqual("（".utf8.reversed())
    }

    /// Whether two marks in a row are one too many; two points only between digits (12..6), since three
    /// are an ellipsis.
    private static func isDoubling(_ hit: PhraseMatcher.Hit, _ bytes: ArraySlice<UInt8>) -> Bool {
        guard phrases[hit.phrase] == ".." else { return true }
        let start = bytes.startIndex
        return isDigit(bytes, start + hit.bytes.lowerBound - 1)
            && isDigit(bytes, start + hit.bytes.upperBound)
    }

    /// Whether a mark stands in a text; a comma or colon between digits is part of a number.
    private static func holds(_ mark: String, _ bytes: ArraySlice<UInt8>) -> Bool {
        guard let wanted = mark.utf8.first else { return false }
        return bytes.indices.contains { index in
            bytes[index] == wanted && !(isDigit(bytes, index - 1) && isDigit(bytes, index + 1))
        }
    }

    private static func isDigit(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
        bytes.indices.contains(index)
            && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
    }

    private static func report(
        _ finding: Diagnostic,
        _ hit: PhraseMatcher.Hit,
        _ cell: ExaminedCell,
        _ findings: inout CheckFindings
    ) {
        findings.report(finding, target: cell.target, column: cell.column, bytes: hit.bytes)
    }

    private static func doubling(_ marks: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .doubledPunctuation,
            Wording(en: "“\(marks)”: two marks in a row", zh: "标点“\(marks)”重复"),
            hint: Wording(
                en: "delete one; see whether words between them were lost",
                zh: "请删去一个，并核对中间是否漏了文字"
            )
        )
    }

    private static let blankRun = Diagnostic(
        .note,
        .innerBlanks,
        Wording(en: "several blanks in a row inside the text", zh: "文字中间有连续空格"),
        hint: Wording(en: "delete them", zh: "请删去多余空格")
    )

    /// A mark of full width beside one of half width.
    static func mixture(_ wide: String, _ narrow: String) -> Diagnostic {
        Diagnostic(
            .note,
            .mixedWidth,
            Wording(
                en: "the full-width “\(wide)” and the half-width “\(narrow)” stand in one cell",
                zh: "同一格中既有全角“\(wide)”又有半角“\(narrow)”"
            ),
            hint: Wording(en: "write one of them throughout", zh: "请统一写法")
        )
    }

    private static func wideDigit(_ digit: String) -> Diagnostic {
        Diagnostic(
            .note,
            .fullWidthDigits,
            Wording(en: "“\(digit)” is a full-width digit", zh: "“\(digit)”是全角数字"),
            hint: Wording(
                en: "write half-width digits, so that figures can be searched",
                zh: "请改为半角数字，以便检索和统计"
            )
        )
    }
}
