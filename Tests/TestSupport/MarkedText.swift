import Testing

/// A text in which `▶` and `◀` mark the bytes that a finding must point at.
///
/// `▶◀` with nothing between marks a place.
struct MarkedText: Sendable, CustomTestStringConvertible {
    /// The text without the marks.
    let bytes: [UInt8]
    /// What the marks enclose.
    let range: Range<Int>

    init(_ text: String) {
        var bytes: [UInt8] = []
        var start = 0
        var end = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "▶": start = bytes.count
            case "◀": end = bytes.count
            default: bytes += Array(String(scalar).utf8)
            }
        }
        self.bytes = bytes
        range = start..<end
    }

    var testDescription: String { String(decoding: bytes.prefix(60), as: UTF8.self) }
}
