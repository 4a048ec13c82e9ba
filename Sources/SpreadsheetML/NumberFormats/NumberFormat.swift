/// How a number is shown: a format code such as `0.00%` or `m"月"d"日"`.
///
/// What a program shows is what a person has checked, so it is the text of the cell.
struct NumberFormat: Sendable, Equatable {
    /// One of the parts of a code that `;` separates.
    struct Section: Sendable, Equatable {
        /// What is written, from left to right.
        var tokens: [Token] = []
        /// Which numbers the section is for, where it says so: `[>=100]`.
        var condition: Condition?
        /// Whether numbers in dates are written 二〇二三 (`[DBNum1]`).
        var usesChineseNumerals = false
        /// Whether names of months and days are Chinese ones (`[$-804]`).
        var isChinese = false
    }

    /// Which numbers a section is for.
    struct Condition: Sendable, Equatable {
        /// How the number is compared with the bound.
        enum Comparison: Sendable {
            case less, lessOrEqual, equal, notEqual, greaterOrEqual, greater
        }

        var comparison: Comparison
        var bound: Double

        func holds(_ number: Double) -> Bool {
            switch comparison {
            case .less: number < bound
            case .lessOrEqual: number <= bound
            case .equal: number == bound
            case .notEqual: number != bound
            case .greaterOrEqual: number >= bound
            case .greater: number > bound
            }
        }
    }

    /// One piece of a section.
    enum Token: Sendable, Equatable {
        /// Characters written as they stand.
        case literal(String)
        /// The number in its shortest form.
        case general
        /// The text itself: `@`.
        case text
        /// A digit: written always (`0`), where there is one (`#`), or else as a blank (`?`).
        case digit(Digit)
        /// The decimal point.
        case point
        /// A comma: between digits it groups thousands, behind them it divides by a thousand.
        case comma
        /// `%`: multiplies by a hundred.
        case percent
        /// `E+00`: whether a plus is written, and the least digits.
        case exponent(showsPlus: Bool, digits: Int)
        /// `/` between digits.
        case fraction
        /// A part of a date or time, and how many letters it has.
        case date(DatePart, Int)
    }

    /// How a digit is written that is not needed.
    enum Digit: Sendable {
        case zero, nothing, blank
    }

    /// A part of a date or time.
    enum DatePart: Sendable {
        case year, month, day, weekday, chineseWeekday, hour, minute, second
        /// Digits after the second's decimal point.
        case secondFraction
        /// AM and PM, A and P, 上午 and 下午.
        case halfDay, halfDayLetter, chineseHalfDay
        /// Hours, minutes, seconds that don't begin again: `[h]`.
        case allHours, allMinutes, allSeconds
    }

    /// Between one and four; the fourth is for texts.
    let sections: [Section]
    /// Whether a short integer is shown as its digits and nothing else.
    let isPlain: Bool

    /// Reads a code; one that can't be read shows numbers in their shortest form.
    init(_ code: String) {
        var parser = NumberFormatParser(code)
        sections = parser.sections()
        isPlain =
            sections.count == 1
            && [[.general], [.digit(.zero)], [.digit(.nothing)], [.text]].contains(
                sections[0].tokens
            )
    }

    /// Shows numbers in their shortest form.
    static let general = NumberFormat("General")

    /// Whether numbers are shown as dates or times.
    var showsDates: Bool { sections[0].isDate }

    /// What a program shows for a finite number.
    ///
    /// A date before 1900, which no program can show, is shown as its number.
    func text(of number: Double, epoch: DateEpoch) -> String {
        let (section, showsSign) = section(for: number)
        if section.isDate {
            return section.text(ofDate: number, epoch: epoch) ?? DecimalDigits(number).general
        }
        return section.text(of: number, showsSign: showsSign)
    }

    /// The section for a number, and whether a minus is written before it.
    private func section(for number: Double) -> (Section, showsSign: Bool) {
        let numeric = sections.prefix(3)
        if numeric.contains(where: { $0.condition != nil }) {
            if let section = numeric.first(where: { $0.condition?.holds(number) ?? false }) {
                return (section, number < 0 && sections.count == 1)
            }
            return (
                numeric.first { $0.condition == nil } ?? NumberFormat.general.sections[0],
                number < 0
            )
        }
        // The section for negative numbers writes their sign itself, where it wants one.
        if number < 0, numeric.count > 1 { return (numeric[1], false) }
        if number == 0, numeric.count > 2 { return (numeric[2], false) }
        return (numeric[0], number < 0)
    }
}

extension NumberFormat.Section {
    /// Whether the section shows a date or a time.
    var isDate: Bool {
        tokens.contains { token in
            if case .date = token { return true }
            return false
        }
    }
}
