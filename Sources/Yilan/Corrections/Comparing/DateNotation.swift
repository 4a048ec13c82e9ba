internal import TargetModel

/// What a text says where it is nothing but a date, as spreadsheet programs write dates.
struct DateNotation {
    /// Every reading; none where the text is no date.
    private(set) var readings: [Notation] = []

    /// Reads 2023-12-31, 2023/12/31 0:00:00, 2023年12月31日, 12/31/2023, 12月31日, 12-31, 31-Dec,
    /// 2023年10月, 2023-10, Oct-23.
    init(_ text: String) {
        guard let parts = Self.parts(of: Self.withoutMidnight(text)) else { return }
        switch parts.count {
        case 2: readPair(parts[0], parts[1])
        case 3: readTriple(parts[0], parts[1], parts[2])
        default: break
        }
    }

    /// A number or the English name of a month, and what stands behind it.
    private struct Part {
        var value: Int
        var isName = false
        var isLong = false
        var mark: Unicode.Scalar?
    }

    private mutating func readPair(_ one: Part, _ two: Part) {
        switch (one.mark, two.mark) {
        case ("年", "月"): addMonth(one.value, two.value)
        case ("月", "日"), ("月", "号"): addDay(one.value, two.value)
        case ("-", nil), ("/", nil):
            if one.isLong {
                addMonth(one.value, two.value)
            } else if two.isLong {
                addMonth(two.value, one.value)
            } else if two.isName {
                addDay(two.value, one.value)
            } else {
                addDay(one.value, two.value)
                // Oct-23 is how a program shows October 2023, too.
                if one.isName { addMonth(2000 + two.value, one.value) }
            }
        default: break
        }
    }

    private mutating func readTriple(_ one: Part, _ two: Part, _ three: Part) {
        switch (one.mark, two.mark, three.mark) {
        case ("年", "月", "日"), ("年", "月", "号"): addDate(one.value, two.value, three.value)
        case ("-", "-", nil), ("/", "/", nil), (".", ".", nil):
            if one.isLong {
                addDate(one.value, two.value, three.value)
            } else if two.isName {
                addDate(three.isLong ? three.value : 2000 + three.value, two.value, one.value)
            } else if three.isLong {
                addDate(three.value, one.value, two.value)
                if one.value != two.value { addDate(three.value, two.value, one.value) }
            }
        default: break
        }
    }

    private mutating func addDate(_ year: Int, _ month: Int, _ day: Int) {
        guard let date = CalendarDate(year: year, month: month, day: day) else { return }
        readings.append(.day(year: date.year, month: date.month, day: date.day))
    }

    private mutating func addDay(_ month: Int, _ day: Int) {
        // A leap year, so that February 29 is a day.
        guard CalendarDate(year: 2000, month: month, day: day) != nil else { return }
        readings.append(.dayOfYear(month: month, day: day))
    }

    private mutating func addMonth(_ year: Int, _ month: Int) {
        guard CalendarDate(year: year, month: month, day: 1) != nil else { return }
        readings.append(.month(year: year, month: month))
    }

    /// A date cell is a point in time; programs show the midnight with it.
    private static func withoutMidnight(_ text: String) -> Substring {
        guard let gap = text.unicodeScalars.firstIndex(where: { $0 == " " || $0 == "T" }) else {
            return text[...]
        }
        let time = text.unicodeScalars[text.unicodeScalars.index(after: gap)...]
        let isMidnight =
            time.contains(":") && time.allSatisfy { "0:.Z".unicodeScalars.contains($0) }
        return isMidnight ? text[..<gap] : text[...]
    }

    private static func parts(of text: Substring) -> [Part]? {
        var parts: [Part] = []
        var digits = ""
        var letters = ""
        func part(mark: Unicode.Scalar?) -> Part? {
            if !letters.isEmpty {
                guard digits.isEmpty, let month = months.firstIndex(of: letters.lowercased()) else {
                    return nil
                }
                return Part(value: month + 1, isName: true, mark: mark)
            }
            guard (1...4).contains(digits.utf8.count), let value = Int(digits) else { return nil }
            return Part(value: value, isLong: digits.utf8.count == 4, mark: mark)
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "A"..."Z", "a"..."z": letters.unicodeScalars.append(scalar)
            case "-", "/", ".", "年", "月", "日", "号":
                guard let part = part(mark: scalar), parts.count < 3 else { return nil }
                parts.append(part)
                digits = ""
                letters = ""
            default: return nil
            }
        }
        if !digits.isEmpty || !letters.isEmpty {
            guard let part = part(mark: nil), parts.count < 3 else { return nil }
            parts.append(part)
        }
        return parts
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
