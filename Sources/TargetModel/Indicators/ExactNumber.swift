/// An exact number, as figures in texts are: a fraction in lowest terms.
///
/// Arithmetic that would not fit returns nil; figures of up to eighteen digits with any unit fit.
public struct ExactNumber: Sendable, Hashable {
    private let top: Words
    private let bottom: Words

    /// The numerator.
    public var numerator: Int128 { top.value }
    /// The denominator; greater than 0.
    public var denominator: Int128 { bottom.value }

    /// A number of 128 bits as two words: what holds one as such has to lie at every sixteenth byte, and
    /// memory for that is asked for in another way, which takes twice as long.
    private struct Words: Sendable, Hashable {
        var low: UInt64
        var high: Int64

        init(_ value: Int128) {
            low = UInt64(truncatingIfNeeded: value)
            high = Int64(truncatingIfNeeded: value >> 64)
        }

        var value: Int128 { Int128(high) << 64 | Int128(low) }

        /// The number where one word holds it, as nearly all.
        var narrow: Int64? {
            let word = Int64(bitPattern: low)
            return high == word >> 63 ? word : nil
        }

        /// The product; nil where it does not fit, as that of two single words does.
        func times(_ other: Words) -> Int128? {
            if let one = narrow, let other = other.narrow {
                let (high, low) = one.multipliedFullWidth(by: other)
                return Int128(high) << 64 | Int128(low)
            }
            let (product, overflows) = value.multipliedReportingOverflow(by: other.value)
            return overflows ? nil : product
        }
    }

    /// Makes a whole number.
    public init(_ value: Int) {
        top = Words(Int128(value))
        bottom = Words(1)
    }

    /// Makes a fraction; nil where the denominator is 0.
    package init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator != 0 else { return nil }
        // Whole numbers are in lowest terms: nothing to divide in 128 bits.
        guard denominator != 1 else {
            top = Words(numerator)
            bottom = Words(1)
            return
        }
        let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
        guard divisor != 1 || denominator < 0 else {
            top = Words(numerator)
            bottom = Words(denominator)
            return
        }
        let sign: Int128 = denominator < 0 ? -1 : 1
        top = Words(sign * numerator / Int128(divisor))
        bottom = Words(sign * denominator / Int128(divisor))
    }

    /// Reads digits with at most one decimal point, such as 180.06; nil for another text, and for
    /// more than eighteen digits.
    package init?(digits: some Sequence<Unicode.Scalar>) {
        // Of eighteen digits, both have room in 64 bits: in 128, finding figures took a twelfth more
        // instructions.
        var value: UInt64 = 0
        var scale: UInt64 = 1
        var count = 0
        var hasPoint = false
        for scalar in digits {
            if scalar == ".", !hasPoint {
                hasPoint = true
                continue
            }
            guard ("0"..."9").contains(scalar), count < 18 else { return nil }
            value = value * 10 + UInt64(scalar.value - 0x30)
            if hasPoint { scale *= 10 }
            count += 1
        }
        guard count > 0 else { return nil }
        self.init(Int128(value), over: Int128(scale))
    }

    /// The product; nil where it does not fit.
    public func times(_ other: ExactNumber) -> ExactNumber? {
        guard let numerator = top.times(other.top), let denominator = bottom.times(other.bottom)
        else { return nil }
        return ExactNumber(numerator, over: denominator)
    }

    /// The sum; nil where it does not fit.
    package func plus(_ other: ExactNumber) -> ExactNumber? {
        guard let left = top.times(other.bottom), let right = other.top.times(bottom),
            let denominator = bottom.times(other.bottom)
        else { return nil }
        let sum = left.addingReportingOverflow(right)
        return sum.overflow ? nil : ExactNumber(sum.partialValue, over: denominator)
    }

    /// The quotient; nil where the divisor is 0 or it does not fit.
    package func divided(by other: ExactNumber) -> ExactNumber? {
        ExactNumber(other.denominator, over: other.numerator).flatMap(times)
    }

    /// The number with the other sign.
    package var negated: ExactNumber {
        ExactNumber(-numerator, over: denominator) ?? self
    }

    /// The number as people and programs write it, with at most `places` decimals, the last one
    /// rounded half up, and no zeros at the end: 1500, 180.06, 2.9553.
    public func text(places: Int = 4) -> String {
        var scale: Int128 = 1
        for _ in 0..<places { scale *= 10 }
        let magnitude = numerator.magnitude
        let whole = magnitude / denominator.magnitude
        let rest = magnitude % denominator.magnitude
        // The rest is below the denominator, which has at most nineteen digits where texts made it.
        let scaled = rest.multipliedReportingOverflow(by: UInt128(scale))
        guard !scaled.overflow else { return (numerator < 0 ? "-" : "") + String(whole) }
        var (decimals, remainder) = scaled.partialValue
            .quotientAndRemainder(dividingBy: denominator.magnitude)
        if remainder >= denominator.magnitude - remainder { decimals += 1 }
        let carried = whole + decimals / UInt128(scale)
        var fraction = String(decimals % UInt128(scale))
        fraction = String(repeating: "0", count: max(0, places - fraction.count)) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        if places == 0 { fraction = "" }
        let sign = numerator < 0 && (carried > 0 || !fraction.isEmpty) ? "-" : ""
        return sign + String(carried) + (fraction.isEmpty ? "" : "." + fraction)
    }

    private static func commonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        if var a = UInt64(exactly: first), var b = UInt64(exactly: second) {
            while b != 0 { (a, b) = (b, a % b) }
            return UInt128(max(a, 1))
        }
        var (a, b) = (first, second)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }
}

extension ExactNumber: Comparable {
    /// Whether one number is less than another.
    public static func < (left: ExactNumber, right: ExactNumber) -> Bool {
        guard left.bottom != right.bottom else { return left.numerator < right.numerator }
        if let one = left.top.times(right.bottom), let other = right.top.times(left.bottom) {
            return one < other
        }
        let a = left.numerator.multipliedFullWidth(by: right.denominator)
        let b = right.numerator.multipliedFullWidth(by: left.denominator)
        return a.high == b.high ? a.low < b.low : a.high < b.high
    }
}
