internal import JSONText
internal import SourceText

/// What bytes are as JSON.
enum JSONMark {
    /// One object that is no target.
    case document
    /// Objects, one a line.
    case lines

    /// Looks at bytes; nil where they are no JSON, or not clean text.
    ///
    /// - Complexity: O(n) in the bytes where they begin with a brace, else O(1).
    init?(_ bytes: [UInt8]) {
        let start = bytes.first { !" \t\r\n".utf8.contains($0) }
        guard start.map({ $0 == UInt8(ascii: "{") || $0 >= 0x80 || $0 == 0 }) ?? false,
            let source = try? SourceText(decoding: bytes, named: ""),
            source.bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{")
        else { return nil }
        if let root = try? JSONDocument(parsing: source.bytes).root {
            self = root["serial"] == nil ? .document : .lines
            return
        }
        let end = source.bytes.firstIndex { $0 == .lineFeed || $0 == .carriageReturn }
        let line = Array(source.bytes[..<(end ?? source.bytes.count)])
        guard (try? JSONDocument(parsing: line)) != nil else { return nil }
        self = .lines
    }
}
