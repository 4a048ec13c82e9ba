extension NumberFormat.Section {
    /// What the section shows for a number that is no date.
    func text(of number: Double, showsSign: Bool) -> String {
        var digits = DecimalDigits(number)
        digits.isNegative = false
        let percents = tokens.count { $0 == .percent }
        digits.scale(byPowerOfTen: 2 * percents - 3 * scalingCommas)
        let text: String
        if let slash = tokens.firstIndex(of: .fraction) {
            guard let fraction = FractionLayout(tokens, slash: slash) else {
                return (showsSign ? "-" : "") + numerals.read(digits)
            }
            text = self.text(of: digits, as: fraction)
        } else if let exponent = exponentIndex {
            text = scientific(digits, exponent: exponent)
        } else {
            text = plain(digits, tokens)
        }
        return showsSign && !isShownAsZero(digits) ? "-" + text : text
    }

    /// Whether a number below zero has no digit left that isn't 0: then it has no sign either.
    private func isShownAsZero(_ number: DecimalDigits) -> Bool {
        guard !number.isZero, exponentIndex == nil, !tokens.contains(.fraction) else {
            return number.isZero
        }
        guard tokens.contains(where: \.isDigit) else { return false }
        let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
        var rounded = number
        rounded.round(toDecimals: tokens[point...].count { $0.isDigit })
        return rounded.isZero
    }

    /// A number with a fraction: 1 1/2.
    private func text(of number: DecimalDigits, as layout: FractionLayout) -> String {
        let value = Double(number.general) ?? 0
        var whole = layout.isMixed ? value.rounded(.down) : 0
        var fraction = layout.nearest(to: value - whole)
        if layout.isMixed, fraction.numerator == fraction.denominator {
            whole += 1
            fraction.numerator = 0
        }
        var text = ""
        if layout.isMixed {
            text = plain(DecimalDigits(whole), layout.whole)
            if whole == 0, fraction.numerator == 0, !text.contains("0") { text = "0" + text }
        } else {
            text = layout.whole.enumerated().map { literal($1, number, at: $0) }.joined()
        }
        let isBlank = layout.isMixed && fraction.numerator == 0
        text += isBlank ? layout.blank : numerals.spelled(layout.text(of: fraction))
        return text + layout.rest.enumerated().map { literal($1, number, at: $0) }.joined()
    }

    private var exponentIndex: Int? {
        tokens.firstIndex { token in
            if case .exponent = token { return true }
            return false
        }
    }

    /// Commas right behind the last digit, before the point or at all: each divides by a thousand.
    private var scalingCommas: Int {
        let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
        return [tokens[..<point], tokens[point...]].reduce(0) { count, part in
            guard let last = part.lastIndex(where: \.isDigit) else { return count }
            return count + tokens[(last + 1)...].prefix { $0 == .comma }.count
        }
    }

    /// Digits and literals of a number without exponent.
    private func plain(_ number: DecimalDigits, _ tokens: [NumberFormat.Token]) -> String {
        let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
        let decimals = tokens[point...].count { $0.isDigit }
        var rounded = number
        if tokens.contains(where: { $0.isDigit }) { rounded.round(toDecimals: decimals) }
        return integer(rounded, Array(tokens[..<point]))
            + fraction(rounded, Array(tokens[point...]), decimals)
    }

    /// Fills the digits before the point from right to left; what has no place of its own stands
    /// before the first.
    private func integer(_ number: DecimalDigits, _ tokens: [NumberFormat.Token]) -> String {
        let places = tokens.indices.filter { tokens[$0].isDigit }
        let grouped = places.first.map { first in
            tokens[first..<(places.last ?? first)].contains(.comma)
        }
        var power = places.count - 1
        var text = ""
        for (index, token) in tokens.enumerated() {
            switch token {
            case .digit(let digit):
                if power == places.count - 1 {
                    for higher in stride(from: number.point - 1, to: power, by: -1) {
                        text += self.digit(number, higher, grouped ?? false)
                    }
                }
                text += place(number, power, digit, grouped ?? false)
                power -= 1
            case .comma: continue
            default: text += literal(token, number, at: index)
            }
        }
        return text
    }

    private func digit(_ number: DecimalDigits, _ power: Int, _ isGrouped: Bool) -> String {
        let separator = isGrouped && power > 0 && power % 3 == 0 ? "," : ""
        return numerals.digit(number.digit(power: power)) + separator
    }

    /// A digit at a place of its own: written where the number reaches it, or where it is a 0.
    private func place(
        _ number: DecimalDigits,
        _ power: Int,
        _ digit: NumberFormat.Digit,
        _ isGrouped: Bool
    ) -> String {
        guard power >= number.point else { return self.digit(number, power, isGrouped) }
        switch digit {
        case .zero: return self.digit(number, power, isGrouped)
        case .blank: return " "
        case .nothing: return ""
        }
    }

    /// The point and the digits behind it.
    private func fraction(
        _ number: DecimalDigits,
        _ tokens: [NumberFormat.Token],
        _ decimals: Int
    ) -> String {
        var text = ""
        var power = -1
        let needed = (0..<decimals).last { number.digit(power: -1 - $0) != 0 }.map { $0 + 1 } ?? 0
        for (index, token) in tokens.enumerated() {
            switch token {
            case .point: text += "."
            case .digit(let digit):
                if -power <= needed || digit == .zero {
                    text += numerals.digit(number.digit(power: power))
                } else if digit == .blank {
                    text += " "
                }
                power -= 1
            case .comma: continue
            default: text += literal(token, number, at: index)
            }
        }
        return text
    }

    private func literal(
        _ token: NumberFormat.Token,
        _ number: DecimalDigits,
        at index: Int
    ) -> String {
        switch token {
        case .literal(let text): text
        case .percent: "%"
        case .general, .text: numerals.read(number)
        case .digit, .point, .comma, .exponent, .fraction, .denominator, .date: ""
        }
    }

    /// `0.00E+00`: as many digits before the point as the section has places there.
    private func scientific(_ number: DecimalDigits, exponent index: Int) -> String {
        guard case .exponent(let showsPlus, let least) = tokens[index] else { return "" }
        let mantissa = Array(tokens[..<index])
        let point = mantissa.firstIndex(of: .point) ?? mantissa.endIndex
        let places = max(1, mantissa[..<point].count { $0.isDigit })
        let decimals = mantissa[point...].count { $0.isDigit }
        var scaled = number
        var exponent = 0
        if !number.isZero {
            // In groups of as many powers as there are places: engineering notation has three.
            let power = number.point - 1
            exponent =
                places == 1 ? power : Int((Double(power) / Double(places)).rounded(.down)) * places
            scaled.scale(byPowerOfTen: -exponent)
            var rounded = scaled
            rounded.round(toDecimals: decimals)
            if rounded.point > places {
                exponent += places
                scaled.scale(byPowerOfTen: -places)
            }
        }
        let digits = String(exponent.magnitude)
        let sign = exponent < 0 ? "-" : showsPlus ? "+" : ""
        let rest = Array(tokens[(index + 1)...])
        return plain(scaled, mantissa) + "E" + sign
            + String(repeating: "0", count: max(0, least - digits.count)) + digits
            + rest.enumerated().map { literal($1, number, at: $0) }.joined()
    }
}

extension NumberFormat.Token {
    /// Whether it is a place for a digit.
    var isDigit: Bool {
        if case .digit = self { return true }
        return false
    }
}
