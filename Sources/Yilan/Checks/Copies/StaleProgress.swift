internal import SourceText
internal import TargetModel

/// Progress that speaks of another year only: what was copied from last year's table.
enum StaleProgress: TextCheck {
    static let phrases = ["年"]

    static func looksAt(_ field: Field?) -> Bool { field == .progress }

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        guard let year = subject.table.year(of: cell.target) else { return }
        var found: (year: Int, bytes: Range<Int>)?
        for hit in cell.hits {
            let start = hit.bytes.lowerBound - 4
            guard start >= 0, let named = Self.year(cell.bytes(start..<(start + 4))) else {
                continue
            }
            let before = cell.bytes(0..<start)
            guard before.last.map(isPartOfNumber) != true, !isInTitle(behind: before) else {
                continue
            }
            if named > year, isDone(cell, start, hit.bytes.upperBound, nextYear: named == year + 1),
                !subject.table.string(cell.target, .objective).contains(String(named))
            {
                found = found ?? (named, start..<hit.bytes.upperBound)
                continue
            }
            // The table's own year, or a later one, is what it should be about.
            guard named < year else { break }
            // What the objective is about, the progress may well speak of.
            let objective = subject.table.string(cell.target, .objective)
            guard !objective.contains(String(named)) else { continue }
            // 较2022年增长 compares.
            // 截至2022年12月 doesn't.
            let words = String(decoding: before.suffix(9), as: UTF8.self)
            let isUntil = ProgressWords.upTo.contains { words.hasSuffix($0) }
            guard
                isUntil
                    || !"较比从自与至到—-".unicodeScalars.contains(where: {
                        words.unicodeScalars.suffix(2).contains($0)
                    })
            else { continue }
            guard isUntil || !isHistory(cell, behind: hit.bytes.upperBound, of: year) else {
                continue
            }
            found = found ?? (named, start..<hit.bytes.upperBound)
        }
        guard let found else { return }
        findings.report(
            Diagnostic(
                .warning,
                .progressOfAnotherYear,
                Wording(
                    en: "the progress speaks of \(found.year), and the table is for \(year)",
                    zh: "完成情况写的是 \(found.year) 年，本表为 \(year) 年"
                ),
                hint: found.year < year
                    ? Wording(
                        en: "see whether last year's text was left standing",
                        zh: "请核对是否沿用了往年的内容"
                    ) : Wording(en: "see whether the year is right", zh: "请核对年份")
            ),
            target: cell.target,
            column: cell.column,
            bytes: found.bytes
        )
    }

    /// Whether a year is told as history: work began in it (2022年开工), or the report goes on with this
    /// year's.
    private static func isHistory(
        _ cell: ExaminedCell,
        behind end: Int,
        of year: Int
    ) -> Bool {
        let rest = String(decoding: cell.bytes.dropFirst(end).prefix(30), as: UTF8.self)
        let verb = String(
            String.UnicodeScalarView(
                rest.unicodeScalars.drop { "0123456789月日底末初上中下旬度".unicodeScalars.contains($0) }
            )
        )
        return ProgressWords.history.contains(where: verb.hasPrefix)
            || (ProgressWords.thisYear + ["\(year)年"]).contains { cell.bytes.span.contains($0) }
    }

    /// Whether something is told as done in a year after the table's: 已于2025年9月投用.
    ///
    /// The report may have been written in the first months of the next year.
    private static func isDone(
        _ cell: ExaminedCell,
        _ start: Int,
        _ end: Int,
        nextYear: Bool
    ) -> Bool {
        let before = String(decoding: cell.bytes(0..<start).suffix(6), as: UTF8.self)
        let rest = String(decoding: cell.bytes.dropFirst(end).prefix(30), as: UTF8.self)
        let month = Int(rest.prefix { "0123456789".contains($0) }) ?? 12
        guard !nextYear || month > 3 else { return false }
        let isTold = ProgressWords.doneIn.contains(where: before.hasSuffix)
        return isTold || start == 0 && ProgressWords.doneThen.contains(where: rest.hasPrefix)
    }

    private static func year(_ digits: ArraySlice<UInt8>) -> Int? {
        var year = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            year = year * 10 + Int(digit - 0x30)
        }
        return (2000...2099).contains(year) ? year : nil
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".")
    }

    /// Whether what stands behind a text lies in the name of a document: 《规划(2021—2035年)》.
    private static func isInTitle(behind text: ArraySlice<UInt8>) -> Bool {
        let before = String(decoding: text, as: UTF8.self).unicodeScalars
        guard let open = before.lastIndex(where: { $0 == "《" || $0 == "“" }) else { return false }
        return !before[open...].contains { $0 == "》" || $0 == "”" }
    }
}
