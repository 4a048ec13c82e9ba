/// A text in which `▶` and `◀` mark the bytes that a finding must point at.
///
/// `▶◀` with nothing between marks a place. Positions stand in the text itself, so that it can be
/// edited without counting again.
public struct MarkedText: Sendable {
    /// The text without the marks.
    public let bytes: [UInt8]
    /// What the marks enclose, in bytes from 0.
    public let range: Range<Int>
    /// Line of the first mark, from 1; lines end at LF.
    public let line: Int
    /// Column of the first mark, from 1, in Unicode scalars.
    public let column: Int

    /// Reads a text with one pair of marks.
    public init(_ text: String) {
        var bytes: [UInt8] = []
        var range = 0..<0
        var line = 1
        var column = 1
        var place = (line: 1, column: 1)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "▶":
                range = bytes.count..<bytes.count
                place = (line, column)
            case "◀": range = range.lowerBound..<bytes.count
            default:
                bytes += Array(String(scalar).utf8)
                (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
            }
        }
        self.bytes = bytes
        self.range = range
        self.line = place.line
        self.column = place.column
    }
}
