/// Reads days and periods, one at a time.
///
///     phrase   = point [span-sign point] [closing]
///     point    = [year] part | year | figures | plan          2023年11月底 · 2024年 · 2024.10 · 十四五
///     part     = end of the year | half | quarter | month     年底 · 上半年 · 三季度末 · 10月中旬
struct DatePhraseReader {
    /// Where to read.
    var cursor: ScalarCursor
    /// The table's year; nil where nobody knows it.
    let tableYear: Int?
    /// The year of what is named without one: the year named last, at first the table's.
    var knownYear: Int?

    /// The years that a table may speak of; other numbers of four digits are no years.
    static let years = 1900...2100

    init(_ cursor: ScalarCursor, year: Int?) {
        self.cursor = cursor
        // Of a year beyond the calendar nobody knows the next.
        tableYear = year.flatMap { (1..<9_999).contains($0) ? $0 : nil }
        knownYear = tableYear
    }

    /// Reads a day or a period with what closes it; nil where none begins.
    ///
    /// `atBoundary` says that nothing stands before it that could be a part of it.
    /// - Throws: `NotADate` where one begins that doesn't exist or isn't clear.
    mutating func phrase(atBoundary: Bool) throws(NotADate) -> DatePhrase? {
        let start = cursor.position
        guard var phrase = try point(endsSpan: false) else { return nil }
        guard atBoundary || !phrase.needsBoundary else {
            cursor.position = start
            return nil
        }
        if phrase.statesYear { knownYear = phrase.last.year }
        if let end = try spanEnd(of: phrase) {
            phrase.last = end.last
            phrase.form = end.form
            phrase.isWholeYear = false
            if end.statesYear { knownYear = end.last.year }
        }
        guard phrase.form != .beginning else { throw NotADate() }
        let isClosed = try takeClosing(of: phrase)
        // What follows 6月底 without a break, in digits, could be a part of it.
        if !isClosed, cursor.next.flatMap(ScalarCursor.digit) != nil { throw NotADate() }
        return phrase
    }

    /// Reads the end of a span, year and all, where a sign of a span stands.
    private mutating func spanEnd(of start: DatePhrase) throws(NotADate) -> DatePhrase? {
        let before = cursor.position
        guard cursor.takeSpanSign() else { return nil }
        guard let end = try point(endsSpan: true) else {
            if cursor.nextVisible.flatMap(ScalarCursor.digit) != nil { throw NotADate() }
            // A dash before a remark, or 到 of another word.
            cursor.position = before
            return nil
        }
        guard end.form != .beginning, end.last >= start.last else { throw NotADate() }
        return end
    }

    /// Reads what closes a date: 前, 止, …; returns whether it did.
    private mutating func takeClosing(of phrase: DatePhrase) throws(NotADate) -> Bool {
        if phrase.form == .day { takeTimeOfDay() }
        let start = cursor.position
        guard cursor.take(anyOf: DeadlineWords.closings) else { return false }
        guard cursor.scalars[cursor.position - 1] == "前" else { return true }
        if cursor.next == "期" {
            cursor.position = start
            return false
        }
        // 10月前 may mean September 30 or October 31.
        guard phrase.form != .period else { throw NotADate() }
        return true
    }

    /// Passes a time of the day: 24时, 17:30, 00:00:00.
    private mutating func takeTimeOfDay() {
        let start = cursor.position
        _ = cursor.take("T") || cursor.take("上午") || cursor.take("下午") || cursor.take("晚")
        guard let hour = cursor.takeDigits(), hour.width <= 2, hour.value <= 24 else {
            cursor.position = start
            return
        }
        if cursor.take("时") || cursor.take("点") {
            _ = cursor.take("整")
            return
        }
        guard cursor.take(":"), let minute = cursor.takeDigits(), minute.width == 2 else {
            cursor.position = start
            return
        }
        if cursor.take(":") { _ = cursor.takeDigits() }
        if cursor.take(".") { _ = cursor.takeDigits() }
    }

    // MARK: Points

    private mutating func point(endsSpan: Bool) throws(NotADate) -> DatePhrase? {
        let start = cursor.position
        if let plan = try plan() { return plan }
        if let digits = cursor.takeDigits() {
            if digits.width == 4, Self.years.contains(digits.value) {
                if let phrase = try after(year: digits.value, at: start, endsSpan: endsSpan) {
                    return phrase
                }
            } else if digits.width == 8, let phrase = try compact(digits.value, at: start) {
                return phrase
            } else if digits.width == 2, cursor.next == "年",
                let phrase = try after(shortYear: digits.value)
            {
                return phrase
            }
            cursor.position = start
        } else if let stated = takeYearInNumerals() {
            return try year(orPartOf: stated)
        }
        if cursor.take(anyOf: DeadlineWords.thisYear) {
            guard let tableYear else { throw NotADate() }
            var phrase = try year(orPartOf: tableYear)
            phrase.statesYear = false
            phrase.needsBoundary = true
            return phrase
        }
        if cursor.take(anyOf: DeadlineWords.nextYear) {
            guard let tableYear else { throw NotADate() }
            return try year(orPartOf: tableYear + 1)
        }
        if cursor.take(anyOf: DeadlineWords.followingYear) {
            return try year(orPartOf: year(nil) + 1)
        }
        return try part(of: nil)
    }

    /// Reads the end of a five-year plan: 十四五末.
    private mutating func plan() throws(NotADate) -> DatePhrase? {
        let start = cursor.position
        _ = cursor.take(anyOf: DeadlineWords.openingQuotes)
        for (name, lastYear) in DeadlineWords.plans where cursor.take(name) {
            _ = cursor.take(anyOf: DeadlineWords.closingQuotes)
            _ = cursor.take("规划")
            guard cursor.take(anyOf: DeadlineWords.planEnds) else { break }
            return try DatePhrase(
                CalendarDate(year: lastYear - 4, month: 1, day: 1),
                CalendarDate(year: lastYear, month: 12, day: 31),
                .end,
                statesYear: true,
                needsBoundary: false
            )
        }
        cursor.position = start
        return nil
    }

    /// Reads four numerals and 年: 二〇二三年.
    private mutating func takeYearInNumerals() -> Int? {
        let start = cursor.position
        cursor.skipBlank()
        let first = cursor.position
        while let scalar = cursor.next, ChineseNumeral.isNumeral(scalar) { cursor.position += 1 }
        guard let year = ChineseNumeral.year(of: cursor.scalars[first..<cursor.position]),
            Self.years.contains(year), cursor.take("年")
        else {
            cursor.position = start
            return nil
        }
        _ = cursor.take("度")
        return year
    }
}
