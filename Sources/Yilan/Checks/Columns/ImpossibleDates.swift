internal import SourceText
internal import TargetModel

/// Dates that no calendar has, in texts other than deadlines: 2月30日, 13月.
enum ImpossibleDates: Check, PhraseSeeker {
    static let looksAtEachAlone = true

    static let phrases = ["月"]

    static func looksAt(_ field: Field?) -> Bool { field != .deadline }

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        for cell in subject.phrases().cells(for: Self.self) {
            let range = table.range(cell.target, cell.column)
            guard let bytes = table.text.withSpan(of: range, firstDate) else { continue }
            findings.report(
                .impossibleDate,
                target: cell.target,
                column: cell.column,
                bytes: bytes
            ) {
                let text = table.text.bytes(range)[offset: bytes]
                return impossible(String(decoding: text, as: UTF8.self))
            }
        }
    }

    /// The first date in a text that the calendar doesn't have, as it is written, full-width digits
    /// made half-width; nil where there is none.
    static func date(in text: String) -> String? {
        let folded = String(String.UnicodeScalarView(TextFolding.squeezed(text)))
        let bytes = Array(folded.utf8)
        return firstDate(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// The bytes of the first date in a text that the calendar doesn't have.
    private static func firstDate(in text: Span<UInt8>) -> Range<Int>? {
        var start = 0
        while let mark = text.firstIndex(of: "月", from: start) {
            if mark > 0, isDigit(text[mark - 1]), let found = date(aroundMonthAt: mark, in: text) {
                return found
            }
            start = mark + 3
        }
        return nil
    }

    /// The date whose 月 stands at a byte, where the calendar doesn't have it.
    private static func date(aroundMonthAt mark: Int, in text: Span<UInt8>) -> Range<Int>? {
        var start = mark
        while start > 0, isDigit(text[start - 1]) { start -= 1 }
        guard mark - start <= 2, start == 0 || !isPartOfNumber(text[start - 1]) else { return nil }
        let month = number(start..<mark, of: text)
        let day = mark + 3
        var end = day
        while end < text.count, isDigit(text[end]) { end += 1 }
        if !(1...12).contains(month) {
            // 18月龄 is an age, 15月租 a price, 工期24月 a time.
            let isWord =
                end == day && isWordBehindMonth(at: day, in: text)
                || isWordBeforeMonths(endingAt: start, in: text)
            return isWord ? nil : start..<day
        }
        // 日 or 号
        guard end > day, end - day <= 2, end + 2 < text.count,
            (text[end], text[end + 1], text[end + 2]) == (0xE6, 0x97, 0xA5)
                || (text[end], text[end + 1], text[end + 2]) == (0xE5, 0x8F, 0xB7),
            !(1...longest(month, yearBefore: start, in: text)).contains(number(day..<end, of: text))
        else { return nil }
        return start..<(end + 3)
    }

    /// Whether 龄, 租, 薪 or 子 follows.
    private static func isWordBehindMonth(at index: Int, in text: Span<UInt8>) -> Bool {
        guard index + 2 < text.count, text[index] & 0xF0 == 0xE0 else { return false }
        let next = text.scalarOfThree(at: index)
        return "龄租薪子".unicodeScalars.contains { $0.value == next }
    }

    /// Whether a word stands before a byte that months are counted behind: 工期, 历时, 满, 约.
    private static func isWordBeforeMonths(endingAt end: Int, in text: Span<UInt8>) -> Bool {
        guard end >= 3, text[end - 3] & 0xF0 == 0xE0 else { return false }
        let last = text.scalarOfThree(at: end - 3)
        return "期时满约近共计达过长用短".unicodeScalars.contains { $0.value == last }
    }

    private static func number(_ digits: Range<Int>, of text: Span<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int(text[$1] - UInt8(ascii: "0")) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
    }

    /// The last day of a month whose number begins at a byte; of a February without a year, the later one.
    private static func longest(
        _ month: Int,
        yearBefore start: Int,
        in text: Span<UInt8>
    ) -> Int {
        CalendarDate.daysInMonth(month, of: year(endingAt: start, in: text) ?? 2000)
    }

    /// The year of four digits whose 年 ends at a byte; nil where none does.
    private static func year(endingAt end: Int, in text: Span<UInt8>) -> Int? {
        guard end >= 7, (text[end - 3], text[end - 2], text[end - 1]) == (0xE5, 0xB9, 0xB4),
            (end - 7..<end - 3).allSatisfy({ isDigit(text[$0]) })
        else { return nil }
        return number(end - 7..<end - 3, of: text)
    }

    static func impossible(_ date: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .impossibleDate,
            Wording(en: "there is no such date: \(date)", zh: "没有这个日期：\(date)"),
            hint: Wording(en: "correct the date", zh: "请改正日期")
        )
    }
}

extension ArraySlice<UInt8> {
    /// The bytes at some places counted from the slice's own start.
    fileprivate subscript(offset range: Range<Int>) -> ArraySlice<UInt8> {
        self[(startIndex + range.lowerBound)..<(startIndex + range.upperBound)]
    }
}
