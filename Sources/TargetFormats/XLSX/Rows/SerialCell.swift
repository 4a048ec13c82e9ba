internal import TargetModel

/// A serial that a sheet shows as a number.
struct SerialCell {
    /// The number.
    let number: Int
    /// How many digits it is shown with.
    let digits: Int

    /// Reads a serial of 1 to 15 ASCII digits; nil for any other.
    init?(_ text: ArraySlice<UInt8>) {
        self.init(text.span)
    }

    /// Reads a serial, as above.
    init?(_ text: Span<UInt8>) {
        guard let number = Serial.number(ofDigits: text) else { return nil }
        self.number = number
        digits = text.count
    }

    /// Whether a number format has to bring zeros back.
    var hasLeadingZeros: Bool {
        // A number of as many digits is at least this.
        let least = (1..<max(1, digits)).reduce(1) { least, _ in least * 10 }
        return digits > 1 && number < least
    }
}
