/// Parts of a year, behind a year or alone.
extension DatePhraseReader {
    /// The year that is stated, else the one that is known.
    func year(_ stated: Int?) throws(NotADate) -> Int {
        if let stated { return stated }
        guard let known = knownYear else { throw NotADate() }
        return known
    }

    /// A year as a whole: 2024年.
    func wholeYear(_ year: Int) throws(NotADate) -> DatePhrase {
        try DatePhrase(months: 1...12, of: year, .period, statesYear: true, needsBoundary: false)
    }

    /// Reads a part of a year, if there is one; else it is the year as a whole.
    mutating func year(orPartOf year: Int) throws(NotADate) -> DatePhrase {
        if let part = try part(of: year) { return part }
        return try wholeYear(year)
    }

    /// Reads a part of a year: of `stated`, or of the known year where it is nil.
    mutating func part(of stated: Int?) throws(NotADate) -> DatePhrase? {
        if let phrase = try half(of: stated) { return phrase }
        if let phrase = try quarter(of: stated) { return phrase }
        if let phrase = try yearWord(of: stated) { return phrase }
        return try month(of: stated)
    }

    private func months(
        _ months: ClosedRange<Int>,
        of stated: Int?,
        _ form: DatePhrase.Form,
        needsBoundary: Bool
    ) throws(NotADate) -> DatePhrase {
        try DatePhrase(
            months: months,
            of: year(stated),
            form,
            statesYear: stated != nil,
            needsBoundary: stated == nil && needsBoundary
        )
    }

    private mutating func takesEnd() -> Bool {
        cursor.take(anyOf: DeadlineWords.ends)
    }

    // MARK: 年底, 年内, 全年

    private mutating func yearWord(of stated: Int?) throws(NotADate) -> DatePhrase? {
        let start = cursor.position
        if cursor.take("全年") {
            _ = cursor.take("度")
            var phrase = try months(1...12, of: stated, .period, needsBoundary: true)
            phrase.isWholeYear = true
            return phrase
        }
        // Behind a year 年 needn't be said again: 2024年底, 2024年年底.
        guard cursor.take("年") || stated != nil else { return nil }
        let isAnnual = cursor.take("度")
        if takesEnd() { return try months(1...12, of: stated, .end, needsBoundary: true) }
        if cursor.take("内") {
            var phrase = try months(1...12, of: stated, .end, needsBoundary: true)
            phrase.isWholeYear = true
            return phrase
        }
        if !isAnnual, cursor.take("初") {
            return try months(1...1, of: stated, .beginning, needsBoundary: true)
        }
        if !isAnnual, cursor.next == "中" { throw NotADate() }
        cursor.position = start
        return nil
    }

    // MARK: 上半年, 三季度

    private mutating func half(of stated: Int?) throws(NotADate) -> DatePhrase? {
        let span: ClosedRange<Int>
        if cursor.take("上半年") {
            span = 1...6
        } else if cursor.take("下半年") {
            span = 7...12
        } else {
            return nil
        }
        return try months(span, of: stated, takesEnd() ? .end : .period, needsBoundary: true)
    }

    private mutating func quarter(of stated: Int?) throws(NotADate) -> DatePhrase? {
        let start = cursor.position
        guard let numbers = takeQuarters() else {
            cursor.position = start
            return nil
        }
        guard numbers.first >= 1, numbers.last <= 4, numbers.first <= numbers.last else {
            throw NotADate()
        }
        return try months(
            (numbers.first * 3 - 2)...(numbers.last * 3),
            of: stated,
            takesEnd() ? .end : .period,
            needsBoundary: true
        )
    }

    private mutating func takeQuarters() -> (first: Int, last: Int)? {
        if cursor.take("Q") || cursor.take("q") {
            guard let number = cursor.takeDigits(), number.width == 1 else { return nil }
            return (number.value, number.value)
        }
        let isSum = cursor.take("前")
        _ = cursor.take("第")
        guard let first = cursor.takeSmallNumber() else { return nil }
        var last = first
        if !isSum, cursor.takeSpanSign() {
            _ = cursor.take("第")
            guard let number = cursor.takeSmallNumber() else { return nil }
            last = number
        }
        guard cursor.take("季度") || (cursor.take("季") && nextIsEnd) else { return nil }
        return (isSum ? 1 : first, last)
    }

    private var nextIsEnd: Bool {
        var ahead = cursor
        return ahead.take(anyOf: DeadlineWords.ends)
    }

    // MARK: 11月底, 10月中旬, 6月30日

    private mutating func month(of stated: Int?) throws(NotADate) -> DatePhrase? {
        let start = cursor.position
        guard let numbers = takeMonths() else {
            cursor.position = start
            return nil
        }
        guard numbers.first >= 1, numbers.last <= 12, numbers.first <= numbers.last else {
            throw NotADate()
        }
        return try withinMonths(numbers.first...numbers.last, of: stated)
    }

    private mutating func takeMonths() -> (first: Int, last: Int)? {
        if cursor.take("元月") {
            _ = cursor.take("份")
            return (1, 1)
        }
        guard let first = cursor.takeSmallNumber() else { return nil }
        var last = first
        if cursor.takeSpanSign() {
            guard let number = cursor.takeSmallNumber() else { return nil }
            last = number
        }
        guard cursor.take("月") else { return nil }
        _ = cursor.take("份")
        return (first, last)
    }

    /// Reads what stands behind the month: 底, 中旬, 30日, or nothing.
    mutating func withinMonths(
        _ span: ClosedRange<Int>,
        of stated: Int?
    ) throws(NotADate) -> DatePhrase {
        if takesEnd() { return try months(span, of: stated, .end, needsBoundary: false) }
        if cursor.take("初") {
            return try months(
                span.lowerBound...span.lowerBound,
                of: stated,
                .beginning,
                needsBoundary: false
            )
        }
        if let tenDays = cursor.takeTenDays() {
            _ = takesEnd()
            return try days(nil, tenDays.lastDay, of: span, stated, .end)
        }
        if cursor.next == "中" { throw NotADate() }
        if let day = try takeDays() { return try days(day.first, day.last, of: span, stated, .day) }
        return try months(span, of: stated, .period, needsBoundary: true)
    }

    /// Days of the last month of `span`; `last` is nil for the month's last day.
    private func days(
        _ first: Int?,
        _ last: Int?,
        of span: ClosedRange<Int>,
        _ stated: Int?,
        _ form: DatePhrase.Form
    ) throws(NotADate) -> DatePhrase {
        let year = try year(stated)
        let month = span.upperBound
        return try DatePhrase(
            CalendarDate(year: year, month: span.lowerBound, day: first ?? 1),
            CalendarDate(
                year: year,
                month: month,
                day: last ?? CalendarDate.daysInMonth(month, of: year)
            ),
            form,
            statesYear: stated != nil,
            needsBoundary: false
        )
    }

    /// Reads days of a month: 30日, 30号, 1-10日, 三十日, and 30 alone where nothing else can follow.
    private mutating func takeDays() throws(NotADate) -> (first: Int, last: Int)? {
        let start = cursor.position
        let startsWithDigit = cursor.nextVisible.flatMap(ScalarCursor.digit) != nil
        guard let first = cursor.takeSmallNumber() else {
            if startsWithDigit { throw NotADate() }
            return nil
        }
        let isNamed = cursor.take(anyOf: DeadlineWords.days)
        let afterFirst = cursor.position
        if cursor.takeSpanSign(), let last = cursor.takeSmallNumber(),
            cursor.take(anyOf: DeadlineWords.days)
        {
            guard first <= last else { throw NotADate() }
            return (first, last)
        }
        cursor.position = afterFirst
        if isNamed { return (first, first) }
        if startsWithDigit {
            var ahead = cursor
            let isClosed = ahead.take(anyOf: DeadlineWords.closings)
            guard isClosed || cursor.isAtEnd else { throw NotADate() }
            return (first, first)
        }
        cursor.position = start
        return nil
    }
}

/// Ten days of a month, and the rest of it.
private enum TenDays {
    case first, second, third

    /// The last of them; nil for the month's last day.
    var lastDay: Int? {
        switch self {
        case .first: 10
        case .second: 20
        case .third: nil
        }
    }
}

extension ScalarCursor {
    fileprivate mutating func takeTenDays() -> TenDays? {
        if take("上旬") { return .first }
        if take("中旬") || take("上中旬") { return .second }
        return take("下旬") || take("中下旬") ? .third : nil
    }
}
