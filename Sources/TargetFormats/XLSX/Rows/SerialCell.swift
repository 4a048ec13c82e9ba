internal import TargetModel

/// A serial that a sheet shows as a number.
struct SerialCell {
    /// The number.
    let number: Int
    /// How many digits it is shown with.
    let digits: Int

    /// Reads a serial of 1 to 15 ASCII digits; nil for any other.
    init?(_ text: ArraySlice<UInt8>) {
        guard let number = Serial.number(ofDigits: text.span) else { return nil }
        self.number = number
        digits = text.count
    }

    /// Whether a number format has to bring zeros back.
    var hasLeadingZeros: Bool {
        digits > 1 && String(number).utf8.count < digits
    }
}
