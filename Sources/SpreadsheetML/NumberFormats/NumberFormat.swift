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
        /// What digits are written with.
        var numerals = Numerals.arabic
        /// Whether everything in it means something: of one that isn't understood nothing is shown.
        var isUnderstood = true
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
        /// A number that is the denominator of every fraction: `?/16`.
        case denominator(Int)
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

    /// Between one and four, as the code has them.
    let sections: [Section]
    /// Those of them that numbers are shown by: between one and three.
    private let numeric: [Section]
    /// The one that texts are shown by; nil where they are shown as they are.
    private let textual: Section?
    /// Whether a short integer is shown as its digits and nothing else.
    let isPlain: Bool

    /// Reads a code; one that isn't understood shows numbers in their shortest form.
    init(_ code: String) {
        var parser = NumberFormatParser(code)
        sections = parser.sections()
        // The fourth section is for texts, and so is the last one of fewer where it has an @.
        let isTextual = sections.count == 4 || sections[sections.count - 1].tokens.contains(.text)
        let rest = isTextual ? sections.dropLast() : sections[...]
        numeric = rest.isEmpty ? [Section(tokens: [.general])] : Array(rest)
        let last = isTextual ? sections.last : nil
        textual = last.flatMap { $0.showsTextsChanged ? $0 : nil }
        isPlain =
            numeric.count == 1 && [[.general], [.digit(.zero)]].contains(numeric[0].tokens)
            && numeric[0].numerals == .arabic && numeric[0].condition == nil
    }

    /// How programs show a time that stands as ISO 8601 in a cell whose format is for no dates; nil for
    /// a mere date, which is shown as it is written.
    static func clock(forISO8601 text: [UInt8]) -> NumberFormat? {
        if text.first == UInt8(ascii: "P") { return NumberFormat("[h]:mm:ss") }
        guard text.contains(UInt8(ascii: ":")) else { return nil }
        let isTime = !text.contains(UInt8(ascii: "T")) || text.starts(with: "1899-12-3".utf8)
        if isTime { return NumberFormat("h:mm:ss") }
        let hasSeconds = text.split(separator: UInt8(ascii: ":")).dropFirst(2).first.map {
            !$0.starts(with: "00".utf8)
        }
        return NumberFormat(hasSeconds == true ? "yyyy-mm-dd h:mm:ss" : "yyyy-mm-dd h:mm")
    }

    /// Shows numbers in their shortest form.
    static let general = NumberFormat("General")

    /// Whether numbers are shown as dates or times.
    var showsDates: Bool { numeric[0].isDate && numeric[0].isUnderstood }

    /// Whether texts are shown otherwise than they are.
    var changesTexts: Bool { textual != nil }

    /// What a program shows for a finite number; of a format that isn't understood, the number.
    ///
    /// A date before 1900, which no program can show, is shown as its number.
    func text(of number: Double, epoch: DateEpoch) -> String {
        let (section, showsSign) = section(for: number)
        guard section.isUnderstood else { return DecimalDigits(number).general }
        guard section.isDate else { return section.text(of: number, showsSign: showsSign) }
        // Spans of time may be negative; days can't.
        let isSpan = number < 0 && (section.isSpan || !showsSign)
        let text = section.text(ofDate: isSpan ? -number : number, epoch: epoch)
        return text.map { isSpan && showsSign ? "-" + $0 : $0 } ?? DecimalDigits(number).general
    }

    /// What a program shows for a text, such as 约500人 for 500 with `"约"@"人"`.
    func text(of text: String) -> String {
        guard let textual, textual.isUnderstood else { return text }
        return textual.tokens.map { token in
            switch token {
            case .literal(let literal): literal
            case .text, .general: text
            default: ""
            }
        }.joined()
    }

    /// The section for a number, and whether a minus is written before it.
    ///
    /// A section that is for numbers below zero only writes their sign itself, where it wants one.
    private func section(for number: Double) -> (Section, showsSign: Bool) {
        var conditions = numeric.map(\.condition)
        if conditions.allSatisfy({ $0 == nil }) {
            if number < 0, numeric.count > 1 { return (numeric[1], false) }
            if number == 0, numeric.count > 2 { return (numeric[2], false) }
            return (numeric[0], number < 0)
        }
        if conditions.count == 3, conditions[1] == nil {
            conditions[1] = Condition(comparison: .less, bound: 0)
        }
        if let index = conditions.firstIndex(where: { $0?.holds(number) ?? false }) {
            let isForPositive = conditions[index]?.reachesAboveZero ?? true
            return (numeric[index], number < 0 && isForPositive)
        }
        guard let index = conditions.firstIndex(where: { $0 == nil }) else {
            // No section is for it: programs show ####.
            return (Self.general.sections[0], number < 0)
        }
        let isTaken = conditions.contains { $0?.holdsAboveZero ?? false }
        return (numeric[index], number < 0 && !isTaken)
    }
}

extension NumberFormat.Condition {
    /// Whether it holds for some number above zero.
    fileprivate var reachesAboveZero: Bool {
        switch comparison {
        case .less, .lessOrEqual, .equal: bound > 0
        case .notEqual, .greaterOrEqual, .greater: true
        }
    }

    /// Whether it holds for every number above zero.
    fileprivate var holdsAboveZero: Bool {
        switch comparison {
        case .greater, .greaterOrEqual, .notEqual: bound <= 0
        case .less, .lessOrEqual, .equal: false
        }
    }
}

extension NumberFormat.Section {
    /// Whether a text is shown otherwise than it is.
    ///
    /// A section with nothing in it (`;;;`) hides texts. What is hidden was not taken out: such a
    /// text is read.
    fileprivate var showsTextsChanged: Bool {
        isUnderstood && !tokens.isEmpty && tokens != [.text] && tokens != [.general]
            && tokens.allSatisfy { token in
                switch token {
                case .literal, .text, .general: true
                default: false
                }
            }
    }

    /// Whether the section shows a span of time, such as hours that don't begin again.
    fileprivate var isSpan: Bool {
        tokens.contains { token in
            guard case .date(let part, _) = token else { return false }
            return [.allHours, .allMinutes, .allSeconds].contains(part)
        }
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
