internal import SourceText

/// Finds the figures of a text: digits or Chinese numerals, with 万 and 亿, and a unit.
///
/// Years, dates, ordinals, numbers of roads and names with numbers in them are no figures.
struct FigureScanner {
    /// The text, full-width letters and signs made half-width; one scalar for one of the text.
    let scalars: [Unicode.Scalar]

    /// Returns the figures of the text, in order.
    ///
    /// - Complexity: O(n) in the text.
    func figures() -> [Figure] {
        var found: [Figure] = []
        var index = 0
        while index < scalars.count {
            if Self.mayBeginNumber(scalars[index]) {
                index = endOfOrdinal(at: index) ?? addFigure(at: index, to: &found) ?? index + 1
            } else {
                index += 1
            }
        }
        return found
    }

    /// Where digits end that are followed by what makes them no figure, and by nothing that takes part in
    /// it: 2023年, 13号, 5级; nil where nothing so plain begins at `start`.
    ///
    /// Every other number is one, and what it is worth needn't be known.
    private func endOfOrdinal(at start: Int) -> Int? {
        var end = start
        while end < scalars.count, Self.isDigit(scalars[end]) { end += 1 }
        guard end > start, let unit = MeasureUnits.unit(in: scalars, at: end),
            MeasureUnits.all[unit.number].isOrdinal, !mayBeAge(before: start)
        else { return nil }
        let next = end + unit.count
        // 2021年至2035年, 5年余 and kVA are read as a whole.
        guard next < scalars.count else { return next }
        let goesOn = scalars[next] == "余" || isLetter(scalars[next]) || spanSign(at: next) != nil
        return goesOn ? nil : next
    }

    /// Reads what begins at `start` and looks like a figure, and adds it where it is one; returns where
    /// it ends, nil where no number begins.
    private func addFigure(at start: Int, to found: inout [Figure]) -> Int? {
        guard let number = self.number(at: start) else { return nil }
        let before = start > 0 ? scalars[start - 1] : " "
        var end = number.end
        var upper: ExactNumber?
        // 10—15家, 10家至15家, 5%—8%; 2021—2035年 is thrown out by its unit.
        let firstUnit = MeasureUnits.unit(in: scalars, at: end)
        let afterUnit = end + (firstUnit?.count ?? 0)
        if let last = spanEnd(at: end, above: number.value)
            ?? spanEnd(at: afterUnit, above: number.value, in: firstUnit)
        {
            upper = last.value
            end = last.end
        }
        if end < scalars.count, Self.isMore(scalars[end]) { end += 1 }
        // 600 个: a blank sets the figure off.
        let isSetOff =
            end + 1 < scalars.count && scalars[end] == " "
            && MeasureUnits.unit(in: scalars, at: end + 1) != nil
        if isSetOff { end += 1 }
        var unit: MeasureUnits.Unit?
        if number.isPercent {
            unit = MeasureUnits.percent
        } else if number.isFraction {
            unit = MeasureUnits.bareShare
        } else if let known = end == number.end
            ? firstUnit : MeasureUnits.unit(in: scalars, at: end)
        {
            let next = end + known.count
            let isWhole =
                next >= scalars.count || !isLetter(scalars[next])
                || !scalars[end..<next].allSatisfy(isLetter)
            if isWhole, !isWord(from: end, before: next) {
                unit = MeasureUnits.all[known.number]
                end = next
            }
        }
        // Five hundred things and more is five hundred of them: 2500家余.
        if end < scalars.count, scalars[end] == "余" { end += 1 }
        // 增长-1.2%: a fall.
        let isNegative = isFall(before, from: start, unit)
        guard isFigure(number, unit, from: start, to: end, after: isNegative ? " " : before)
        else { return end }
        if isNegative {
            found.append(fall(number, unit, (start - 1)..<end))
            return end
        }
        // The lower end of 1—2万 is in 万, too.
        var lower = number.value
        if let upper, number.multiplier == 1, let scale = spanScale(at: start),
            let scaled = lower.times(scale), scaled < upper
        {
            lower = scaled
        }
        // Texts with one figure mostly have others: growing for each was a tenth of adding them.
        if found.isEmpty { found.reserveCapacity(4) }
        found.append(
            Figure(
                text: String(scalars: scalars[start..<end]),
                value: lower,
                unit: unit,
                upper: upper,
                at: start..<end
            )
        )
        return end
    }

    /// The upper end of a span whose sign stands at an index behind its lower end; nil where none does.
    private func spanEnd(at dash: Int, above lower: ExactNumber) -> Number? {
        guard let next = spanSign(at: dash), let last = self.number(at: next), last.value > lower
        else { return nil }
        return last
    }

    /// The same behind a unit, which the upper end has to have, too.
    private func spanEnd(
        at dash: Int,
        above lower: ExactNumber,
        in unit: WordList.Hit?
    ) -> Number? {
        guard let unit, let last = spanEnd(at: dash, above: lower),
            MeasureUnits.unit(in: scalars, at: last.end)?.number == unit.number
        else { return nil }
        return last
    }

    /// Whether a minus before a share makes it a fall, where a word stands before it: 增长-1.2%.
    private func isFall(
        _ sign: Unicode.Scalar,
        from start: Int,
        _ unit: MeasureUnits.Unit?
    ) -> Bool {
        guard sign == "-" || sign == "−", start >= 2, let unit else { return false }
        return (unit.dimension == .share || unit.dimension == .points)
            && IndicatorWords.beforeFalls.unicodeScalars.contains(scalars[start - 2])
    }

    private func fall(_ number: Number, _ unit: MeasureUnits.Unit?, _ range: Range<Int>) -> Figure {
        Figure(
            text: String(scalars: scalars[range]),
            value: number.value.negated,
            unit: unit,
            at: range
        )
    }

    /// Whether what looks like a measure begins another word: 基 in 5基地.
    private func isWord(from start: Int, before next: Int) -> Bool {
        next == start + 1 && scalars[start] == "基" && next < scalars.count
            && IndicatorWords.behindBase.unicodeScalars.contains(scalars[next])
    }

    /// The multiplier of a span's upper end, which holds for a lower end without one.
    private func spanScale(at start: Int) -> ExactNumber? {
        guard let low = self.number(at: start), let next = spanSign(at: low.end),
            let high = self.number(at: next), high.multiplier > 1
        else { return nil }
        return ExactNumber(Int(high.multiplier))
    }

    /// Whether a number with its unit says how much there is of something.
    private func isFigure(
        _ number: Number,
        _ unit: MeasureUnits.Unit?,
        from start: Int,
        to end: Int,
        after before: Unicode.Scalar
    ) -> Bool {
        if let unit, unit.isOrdinal, !isAge(unit, before: start) { return false }
        let next = end < scalars.count ? scalars[end] : " "
        // 3000吨级航道, 30万人口以上县城.
        if next == "级" || next == "口" && unit?.text == "人" { return false }
        // 4批次/千人.
        if next == "/", unit != nil, end + 1 < scalars.count,
            IndicatorWords.perMeasures.word(at: end + 1, in: scalars[...]) != nil
        {
            return false
        }
        if let unit, unit.dimension == .duration, isNameOfTime(behind: end) { return false }
        // G320, 4A级, 1+N, 5.1.2, 2023-1-5, 第3个, 前10名, 数10家.
        if isLetter(before) || Self.isOfOrdinal(before) { return false }
        if before == "前",
            start < 2 || !IndicatorWords.endBefore.unicodeScalars.contains(scalars[start - 2])
        {
            return false
        }
        if number.isChinese, before == "数" || before == "几" { return false }
        if number.isFraction { return true }
        if unit == nil {
            if isLetter(next) || "+/".unicodeScalars.contains(next) { return false }
            return number.multiplier > 1 || isRatio(from: start, to: number.end)
        }
        if number.isChinese { return isCounted(number, unit, from: start, to: end) }
        return true
    }

    /// Whether what follows a span of time makes it a name: 15分钟便民生活圈, 24小时自助图书馆.
    private func isNameOfTime(behind end: Int) -> Bool {
        guard end < scalars.count, scalars[end].properties.isIdeographic else { return false }
        return !"以之内左上的前后".unicodeScalars.contains(scalars[end])
    }

    /// Whether a number of years is how long people live: 人均预期寿命达到79岁.
    private func isAge(_ unit: MeasureUnits.Unit, before start: Int) -> Bool {
        // Few texts speak of that, and units are compared as strings.
        mayBeAge(before: start) && unit.text == "岁"
    }

    private func mayBeAge(before start: Int) -> Bool {
        scalars[max(0, start - 8)..<start].contains("寿")
    }

    /// Whether a number without a unit is the value of a rate: 死亡率不超过0.02, 指数为1.6.
    private func isRatio(from start: Int, to end: Int) -> Bool {
        guard scalars[start..<end].contains(".") else { return false }
        var before = scalars[max(0, start - 12)..<start]
        while let last = before.last, IndicatorWords.beforeRatios.unicodeScalars.contains(last) {
            before.removeLast()
        }
        return IndicatorWords.ratios.isSuffix(of: before)
    }

    /// Whether a Chinese numeral counts: 一千八百万元, 两所学校, 十条道路; 一批, 一户一案, 三级 don't.
    private func isCounted(
        _ number: Number,
        _ unit: MeasureUnits.Unit?,
        from start: Int,
        to end: Int
    ) -> Bool {
        guard let unit else { return number.multiplier >= 10_000 }
        if unit.dimension != .count, unit.dimension != .people, unit.dimension != .households {
            return number.value > ExactNumber(1)
        }
        guard number.value > ExactNumber(1) else { return false }
        // 两 only counts. 三个一批, 五项机制 are names; what follows a verb is counted, and so is a
        // number that ends what it belongs to: 城市道路二十条.
        if scalars[start] == "两" { return true }
        if number.value >= ExactNumber(10) {
            let rest = scalars[end...]
            if rest.isEmpty || IndicatorWords.behindCounts.unicodeScalars.contains(scalars[end]) {
                return true
            }
        }
        return IndicatorWords.actions.isSuffix(of: scalars[max(0, start - 6)..<start])
    }

    /// Whether a sign between a number and its unit says that it is a little more.
    private static func isMore(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "余" || scalar == "多" || scalar == "来"
    }

    /// Whether a number behind a sign is no figure: 第3个, +1, 5.1.2.
    private static func isOfOrdinal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "+", "-", ".", "/", "—", "–", "~", "第": true
        default: false
        }
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
    }

    /// Passes the sign of a span: a dash, ~, 至, 到; nil where none stands at `index`.
    private func spanSign(at index: Int) -> Int? {
        var end = index
        while end < scalars.count {
            switch scalars[end] {
            case "-", "—", "–", "~", "～", "―": end += 1
            case "至", "到": return end == index ? end + 1 : end
            default: return end > index ? end : nil
            }
        }
        return end > index ? end : nil
    }
}
