extension NumberFormat.Section {
    /// What the section shows for a date and time; nil where there is no such day.
    func text(ofDate serial: Double, epoch: DateEpoch) -> String? {
        guard let moment = Moment(serial, epoch: epoch, precision: precision) else { return nil }
        let usesHalfDays = tokens.contains { token in
            switch token {
            case .date(.halfDay, _), .date(.halfDayLetter, _), .date(.chineseHalfDay, _): true
            default: false
            }
        }
        var text = ""
        for token in tokens {
            switch token {
            case .literal(let literal): text += literal
            case .date(let part, let count):
                text += self.text(of: part, count, moment, usesHalfDays)
            case .point: text += "."
            case .comma: text += ","
            case .percent: text += "%"
            case .general, .text, .digit, .exponent, .fraction, .denominator: continue
            }
        }
        return text
    }

    /// How fine the time is that the section shows, in milliseconds.
    private var precision: Int {
        var precision = 60_000
        for case .date(let part, let count) in tokens {
            switch part {
            case .second, .allSeconds: precision = min(precision, 1_000)
            case .secondFraction: precision = min(precision, [100, 10, 1][min(count, 3) - 1])
            default: continue
            }
        }
        return precision
    }

    private func text(
        of part: NumberFormat.DatePart,
        _ count: Int,
        _ moment: Moment,
        _ usesHalfDays: Bool
    ) -> String {
        switch part {
        case .year:
            return numerals.spelled(
                count <= 2 ? zeroPadded(moment.year % 100, 2) : zeroPadded(moment.year, 4)
            )
        case .month:
            return count > 2
                ? Self.name(ofMonth: moment.month, count, isChinese) : padded(moment.month, count)
        case .day: return padded(moment.day, count)
        case .weekday: return Self.name(ofDay: moment.weekday, count, isChinese)
        case .chineseWeekday:
            return (count > 3 ? "星期" : "") + Self.chineseDays[moment.weekday]
        case .hour:
            return padded(usesHalfDays ? (moment.hour + 11) % 12 + 1 : moment.hour, count)
        case .minute: return padded(moment.minute, count)
        case .second: return padded(moment.second, count)
        case .secondFraction:
            let digits = zeroPadded(moment.millisecond, 3)
            return "." + digits.prefix(count) + String(repeating: "0", count: max(0, count - 3))
        case .halfDay where isChinese: return moment.hour < 12 ? "上午" : "下午"
        case .halfDay: return moment.hour < 12 ? "AM" : "PM"
        case .halfDayLetter: return moment.hour < 12 ? "A" : "P"
        case .chineseHalfDay: return moment.hour < 12 ? "上午" : "下午"
        case .allHours: return zeroPadded(moment.allMilliseconds / 3_600_000, count)
        case .allMinutes: return zeroPadded(moment.allMilliseconds / 60_000, count)
        case .allSeconds: return zeroPadded(moment.allMilliseconds / 1_000, count)
        }
    }

    // MARK: Numbers and names

    private func padded(_ number: Int, _ count: Int) -> String {
        numerals == .arabic || numerals == .fullWidth
            ? numerals.spelled(zeroPadded(number, count)) : numerals.readInDate(number)
    }

    private func zeroPadded(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }

    private static let chineseDays = ["日", "一", "二", "三", "四", "五", "六"]
    private static let days = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October",
        "November", "December",
    ]

    private static func name(ofMonth month: Int, _ count: Int, _ isChinese: Bool) -> String {
        if isChinese { return count == 3 ? "\(month)月" : Numerals.chinese.readInDate(month) + "月" }
        let name = months[month - 1]
        return count == 3 ? String(name.prefix(3)) : count == 5 ? String(name.prefix(1)) : name
    }

    private static func name(ofDay day: Int, _ count: Int, _ isChinese: Bool) -> String {
        if isChinese { return (count == 3 ? "周" : "星期") + chineseDays[day] }
        return count == 3 ? String(days[day].prefix(3)) : days[day]
    }
}

/// A date and a time of day.
private struct Moment {
    var year: Int
    var month: Int
    var day: Int
    /// From Sunday, 0.
    var weekday: Int
    var hour: Int
    var minute: Int
    var second: Int
    var millisecond: Int
    /// Since the day that the workbook counts from.
    var allMilliseconds: Int

    /// Takes a serial number apart; `precision` is what is shown of the time, in milliseconds.
    init?(_ serial: Double, epoch: DateEpoch, precision: Int) {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let dayLength = 86_400_000
        var milliseconds = Int((serial * Double(dayLength)).rounded())
        // A time that is shown in seconds is rounded to them; hours and minutes are cut, but
        // not for what a number of 15 digits lacks.
        if precision <= 1_000 {
            milliseconds = (milliseconds + precision / 2) / precision * precision
        }
        guard let day = epoch.day(milliseconds / dayLength) else { return nil }
        (year, month, self.day) = day
        let days = milliseconds / dayLength + (epoch == .from1904 ? 1_462 : 0)
        weekday = (days + 6) % 7
        let time = milliseconds % dayLength
        hour = time / 3_600_000
        minute = time / 60_000 % 60
        second = time / 1_000 % 60
        millisecond = time % 1_000
        allMilliseconds = milliseconds
    }
}
