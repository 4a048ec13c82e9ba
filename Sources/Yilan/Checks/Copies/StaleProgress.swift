internal import SourceText
internal import TargetModel

/// Progress that speaks of another year only: what was copied from last year's table.
enum StaleProgress: TextCheck {
    static let phrases = ["年"]

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        guard cell.field == .progress,
            let year = subject.table.year(of: cell.target)
        else { return }
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
            // The table's own year, or a later one, is what it should be about.
            guard named < year else { return }
            // What the objective is about, the progress may well speak of.
            let objective = subject.table.string(cell.target, .objective)
            guard !objective.contains(String(named)) else { continue }
            // 较2022年增长 compares.
            // 截至2022年12月 doesn't.
            let words = String(decoding: before.suffix(9), as: UTF8.self)
            let isUntil = ["截至", "截止", "截止到"].contains { words.hasSuffix($0) }
            guard
                isUntil
                    || !"较比从自与至到—-".unicodeScalars.contains(where: {
                        words.unicodeScalars.suffix(2).contains($0)
                    })
            else { continue }
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
                hint: Wording(
                    en: "see whether last year's text was left standing",
                    zh: "请核对是否沿用了往年的内容"
                )
            ),
            target: cell.target,
            column: cell.column,
            bytes: found.bytes
        )
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
