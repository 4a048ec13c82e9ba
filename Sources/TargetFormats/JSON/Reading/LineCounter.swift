internal import SourceText

/// Tells the lines of offsets that ascend, in one pass over the text.
struct LineCounter {
    private let bytes: [UInt8]
    private var offset: Int
    private var line = 1

    /// Counts the lines from an offset (from 0) on, which is taken to be in the first.
    init(_ bytes: [UInt8], from offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    /// The line, from 1, of the byte at `offset` (from 0), which is not before that of the last
    /// call.
    ///
    /// A line ends at LF, CRLF or CR.
    mutating func line(of offset: Int) -> Int {
        let bytes = bytes
        let text = bytes.span
        let before = text.extracting(..<min(offset, text.count))
        var index = self.offset
        while index < before.count {
            index = before.firstIndex(from: index) {
                $0.below(0x10)
            } where: { index in
                let isBeforeFeed = index + 1 < text.count && text[index + 1] == .lineFeed
                return text[index] == .lineFeed || text[index] == .carriageReturn && !isBeforeFeed
            }
            if index < before.count { line += 1 }
            index += 1
        }
        self.offset = max(self.offset, before.count)
        return line
    }
}
