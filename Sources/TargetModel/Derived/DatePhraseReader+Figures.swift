/// Dates that begin with a year's figures: 2024年, 2024.10, 2024-10-15, 20241015.
extension DatePhraseReader {
    /// Reads what follows a year of four digits that began at `start`.
    mutating func after(
        year: Int,
        at start: Int,
        endsSpan: Bool
    ) throws(NotADate) -> DatePhrase? {
        if cursor.take("年") {
            _ = cursor.take("度")
            return try self.year(orPartOf: year)
        }
        let afterYear = cursor.position
        if let sign = cursor.next, sign == "." || sign == "-" || sign == "/" {
            if let phrase = try figures(of: year, separatedBy: sign) { return phrase }
            cursor.position = afterYear
        }
        if isBeforePart { return try part(of: year) }
        // 2023-2025年, and a year alone where nothing else stands.
        let begins = startsSpanOfYears
        guard begins || ((endsSpan || start == 0) && cursor.isAtEnd) else { return nil }
        var phrase = try wholeYear(year)
        phrase.needsBoundary = true
        return phrase
    }

    /// Reads 年 and a part of the year behind a year of two digits: 24年底.
    ///
    /// 10年 alone is no year.
    mutating func after(shortYear digits: Int) throws(NotADate) -> DatePhrase? {
        guard cursor.take("年") else { return nil }
        _ = cursor.take("度")
        let year = 2000 + digits
        guard cursor.next != "内", cursor.next != "中", let phrase = try part(of: year) else {
            return nil
        }
        // Far from the table's year it is a number of years.
        if let known = knownYear, abs(known - year) > 10 { throw NotADate() }
        return phrase
    }

    /// Eight digits, if they are the whole text.
    func compact(_ digits: Int, at start: Int) throws(NotADate) -> DatePhrase? {
        guard start == 0, cursor.isAtEnd, Self.years.contains(digits / 10_000) else { return nil }
        let date = CalendarDate(
            year: digits / 10_000,
            month: digits / 100 % 100,
            day: digits % 100
        )
        return try DatePhrase(date, date, .day, statesYear: true, needsBoundary: true)
    }

    private var isBeforePart: Bool {
        var ahead = cursor
        return ahead.take(anyOf: DeadlineWords.behindYears)
            || (ahead.take("第") && ahead.takeSmallNumber() != nil && ahead.take("季度"))
    }

    private var startsSpanOfYears: Bool {
        var ahead = cursor
        guard ahead.takeSpanSign(), let digits = ahead.takeDigits() else { return false }
        return digits.width == 4 && Self.years.contains(digits.value)
    }

    /// Reads month and day behind a year and `sign`.
    private mutating func figures(
        of year: Int,
        separatedBy sign: Unicode.Scalar
    ) throws(NotADate) -> DatePhrase? {
        cursor.position += 1
        guard let month = cursor.takeDigits(), month.width <= 2 else { return nil }
        if cursor.next == sign {
            let before = cursor.position
            cursor.position += 1
            if let day = cursor.takeDigits(), day.width <= 2 {
                _ = cursor.take("日")
                return try self.day(year, month.value, day.value)
            }
            cursor.position = before
        }
        return try self.month(year, month.value)
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) throws(NotADate) -> DatePhrase? {
        let date = CalendarDate(year: year, month: month, day: day)
        return try DatePhrase(date, date, .day, statesYear: true, needsBoundary: true)
    }

    private mutating func month(_ year: Int, _ first: Int) throws(NotADate) -> DatePhrase? {
        var span = first...first
        let before = cursor.position
        if cursor.takeSpanSign(), let last = cursor.takeDigits(), last.width <= 2,
            cursor.next != ".", cursor.next != "/"
        {
            // 2024.1-6
            guard first <= last.value else { throw NotADate() }
            span = first...last.value
        } else {
            cursor.position = before
        }
        guard (1...12).contains(span.lowerBound), (1...12).contains(span.upperBound) else {
            throw NotADate()
        }
        _ = cursor.take("月") && cursor.take("份")
        var phrase = try withinMonths(span, of: year)
        phrase.needsBoundary = true
        return isBounded ? phrase : nil
    }

    /// Whether figures end here: 2024.10亿元 is no date.
    private var isBounded: Bool {
        guard let next = cursor.next, next != " " else { return true }
        if ScalarCursor.digit(next) != nil { return false }
        var ahead = cursor
        if ahead.take(anyOf: DeadlineWords.closings) || ahead.take(anyOf: DeadlineWords.actions) {
            return true
        }
        return ahead.takeSpanSign()
            || !next.properties.isIdeographic && !next.properties.isAlphabetic
                && next != "%"
    }
}
