internal import SourceText

/// Tells the lines of offsets that ascend, in one pass over the text.
struct LineCounter {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The line, from 1, of the byte at `offset` (from 0), which is not before that of the last
    /// call.
    ///
    /// A line ends at LF, CRLF or CR.
    mutating func line(of offset: Int) -> Int {
        let bytes = bytes
        let text = bytes.span
        var index = self.offset
        var count = line
        while index < min(offset, text.count) {
            let byte = text[index]
            index += 1
            if byte == .lineFeed {
                count += 1
            } else if byte == .carriageReturn, index >= text.count || text[index] != .lineFeed {
                count += 1
            }
        }
        self.offset = index
        line = count
        return count
    }
}
