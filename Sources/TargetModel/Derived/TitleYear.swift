/// A year in a title.
struct TitleYear {
    /// How the title names it; the first is the surest.
    enum Form: Int {
        /// 2023年度.
        case annual
        /// 2023年.
        case plain
        /// 2023年1-6月.
        case months
        /// 2023 without 年, before what the table is about.
        case bare
        /// The year of a day or of a span of years: not the table's.
        case other
    }

    /// The year's number.
    var year: Int
    /// How the title names it.
    var form: Form
    /// Where it stands, 年度 included: indexes (from 0) of the folded title's scalars.
    var range: Range<Int>

    /// Returns the year that a title's targets are for; nil where none is clear.
    ///
    /// - Complexity: O(n) in the title.
    static func best(in title: [Unicode.Scalar], years: [TitleYear]) -> TitleYear? {
        guard let form = years.map(\.form.rawValue).min(), form != Form.other.rawValue else {
            return nil
        }
        let candidates = years.filter { $0.form.rawValue == form }
        guard let first = candidates.first else { return nil }
        if candidates.allSatisfy({ $0.year == first.year }) { return first }
        for words in [TitleWords.subjects, TitleWords.reports] {
            let starts = words.positions(in: title)
            // The year stands before what it is of: 2022年责任目标2023年一季度完成情况.
            let nearest = candidates.compactMap { candidate in
                starts.map { $0 - candidate.range.upperBound }.filter { $0 >= 0 }.min()
                    .map { (distance: $0, candidate: candidate) }
            }
            if let best = nearest.min(by: { $0.distance < $1.distance }) { return best.candidate }
        }
        return nil
    }

    /// Returns the year in which a line says that the table was filled in: 填报时间：2023年11月20日.
    ///
    /// None in the first months, when the table may be of the year before.
    static func filledIn(_ line: String) -> Int? {
        let text = FoldedTitle(line).folded
        guard text.count <= TitleFacts.limit,
            let start = TitleWords.filledIn.positions(in: text).first
        else { return nil }
        var cursor = ScalarCursor(text)
        cursor.position = start
        _ = cursor.take(anyOf: TitleWords.filledIn)
        while let next = cursor.next, next == ":" || next == " " { cursor.position += 1 }
        guard let year = cursor.takeYearNumber(),
            let sign = cursor.next, "年.-/".unicodeScalars.contains(sign)
        else { return nil }
        cursor.position += 1
        guard let month = cursor.takeSmallNumber(), (4...12).contains(month) else { return nil }
        return year
    }

    /// Returns the years in a folded title, in order.
    ///
    /// The numbers of documents, such as 〔2023〕5号, hold none.
    /// - Complexity: O(n) in the title.
    static func years(in title: [Unicode.Scalar]) -> [TitleYear] {
        var cursor = ScalarCursor(title)
        var years: [TitleYear] = []
        while let next = cursor.next {
            let start = cursor.position
            guard ScalarCursor.digit(next) != nil || ChineseNumeral.isNumeral(next) else {
                cursor.position += 1
                continue
            }
            if let year = cursor.takeTitleYear(at: start) {
                years.append(year)
            } else {
                cursor.position = start
                cursor.passNumerals()
            }
        }
        return years
    }
}

extension ScalarCursor {
    /// Reads a year that begins at `start`; nil where none does.
    fileprivate mutating func takeTitleYear(at start: Int) -> TitleYear? {
        guard let year = takeYearNumber() else { return nil }
        let end = position
        let isNamed = take("年")
        if isNamed, take("度") {
            return TitleYear(year: year, form: .annual, range: start..<position)
        }
        let afterYear = position
        if takeSpanSign(), takeYearNumber() != nil {
            _ = take("年") && take("度")
            return TitleYear(year: year, form: .other, range: start..<position)
        }
        position = afterYear
        guard isNamed else {
            let isBare = isBareYear(start..<end)
            return isBare ? TitleYear(year: year, form: .bare, range: start..<end) : nil
        }
        let form = formOfDate(isReached: TitleWords.reached.isSuffix(of: scalars[..<start]))
        position = afterYear
        return TitleYear(year: year, form: form, range: start..<afterYear)
    }

    /// What follows 年: a month, a day, or neither; a day that the table reaches to is as a month.
    private mutating func formOfDate(isReached: Bool) -> TitleYear.Form {
        guard let month = takeSmallNumber(), (1...12).contains(month) else { return .plain }
        guard take("月"), takeSmallNumber() != nil, take("日") else { return .months }
        return isReached ? .months : .other
    }

    /// Reads four digits or four numerals that are a year.
    fileprivate mutating func takeYearNumber() -> Int? {
        let start = position
        if let digits = takeDigits() {
            if digits.width == 4, DatePhraseReader.years.contains(digits.value) {
                return digits.value
            }
        } else {
            skipBlank()
            let first = position
            passNumerals()
            if let year = ChineseNumeral.year(of: scalars[first..<position]),
                DatePhraseReader.years.contains(year)
            {
                return year
            }
        }
        position = start
        return nil
    }

    /// Passes digits and numerals.
    fileprivate mutating func passNumerals() {
        while let scalar = next, Self.digit(scalar) != nil || ChineseNumeral.isNumeral(scalar) {
            position += 1
        }
    }

    /// Whether a year without 年 is one: it stands before what the table is about.
    private func isBareYear(_ range: Range<Int>) -> Bool {
        let before = range.lowerBound > 0 ? scalars[range.lowerBound - 1] : " "
        guard scalars[range].allSatisfy({ Self.digit($0) != nil }),
            !TitleWords.noYearBehind.contains(before)
        else { return false }
        var ahead = self
        return ahead.take(anyOf: TitleWords.subjects) || ahead.take(anyOf: TitleWords.reports)
    }
}
