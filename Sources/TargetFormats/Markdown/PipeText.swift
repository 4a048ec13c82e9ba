internal import SourceText

/// The text of a cell of a pipe table, and how it is written there.
///
/// A backslash makes the mark after it plain; `<br>` is a line break; what Markdown or HTML would
/// take for more than text is written with a backslash before it.
enum PipeText {
    /// What stands between cells.
    static let pipe = UInt8(ascii: "|")

    /// Named characters that editors write.
    private static let names: [(name: [UInt8], text: [UInt8])] = [
        (Array("&nbsp;".utf8), Array(" ".utf8)), (Array("&lt;".utf8), Array("<".utf8)),
        (Array("&gt;".utf8), Array(">".utf8)), (Array("&quot;".utf8), Array("\"".utf8)),
        (Array("&amp;".utf8), Array("&".utf8)), (Array("&#124;".utf8), [pipe]),
        (Array("&#13;".utf8), [.carriageReturn]), (Array("&#10;".utf8), [.lineFeed]),
    ]

    /// Returns what a cell says; nil where that is what stands there.
    ///
    /// - Complexity: O(n) in its bytes.
    static func plain(_ cell: ArraySlice<UInt8>) -> [UInt8]? {
        let unmarked = PipeMarks.removed(from: cell)
        guard cell.contains(where: { $0 == .backslash || $0 == lessThan || $0 == ampersand })
        else { return unmarked.map(Array.init) }
        var text: [UInt8] = []
        text.reserveCapacity(cell.count)
        var rest = unmarked ?? cell
        while let byte = rest.first {
            if byte == .backslash, let next = rest.dropFirst().first, isPunctuation(next) {
                text.append(next)
                rest = rest.dropFirst(2)
            } else if byte == lessThan, let length = lengthOfLineBreak(rest) {
                text.append(.lineFeed)
                rest = rest.dropFirst(length)
            } else if byte == ampersand,
                let known = names.first(where: { rest.starts(with: $0.name) })
            {
                text += known.text
                rest = rest.dropFirst(known.name.count)
            } else {
                text.append(byte)
                rest = rest.dropFirst()
            }
        }
        return text
    }

    /// Appends a text as it stands in a cell.
    ///
    /// - Complexity: O(n) in its bytes.
    static func append(_ text: Span<UInt8>, to buffer: inout OutputBuffer) {
        // What isn't appended yet begins there.
        var start = 0
        for index in text.indices {
            let byte = text[index]
            let isLineEnd = byte == .lineFeed || byte == .carriageReturn
            guard isLineEnd || isMark(byte) else { continue }
            buffer.append(text.extracting(start..<index))
            if isLineEnd {
                buffer.append(static: byte == .lineFeed ? "<br>" : "&#13;")
                start = index + 1
            } else {
                buffer.append(.backslash)
                start = index
            }
        }
        buffer.append(text.extracting(start..<text.count))
    }

    /// Whether a byte is a mark that begins something in Markdown or HTML wherever it stands.
    ///
    /// With these in a set, which hashes each byte, and cells compared as strings, writing 100,000 targets took
    /// 1.2 s for 0.3.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case .backslash, pipe, lessThan, ampersand, UInt8(ascii: "*"), UInt8(ascii: "_"),
            UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static let lessThan = UInt8(ascii: "<")
    private static let ampersand = UInt8(ascii: "&")

    /// How many bytes `<br>`, `<br/>` or `<BR />` has at the front; nil where there is none.
    private static func lengthOfLineBreak(_ text: ArraySlice<UInt8>) -> Int? {
        let name = text.dropFirst().prefix(2).map { $0 | 0x20 }
        guard name == Array("br".utf8) else { return nil }
        var rest = text.dropFirst(3)
        while rest.first == .space { rest.removeFirst() }
        if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
        guard rest.first == UInt8(ascii: ">") else { return nil }
        return rest.startIndex + 1 - text.startIndex
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
