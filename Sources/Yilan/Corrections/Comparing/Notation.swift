/// What a text says where it is nothing but a number, a date or a truth value: spreadsheet programs
/// take such texts for values and give them back in their own notation.
enum Notation: Sendable, Hashable {
    /// A number.
    case number(DecimalNumber)
    /// A day of a year.
    case day(year: Int, month: Int, day: Int)
    /// A day of any year: 6月30日.
    case dayOfYear(month: Int, day: Int)
    /// A month of a year: 2023年10月.
    case month(year: Int, month: Int)
    /// True or false: 是, TRUE.
    case truth(Bool)

    /// Whether two texts say the same in two notations.
    static func agree(_ one: String, _ other: String) -> Bool {
        // No notation is longer; most texts are.
        guard one.utf8.count <= longest, other.utf8.count <= longest else { return false }
        let first = readings(of: one)
        guard !first.isEmpty else { return false }
        let second = readings(of: other)
        return first.contains { reading in
            second.contains { reading == $0 || reading.isRounded($0) || $0.isRounded(reading) }
        }
    }

    /// Everything that a text may say as a number, date or truth value.
    ///
    /// `3/4/2023` is a day in March or in April, so there may be more than one reading.
    static func readings(of text: String) -> [Notation] {
        guard !text.isEmpty, text.utf8.count <= longest else { return [] }
        switch text.uppercased() {
        case "TRUE", Status.officialWord(for: true): return [.truth(true)]
        case "FALSE", Status.officialWord(for: false): return [.truth(false)]
        default: break
        }
        var readings = DateNotation(text).readings
        if let number = DecimalNumber(text) { readings.append(.number(number)) }
        return readings
    }

    private static let longest = 64

    /// Whether this is a number that lost digits of `other` in a spreadsheet program.
    private func isRounded(_ other: Notation) -> Bool {
        guard case .number(let one) = self, case .number(let other) = other else { return false }
        return one.isRounded(other)
    }
}

/// A decimal number, exactly: 0.d₁d₂d₃… × 10^exponent.
struct DecimalNumber: Sendable, Hashable {
    /// Whether it is below zero.
    private(set) var isNegative = false
    /// The digits (0 to 9) without zeros at either end; none of zero.
    private(set) var digits: [UInt8] = []
    /// The power of ten.
    private(set) var exponent = 0

    /// Reads 140, -1.50, 1,400, 95%, 1.2E+17; nil where the text is anything else.
    init?(_ text: String) {
        var bytes = text.utf8[...]
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes.removeFirst()
        }
        var power = 0
        if bytes.last == UInt8(ascii: "%") {
            power = -2
            bytes.removeLast()
        }
        if let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }
        ) {
            guard let shift = Int(Substring(bytes[bytes.index(after: mark)...])), abs(shift) < 400
            else {
                return nil
            }
            power += shift
            bytes = bytes[..<mark]
        }
        let parts = bytes.split(
            separator: UInt8(ascii: "."),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard let whole = parts.first.flatMap(Self.withoutGroups), !whole.isEmpty else {
            return nil
        }
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        guard fraction.allSatisfy(Self.isDigit), parts.count == 1 || !fraction.isEmpty else {
            return nil
        }
        digits = (whole + fraction).map { $0 - UInt8(ascii: "0") }
        exponent = whole.count + power
        normalize()
    }

    /// The number as a count, where it is a whole one below 10^15.
    var wholeValue: Int? {
        guard !isNegative, exponent <= 15, digits.count <= max(exponent, 0) else { return nil }
        return (0..<max(exponent, 0)).reduce(0) {
            $0 * 10 + ($1 < digits.count ? Int(digits[$1]) : 0)
        }
    }

    /// Whether this is `other` with digits lost: spreadsheets keep fifteen, and show a long number
    /// with as few as six (1.23457E+17).
    func isRounded(_ other: DecimalNumber) -> Bool {
        guard isNegative == other.isNegative, digits.count >= 3, digits.count < other.digits.count,
            other.digits.count > 11, other.exponent > 11
        else { return false }
        let cut = other.digits[..<digits.count]
        if exponent == other.exponent, cut.elementsEqual(digits) { return true }
        guard other.digits[digits.count] >= 5 else { return false }
        var rounded = DecimalNumber(
            isNegative: isNegative,
            digits: Array(cut),
            exponent: other.exponent
        )
        rounded.roundUp()
        return rounded == self
    }

    private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        self.isNegative = isNegative
        self.digits = digits
        self.exponent = exponent
    }

    private mutating func roundUp() {
        if digits.addOneToDigits() { exponent += 1 }
        normalize()
    }

    private mutating func normalize() {
        while digits.last == 0 { digits.removeLast() }
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        exponent = digits.isEmpty ? 0 : exponent - zeros
        if digits.isEmpty { isNegative = false }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// The digits of 1400 or 1,400; nil where the text is anything else.
    private static func withoutGroups(_ text: Substring.UTF8View.SubSequence) -> [UInt8]? {
        let groups = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
        if groups.count > 1 {
            guard let first = groups.first, (1...3).contains(first.count),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        return groups.flatMap { $0 }
    }
}
