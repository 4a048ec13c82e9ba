internal import SourceText

/// A JSON text (RFC 8259), or lines of such texts, parsed to offsets.
///
/// Strict: comments, trailing commas, keys that occur twice, `NaN`, leading zeros, control
/// characters in strings, escapes that are half a character and anything after the value are
/// errors. A byte-order mark is stepped over. Strings are made only on demand; numbers stay text.
public struct JSONDocument: Sendable {
    /// How deep arrays and objects may stand in each other.
    public static let depthLimit = 128

    /// Shared by all values, so that a value costs one reference.
    final class Storage: Sendable {
        let bytes: [UInt8]
        let map: JSONMap
        /// Elements that were parsed apart, by the numbers that `map` has for them.
        let pieces: [JSONPiece]

        init(bytes: [UInt8], map: JSONMap, pieces: [JSONPiece] = []) {
            self.bytes = bytes
            self.map = map
            self.pieces = pieces
        }
    }

    let storage: Storage

    /// The text, as it was given; offsets point into it.
    public var bytes: [UInt8] { storage.bytes }

    /// Parses one value.
    ///
    /// Bytes that `areUTF8` for certain, as those of a decoded file, aren't looked at for that again.
    /// - Throws: `JSONTextError` for the first thing that is wrong.
    /// - Complexity: O(n) in the bytes.
    public init(parsing bytes: [UInt8], areUTF8: Bool = false) throws(JSONTextError) {
        try self.init(parsing: bytes, areUTF8: areUTF8, pieceSize: Self.pieceSize)
    }

    /// Parses one value, of which one core takes pieces of about `pieceSize` bytes where there are
    /// several.
    init(parsing bytes: [UInt8], areUTF8: Bool, pieceSize: Int) throws(JSONTextError) {
        let start = try Self.start(of: bytes, areUTF8: areUTF8)
        let pieces = Self.pieces(of: bytes, from: start, size: pieceSize)
        try self.init(parsing: bytes, from: start, pieces)
    }

    /// Parses one value (valid UTF-8), and has `read` make something of elements of arrays that several cores
    /// parse apart: those that stand in a range of the text (from 0).
    ///
    /// Elements of which it makes something are forgotten, and are parsed again where somebody asks for them.
    /// What it made is found by the numbers of `JSONValue.parts`; it may be made of elements that turn out
    /// to be no part of any array.
    /// - Throws: `JSONTextError` for the first thing that is wrong.
    /// - Complexity: O(n) in the bytes.
    package static func parsing<Read: Sendable>(
        _ bytes: [UInt8],
        pieceSize: Int = pieceSize,
        _ read: @Sendable ([JSONValue], Range<Int>) -> Read?
    ) throws(JSONTextError) -> (document: JSONDocument, read: [Read?]) {
        let start = try start(of: bytes, areUTF8: true)
        let made = pieces(of: bytes, from: start, size: pieceSize, read)
        let document = try JSONDocument(parsing: bytes, from: start, made.map(\.piece))
        return (document, made.map(\.read))
    }

    private init(
        parsing bytes: [UInt8],
        from start: Int,
        _ pieces: [JSONPiece]
    ) throws(JSONTextError) {
        var parser = JSONParser(depthLimit: Self.depthLimit, pieces: pieces)
        parser.reserve(forBytes: bytes.count - pieces.reduce(0) { $0 + $1.range.count })
        try parser.parse(start..<bytes.count, of: bytes.span)
        storage = Storage(bytes: bytes, map: parser.map, pieces: parser.taken)
    }

    /// Parses a value on each line that isn't blank (JSON Lines); lines end at LF or CRLF.
    ///
    /// Many lines are parsed by several cores, in a document for each of their pieces, in order.
    /// A line that is wrong is left out; `errors` then says why, one error for each such line.
    /// Bytes that `areUTF8` for certain, as those of a decoded file, aren't looked at for that again.
    /// - Throws: `JSONTextError` where the text is too large or isn't UTF-8.
    /// - Complexity: O(n) in the bytes.
    public static func parsingLines(
        of bytes: [UInt8],
        areUTF8: Bool = false,
        errors: inout [JSONTextError]
    ) throws(JSONTextError) -> [JSONDocument] {
        let start = try start(of: bytes, areUTF8: areUTF8)
        let pieces = pieces(of: bytes, from: start, pieceSize)
        let parsed = Cores.map(pieces.count) { number in
            var errors: [JSONTextError] = []
            let document = JSONDocument(lines: pieces[number], of: bytes, errors: &errors)
            return (document: document, errors: errors)
        }
        for part in parsed { errors += part.errors }
        return parsed.map(\.document)
    }

    /// Returns what `read` makes of the values of lines: several cores each take the lines of a range of
    /// the text (from 0), and forget them when they are read.
    ///
    /// It is nil where a line is wrong, or `read` makes nothing of some. The bytes are valid UTF-8, and a
    /// range has about `pieceSize` of them.
    /// - Throws: `JSONTextError` where the text is too large.
    /// - Complexity: O(n) in the bytes.
    package static func mapLines<Read: Sendable>(
        of bytes: [UInt8],
        pieceSize: Int = pieceSize,
        _ read: @Sendable ([JSONValue], Range<Int>) -> Read?
    ) throws(JSONTextError) -> [Read]? {
        let start = try start(of: bytes, areUTF8: true)
        let pieces = pieces(of: bytes, from: start, pieceSize)
        let parts = Cores.map(pieces.count) { number -> Read? in
            var errors: [JSONTextError] = []
            let document = JSONDocument(lines: pieces[number], of: bytes, errors: &errors)
            return errors.isEmpty ? read(document.values, pieces[number]) : nil
        }
        let made = parts.compactMap { $0 }
        return made.count == parts.count ? made : nil
    }

    /// The value that begins at an offset (from 0) of a text that was parsed before; of another text, at
    /// which none begins, one that is of no length.
    package static func value(at start: Int, of bytes: [UInt8]) -> JSONValue {
        var parser = JSONParser(depthLimit: depthLimit)
        if (try? parser.parseValue(from: start, to: bytes.count, of: bytes.span)) == nil {
            parser.map.entries = [JSONMap.Entry(start..<start, at: 0)]
        }
        return JSONValue(storage: Storage(bytes: bytes, map: parser.map), index: 0)
    }

    /// Ranges of whole lines, each large enough for a core.
    private static func pieces(
        of bytes: [UInt8],
        from start: Int,
        _ pieceSize: Int
    ) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var first = start
        while first < bytes.count {
            let last = min(first + pieceSize, bytes.count)
            let end =
                last == bytes.count
                ? last : min(endOfLine(from: last, in: bytes.span) + 1, bytes.count)
            pieces.append(first..<end)
            first = end
        }
        return pieces
    }

    /// How many bytes one core parses at a time.
    package static let pieceSize = 1 << 21

    init(storage: Storage) { self.storage = storage }

    private init(lines: Range<Int>, of bytes: [UInt8], errors: inout [JSONTextError]) {
        var start = lines.lowerBound
        var parser = JSONParser(depthLimit: Self.depthLimit)
        parser.reserve(forBytes: lines.count)
        let text = bytes.span
        while start < lines.upperBound {
            let end = Self.endOfLine(from: start, in: text)
            if JSONParser.afterBlanks(from: start, to: end, in: text) < end {
                do {
                    try parser.parse(start..<end, of: text)
                } catch {
                    errors.append(error)
                }
            }
            start = end + 1
        }
        storage = Storage(bytes: bytes, map: parser.map)
    }

    /// The outermost values: one, or one for each line, in order.
    public var values: [JSONValue] {
        storage.map.roots.map { JSONValue(storage: storage, index: Int($0)) }
    }

    /// The outermost value; the first where there are several, nil where there is none.
    public var root: JSONValue? {
        storage.map.roots.first.map { JSONValue(storage: storage, index: Int($0)) }
    }

    /// Checks size and encoding; returns the offset after the byte-order mark.
    private static func start(
        of bytes: [UInt8],
        areUTF8: Bool
    ) throws(JSONTextError) -> Int {
        guard bytes.count < JSONMap.limit else {
            throw JSONTextError(.tooLarge, JSONMap.limit..<JSONMap.limit)
        }
        if !areUTF8 {
            do {
                _ = try UTF8Span(validating: bytes.span)
            } catch {
                throw JSONTextError(.invalidUTF8, error.byteOffsets)
            }
        }
        return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    static func endOfLine(from start: Int, in text: Span<UInt8>) -> Int {
        text.firstIndex(of: .lineFeed, from: start) ?? text.count
    }
}
