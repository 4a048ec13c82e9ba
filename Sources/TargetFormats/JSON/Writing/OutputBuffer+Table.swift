internal import JSONText
internal import SourceText
internal import TargetModel

extension OutputBuffer {
    /// Appends a serial: an integer where it is a number, else its text.
    mutating func append(serial range: TextRange, in text: TextStore) {
        let digits = text.withSpan(of: range) { Serial.number(ofDigits: $0) }
        if let number = digits ?? Serial.number(of: text.string(range)) {
            append(decimal: number)
        } else {
            append(jsonText: range, in: text)
        }
    }

    /// Appends a cell's text as a JSON string.
    mutating func append(jsonText range: TextRange, in text: TextStore) {
        text.withSpan(of: range) { append(jsonString: $0) }
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
