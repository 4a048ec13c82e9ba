/// The day that a workbook's dates count from.
enum DateEpoch: Sendable, Equatable {
    /// Day 1 is January 1, 1900; and there is a day 60, February 29, 1900, that never was.
    case from1900
    /// Day 0 is January 1, 1904.
    case from1904

    /// The day of a serial number (whole days): year, month and day; nil outside 1900 to 9999.
    func day(_ serial: Int) -> (year: Int, month: Int, day: Int)? {
        switch self {
        case .from1900:
            guard serial >= 0 else { return nil }
            // Programs show day 0 as January 0.
            if serial == 0 { return (1900, 1, 0) }
            if serial == 60 { return (1900, 2, 29) }
            return Self.civil(days: serial + (serial < 60 ? 1 : 0) - 25_569)
        case .from1904:
            guard serial >= 0 else { return nil }
            return Self.civil(days: serial + 1_462 - 25_569)
        }
    }

    /// The serial number of what ISO 8601 writes: a date with or without a time, a time, a span of
    /// time such as `PT24H0M0.000S`; nil where the text is none, or a day that no cell can hold.
    ///
    /// A zone is passed over: the time is the one that is written, as programs show it.
    func serial(ofISO8601 text: String) -> Double? {
        if text.utf8.first == UInt8(ascii: "P") { return Self.span(text.dropFirst()) }
        let halves = text.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "T" || $0 == " " }
        )
        guard let date = halves.first, halves.count <= 2 else { return nil }
        if halves.count == 1, date.contains(":") { return Self.time(date) }
        let time = halves.count == 2 ? Self.time(halves[1]) : 0
        guard let day = serial(ofDate: date), let time else { return nil }
        return Double(day) + time
    }

    /// The serial number of a date: `2023-06-30`, with or without a zone.
    private func serial(ofDate text: Substring) -> Int? {
        let plain = text.last == "Z" ? text.dropLast() : text
        let numbers = plain.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 3, let year = numbers[0], let month = numbers[1],
            let day = numbers[2],
            (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let days = Self.days(year: year, month: month, day: day)
        guard self == .from1900 else { return days + 25_569 - 1_462 }
        // February 29, 1900 never was, and yet has the number 60.
        if (year, month, day) == (1900, 2, 29) { return 60 }
        return days + 25_569 - (days < -25_508 ? 1 : 0)
    }

    /// The part of a day that a time is: `08:30:00`, with or without a zone.
    private static func time(_ text: Substring) -> Double? {
        let plain = text.prefix { $0 != "Z" && $0 != "+" && $0 != "-" }
        let numbers = plain.split(separator: ":", omittingEmptySubsequences: false)
            .map { number(in: $0) }
        guard (2...3).contains(numbers.count) else { return nil }
        var seconds = 0.0
        for (index, number) in numbers.enumerated() {
            guard let number, number < (index == 0 ? 24 : 60) else { return nil }
            seconds += number * [3_600, 60, 1][index]
        }
        return seconds / 86_400
    }

    /// The days that a span of time is; `text` stands behind the `P`: `1DT2H`, `T24H0M0.000S`.
    ///
    /// Months and years have no fixed length.
    private static func span(_ text: Substring) -> Double? {
        var seconds = 0.0
        var isTime = false
        var rest = text
        while let first = rest.first {
            if first == "T", !isTime {
                isTime = true
                rest = rest.dropFirst()
                continue
            }
            let digits = rest.prefix { $0 == "." || ("0"..."9").contains($0) }
            let units: [Character: Double] =
                isTime ? ["H": 3_600, "M": 60, "S": 1] : ["W": 604_800, "D": 86_400]
            rest = rest.dropFirst(digits.count)
            guard let number = number(in: digits), let unit = rest.first.flatMap({ units[$0] })
            else { return nil }
            seconds += number * unit
            rest = rest.dropFirst()
        }
        return text.isEmpty || text == "T" ? nil : seconds / 86_400
    }

    private static func number(in text: Substring) -> Double? {
        guard text.utf8.allSatisfy({ $0 == 0x2E || $0 &- 0x30 <= 9 }) else { return nil }
        return Double(text)
    }

    /// The day of the Gregorian calendar that is `days` after January 1, 1970.
    private static func civil(days: Int) -> (year: Int, month: Int, day: Int)? {
        // Years that begin with March: the leap day is the last of its year.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        guard year <= 9999 else { return nil }
        return (year, month < 10 ? month + 3 : month - 9, day)
    }

    /// How many days a day of the Gregorian calendar is after January 1, 1970.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
