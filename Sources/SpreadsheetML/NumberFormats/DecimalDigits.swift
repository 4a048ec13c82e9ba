internal import SourceText

/// A number as decimal digits, with the 15 that a spreadsheet program keeps.
struct DecimalDigits: Equatable {
    /// The digits, the first one not 0; empty for zero.
    private(set) var digits: [UInt8]
    /// Where the decimal point stands: 0 before the first digit, 1 after it, -1 a zero before it.
    private(set) var point: Int
    /// Whether the number is below zero.
    var isNegative: Bool

    /// The digits of a finite number.
    init(_ number: Double) {
        digits = []
        point = 0
        isNegative = number < 0
        // The shortest text that reads back as the number: 140.0, 5e-324, 1.25e+20.
        var exponent = 0
        var sawPoint = false
        let text = number.magnitude.description.utf8
        let mantissaEnd = text.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
        if mantissaEnd < text.endIndex {
            exponent =
                Int(String(decoding: text[text.index(after: mantissaEnd)...], as: UTF8.self)) ?? 0
        }
        for byte in text[..<mantissaEnd] {
            if byte == UInt8(ascii: ".") {
                sawPoint = true
            } else {
                digits.append(byte - UInt8(ascii: "0"))
                if !sawPoint { point += 1 }
            }
        }
        point += exponent
        dropZeros()
        round(toDigits: 15)
    }

    /// Whether the number is zero.
    var isZero: Bool { digits.isEmpty }

    /// The digit before the point that is worth 10 to the `power`, or after it where that is negative.
    func digit(power: Int) -> UInt8 {
        let index = point - 1 - power
        return digits.indices.contains(index) ? digits[index] : 0
    }

    /// Moves the point: 2 makes a hundredfold of the number.
    mutating func scale(byPowerOfTen power: Int) {
        if !isZero { point += power }
    }

    /// Rounds to as many digits after the point; halves away from zero.
    mutating func round(toDecimals decimals: Int) {
        round(toDigits: point + decimals)
    }

    private mutating func round(toDigits count: Int) {
        guard count < digits.count else { return }
        guard count >= 0 else {
            digits = []
            return dropZeros()
        }
        let roundsUp = digits[count] >= 5
        digits.removeSubrange(count...)
        if roundsUp, digits.addOneToDigits() { point += 1 }
        dropZeros()
    }

    private mutating func dropZeros() {
        let leading = digits.firstIndex { $0 != 0 } ?? digits.count
        digits.removeSubrange(..<leading)
        point -= leading
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }

    /// The number as a program shows it in its general format.
    var general: String {
        guard !isZero else { return "0" }
        let sign = isNegative ? "-" : ""
        let text = digits.map { String($0) }
        if point > 21 || point < -9 {
            let fraction = text.dropFirst().joined()
            let exponent = point - 1
            let size = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
            return sign + text[0] + (fraction.isEmpty ? "" : "." + fraction) + "E"
                + (exponent < 0 ? "-" : "+") + size
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + text.joined() }
        let padded = text + Array(repeating: "0", count: max(0, point - text.count))
        let fraction = padded[point...].joined()
        return sign + padded[..<point].joined() + (fraction.isEmpty ? "" : "." + fraction)
    }
}
