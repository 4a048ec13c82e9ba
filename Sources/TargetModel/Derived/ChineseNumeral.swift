/// Chinese numerals, as dates and numbers of items are written with them.
enum ChineseNumeral {
    /// Whether a scalar is part of a numeral.
    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        digit(scalar) != nil || tens(scalar) != nil
    }

    /// Returns the value of a numeral below 100: 五, 十, 十二, 二十, 三十一, 廿一; nil for another text.
    static func value(of numeral: ArraySlice<Unicode.Scalar>) -> Int? {
        var rest = numeral
        var value = 0
        if let first = rest.first, let tens = tens(first) {
            value = tens
            rest.removeFirst()
        } else if let first = rest.first.flatMap(digit), first > 0, rest.dropFirst().first == "十" {
            value = first * 10
            rest.removeFirst(2)
        }
        guard let last = rest.first else { return value > 0 ? value : nil }
        guard rest.count == 1, let ones = digit(last), ones > 0 else { return nil }
        return value + ones
    }

    /// Returns the year of four numerals, one a digit: 二〇二三; nil for another text.
    static func year(of numeral: ArraySlice<Unicode.Scalar>) -> Int? {
        guard numeral.count == 4 else { return nil }
        var year = 0
        for scalar in numeral {
            guard let digit = digit(scalar) else { return nil }
            year = year * 10 + digit
        }
        return year
    }

    /// The value of a digit, 0 to 9; nil for another scalar.
    ///
    /// 两 counts things, and is none of dates.
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零", "○", "◯": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    private static func tens(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "廿": 20
        case "卅": 30
        default: nil
        }
    }
}
