/// How many lines end before a byte of a text, for those who ask for many bytes.
///
/// A line ends at LF, CRLF or CR.
public struct LineIndex: Sendable {
    private let bytes: [UInt8]
    /// By stretch of the text, how many lines end before it.
    private let ends: [Int]

    private static let stretch = 1 << 16

    /// Makes the index of a text.
    ///
    /// - Complexity: O(n) in the bytes.
    public init(_ bytes: [UInt8]) {
        var ends = [0]
        for start in stride(from: 0, to: bytes.count, by: Self.stretch) {
            let stretch = start..<min(start + Self.stretch, bytes.count)
            ends.append((ends.last ?? 0) + Self.ends(in: stretch, of: bytes))
        }
        self.bytes = bytes
        self.ends = ends
    }

    /// How many lines end before the byte at `offset` (from 0, at most the count of the bytes).
    public func ends(before offset: Int) -> Int {
        let start = offset - offset % Self.stretch
        return ends[offset / Self.stretch] + Self.ends(in: start..<offset, of: bytes)
    }

    /// How many lines end with a byte of `range`.
    static func ends(in range: Range<Int>, of bytes: [UInt8]) -> Int {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            var last: UInt8 = unsafe range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0
            for index in range {
                let byte = unsafe bytes[index]
                let ends = byte == .carriageReturn || byte == .lineFeed && last != .carriageReturn
                count &+= ends ? 1 : 0
                last = byte
            }
            return count
        }
    }
}
