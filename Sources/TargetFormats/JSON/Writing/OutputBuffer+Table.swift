internal import JSONText
internal import SourceText
internal import TargetModel

extension OutputBuffer {
    /// Appends a serial: an integer where it is one number, else its text.
    mutating func append(serial range: TextRange, in text: TextStore) {
        let isWritten = text.withSpan(of: range) { append(digits: $0) }
        guard !isWritten else { return }
        if let number = SerialNumber.value(of: text.string(range)) {
            append(decimal: number)
        } else {
            append(jsonText: range, in: text)
        }
    }

    /// Appends a cell's text as a JSON string.
    @inline(__always)
    mutating func append(jsonText range: TextRange, in text: TextStore) {
        text.withSpan(of: range) { append(jsonString: $0) }
    }

    /// Appends a text of at most 15 ASCII digits as an integer; returns false for another.
    private mutating func append(digits: Span<UInt8>) -> Bool {
        let count = digits.count
        guard count > 0, count <= 15 else { return false }
        for index in 0..<count where digits[index] &- UInt8(ascii: "0") > 9 { return false }
        var first = 0
        while first < count - 1, digits[first] == UInt8(ascii: "0") { first += 1 }
        append(digits.extracting(first..<count))
        return true
    }

    /// Appends a share of `total` with one to four decimals: 0.95, 1.0; null of none.
    mutating func append(share part: Int, of total: Int) {
        guard total > 0 else {
            append(static: "null")
            return
        }
        var rounded = (part * 20_000 + total) / (total * 2)
        append(decimal: rounded / 10_000)
        append(UInt8(ascii: "."))
        rounded %= 10_000
        var digit = 1_000
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rounded / digit))
            rounded %= digit
            digit /= 10
        } while rounded > 0
    }
}
