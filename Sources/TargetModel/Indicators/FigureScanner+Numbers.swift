extension FigureScanner {
    /// A number as it is written, without its unit.
    struct Number {
        /// The number, 万 and 亿 counted in.
        var value: ExactNumber
        /// What 万, 亿 and 千 multiply it with.
        var multiplier: Int128 = 1
        /// Index (from 0) of the scalar behind it.
        var end: Int
        /// Whether it is written in Chinese numerals.
        var isChinese = false
        /// Whether it is a share: 三分之二, 百分之八十.
        var isFraction = false
        /// Whether its unit is part of it: 百分之八十 is 80 %.
        var isPercent = false
    }

    /// Whether a number may begin with a scalar: most scalars are passed so.
    static func mayBeginNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "零", "〇", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百",
            "千", "万", "亿":
            true
        default: false
        }
    }

    /// Reads the number that begins at `start`; nil where none does.
    func number(at start: Int) -> Number? {
        guard start < scalars.count, Self.mayBeginNumber(scalars[start]) else { return nil }
        if Self.isDigit(scalars[start]) { return digits(at: start) }
        return chinese(at: start)
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// 1500, 1,100, 180.06, 3.6万, 2千.
    private func digits(at start: Int) -> Number? {
        var end = start
        while end < scalars.count, Self.isDigit(scalars[end]) { end += 1 }
        // Thousands are grouped by three; 35,234 of two figures has a unit before the comma.
        let ungrouped = end
        if end - start <= 3, scalars[start] != "0" {
            while end < scalars.count, scalars[end] == ",", isGroup(at: end + 1) { end += 4 }
        }
        let isGrouped = end > ungrouped
        if end + 1 < scalars.count, scalars[end] == ".", Self.isDigit(scalars[end + 1]) {
            end += 1
            while end < scalars.count, Self.isDigit(scalars[end]) { end += 1 }
        }
        let value =
            isGrouped
            ? ExactNumber(digits: scalars[start..<end].lazy.filter { $0 != "," })
            : ExactNumber(digits: scalars[start..<end])
        guard let value else { return nil }
        return multiplied(Number(value: value, end: end))
    }

    /// Whether three digits stand at `start`, and no fourth.
    private func isGroup(at start: Int) -> Bool {
        guard start + 3 <= scalars.count, scalars[start..<start + 3].allSatisfy(Self.isDigit) else {
            return false
        }
        return start + 3 == scalars.count || !Self.isDigit(scalars[start + 3])
    }

    /// Takes the 万, 亿, 千, 百 behind a number in digits; 千米, 千瓦, 百分点 are units.
    private func multiplied(_ number: Number) -> Number? {
        var number = number
        if number.end + 1 < scalars.count,
            scalars[number.end] == "余" || scalars[number.end] == "多",
            scalars[number.end + 1] == "万" || scalars[number.end + 1] == "亿"
        {
            number.end += 1
        }
        while number.end < scalars.count {
            let factor: Int128
            switch scalars[number.end] {
            case "万": factor = 10_000
            case "亿": factor = 100_000_000
            case "千" where MeasureUnits.unit(in: scalars, at: number.end) == nil: factor = 1000
            case "百" where MeasureUnits.unit(in: scalars, at: number.end) == nil: factor = 100
            default: return number
            }
            guard number.multiplier * factor <= 1_000_000_000_000,
                let scale = ExactNumber(factor, over: 1), let value = number.value.times(scale)
            else { return nil }
            number.value = value
            number.multiplier *= factor
            number.end += 1
        }
        return number
    }

    /// 一千八百万, 两, 十, 三分之二, 百分之八十五.
    private func chinese(at start: Int) -> Number? {
        var end = start
        while end < scalars.count, Self.digit(scalars[end]) != nil || Self.rank(scalars[end]) != nil
        {
            end += 1
        }
        guard end > start else { return nil }
        let run = scalars[start..<end]
        if end + 1 < scalars.count, scalars[end] == "分", scalars[end + 1] == "之",
            let top = number(at: end + 2), top.multiplier == 1
        {
            if run.elementsEqual("百".unicodeScalars) {
                let (value, end) = decimals(of: top)
                return Number(
                    value: value,
                    end: end,
                    isChinese: true,
                    isFraction: true,
                    isPercent: true
                )
            }
            guard let bottom = Self.value(of: run), let value = top.value.divided(by: bottom),
                value <= ExactNumber(1)
            else { return nil }
            return Number(value: value, end: top.end, isChinese: true, isFraction: true)
        }
        guard let value = Self.value(of: run) ?? bareRank(start..<end) else { return nil }
        let multiplier: Int128 = run.contains("亿") ? 100_000_000 : run.contains("万") ? 10_000 : 1
        return Number(value: value, multiplier: multiplier, end: end, isChinese: true)
    }

    /// What follows 点 behind a numeral, added to it, and where that ends: 百分之一点五.
    private func decimals(of whole: Number) -> (value: ExactNumber, end: Int) {
        guard whole.isChinese, whole.end < scalars.count, scalars[whole.end] == "点" else {
            return (whole.value, whole.end)
        }
        let digits = scalars[(whole.end + 1)...].prefix { Self.digit($0) != nil }.prefix(6)
        var (value, scale): (Int128, Int128) = (0, 1)
        for scalar in digits {
            value = value * 10 + (Self.digit(scalar) ?? 0)
            scale *= 10
        }
        guard !digits.isEmpty, let part = ExactNumber(value, over: scale),
            let sum = whole.value.plus(part)
        else { return (whole.value, whole.end) }
        return (sum, digits.endIndex)
    }

    /// 千亿 in 突破千亿元: ranks without a digit are a number behind a word that says what is reached.
    private func bareRank(_ run: Range<Int>) -> ExactNumber? {
        guard run.count >= 2, IndicatorWords.reaches.isSuffix(of: scalars[..<run.lowerBound]) else {
            return nil
        }
        return Self.value(of: ["一"] + scalars[run])
    }

    /// The value of a numeral in Chinese characters; nil where the characters are none: 千百, 三五.
    static func value(of numeral: ArraySlice<Unicode.Scalar>) -> ExactNumber? {
        var total: Int128 = 0
        var section: Int128 = 0
        var digit: Int128?
        var lastRank = Int128.max
        for scalar in numeral {
            if let value = Self.digit(scalar) {
                // 三五 is "three to five", no number; 零 only separates.
                if let open = digit, open > 0 { return nil }
                digit = value
            } else if let rank = Self.rank(scalar) {
                if rank >= 10_000 {
                    section += digit ?? 0
                    guard section > 0 else { return nil }
                    total = (total + section) * rank
                    section = 0
                    lastRank = .max
                } else {
                    guard rank < lastRank else { return nil }
                    section += (digit ?? (section == 0 && rank == 10 ? 1 : 0)) * rank
                    guard section > 0 else { return nil }
                    lastRank = rank
                }
                digit = nil
            }
            guard total < 1_000_000_000_000_000 else { return nil }
        }
        let sum = total + section + (digit ?? 0)
        return sum > 0 ? ExactNumber(sum, over: 1) : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int128? {
        scalar == "两" ? 2 : ChineseNumeral.digit(scalar).map { Int128($0) }
    }

    private static func rank(_ scalar: Unicode.Scalar) -> Int128? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1000
        case "万": 10_000
        case "亿": 100_000_000
        default: nil
        }
    }
}
