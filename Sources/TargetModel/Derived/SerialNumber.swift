/// The number that the text of a serial is.
public enum SerialNumber {
    /// Returns the number of a text of at most 15 decimal digits (full-width ones, too); else nil.
    ///
    /// Leading zeros don't matter; signs, separators and ④ make a text that is no number.
    public static func value(of text: String) -> Int? {
        guard !text.isEmpty, text.unicodeScalars.count <= 15 else { return nil }
        var number = 0
        for scalar in text.unicodeScalars {
            guard scalar.properties.generalCategory == .decimalNumber,
                let digit = scalar.properties.numericValue
            else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
