/// The text of one file: decoded to UTF-8 once, then only pointed into.
///
/// `bytes` are the file's own bytes where it is UTF-8 (without its byte-order mark), and the
/// decoded text otherwise. Encoding `bytes` again with `encoding` gives the file's bytes; that is
/// verified when a file is decoded, so edits may be made on `bytes`.
package struct SourceText: Sendable {
    /// The file's name, as the user gave it.
    package let name: String
    /// Valid UTF-8.
    package let bytes: [UInt8]
    /// How the file is encoded.
    package let encoding: TextEncoding
    /// Where `bytes` may hold rare ones; nil where nobody has looked.
    package let rareBytes: RareBytes?

    /// Makes a source from bytes known to be valid UTF-8.
    package init(
        name: String,
        validated bytes: [UInt8],
        encoding: TextEncoding,
        rareBytes: RareBytes? = nil
    ) {
        self.name = name
        self.bytes = bytes
        self.encoding = encoding
        self.rareBytes = rareBytes
    }

    /// Makes a UTF-8 source from a string; for tests and for text made by programs.
    package init(name: String, _ text: String) {
        self.init(name: name, validated: Array(text.utf8), encoding: .utf8)
    }

    /// Returns the text of `range` (bytes from 0).
    package func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// Returns line and column of the byte at `offset` (from 0).
    ///
    /// A line ends at LF, CRLF or CR.
    /// - Complexity: O(n) in the bytes before the offset; with `lines`, in those of its line.
    package func location(of offset: Int, lines: LineIndex? = nil) -> SourceLocation {
        let line = lineRange(around: offset)
        let before = line.lowerBound..<min(max(offset, line.lowerBound), bytes.count)
        return SourceLocation(
            line: 1
                + (lines?.ends(before: line.lowerBound)
                    ?? LineIndex.ends(in: 0..<line.lowerBound, of: bytes)),
            column: 1 + countScalars(before)
        )
    }

    /// Returns the bytes of the line around `offset` (from 0), without its line end.
    package func lineRange(around offset: Int) -> Range<Int> {
        var start = min(max(offset, 0), bytes.count)
        while start > 0, !Self.endsLine(bytes[start - 1]) { start -= 1 }
        var end = min(max(offset, 0), bytes.count)
        while end < bytes.count, !Self.endsLine(bytes[end]) { end += 1 }
        return start..<max(start, end)
    }

    /// Returns at most `reach` bytes before `offset` and behind it, within `line`, without cutting
    /// a character.
    func characters(around offset: Int, in line: Range<Int>, reach: Int) -> Range<Int> {
        var start = max(line.lowerBound, min(offset, line.upperBound) - reach)
        while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = min(line.upperBound, max(offset, line.lowerBound) + reach)
        while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return start..<max(start, end)
    }

    /// How many Unicode scalars a range of bytes holds.
    func countScalars(_ range: Range<Int>) -> Int {
        bytes.span.extracting(range).scalarCount
    }

    private static func endsLine(_ byte: UInt8) -> Bool {
        byte == .lineFeed || byte == .carriageReturn
    }
}

/// A place in a text, for people: made only for printing.
package struct SourceLocation: Sendable, Equatable {
    /// Counted from 1.
    package var line: Int
    /// Counted from 1, in Unicode scalars.
    package var column: Int

    /// Makes a location.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

// Computed, so that other modules see a constant instead of a call.
extension UInt8 {
    @inlinable package static var tab: UInt8 { 0x09 }
    @inlinable package static var lineFeed: UInt8 { 0x0A }
    @inlinable package static var carriageReturn: UInt8 { 0x0D }
    @inlinable package static var space: UInt8 { 0x20 }
    @inlinable package static var quotationMark: UInt8 { 0x22 }
    @inlinable package static var comma: UInt8 { 0x2C }
    @inlinable package static var backslash: UInt8 { 0x5C }
}
