internal import SourceText

/// Elements of an array that were parsed apart from what stands around them.
struct JSONPiece: Sendable {
    /// Which of the pieces of its text it is, from 0, when all are known.
    fileprivate(set) var number = 0
    /// The bytes (from 0) from the first byte of an element to that of one further on.
    let range: Range<Int>
    /// How deep arrays and objects stand in each other here.
    let depth: Int
    /// The elements, as outermost values; nil where they were forgotten.
    fileprivate let kept: JSONDocument.Storage?

    /// The elements, of which there is one at least; parsed again where they were forgotten.
    func elements(of bytes: [UInt8]) -> JSONDocument.Storage {
        kept ?? Self.parsed(range, of: bytes)?.elements
            ?? JSONDocument.Storage(bytes: bytes, map: JSONMap())
    }

    /// Parses elements; nil where the range holds anything else.
    fileprivate static func parsed(
        _ range: Range<Int>,
        of bytes: [UInt8]
    ) -> (elements: JSONDocument.Storage, depth: Int)? {
        var parser = JSONParser(depthLimit: JSONDocument.depthLimit)
        parser.reserve(forBytes: range.count)
        do {
            try parser.parseElements(range, of: bytes.span)
        } catch {
            return nil
        }
        return (JSONDocument.Storage(bytes: bytes, map: parser.map), parser.deepest)
    }
}

extension JSONDocument {
    /// Parses ahead what is likely to be elements of arrays, by several cores: lines that begin a
    /// value, behind others that end in a comma, as large documents are written.
    ///
    /// Whatever isn't just that is left out, and parsed in its turn: it is there that an error is
    /// found. A text of 110 MB is parsed in half the time by two cores.
    static func pieces(of bytes: [UInt8], from start: Int, size: Int) -> [JSONPiece] {
        pieces(of: bytes, from: start, size: size) { _, _ in nil as Never? }.map(\.piece)
    }

    /// Parses ahead as well, and forgets the elements of which `read` makes something.
    ///
    /// Of the document of 100,000 targets, 80 MB were kept of 12 bytes for each key and value.
    static func pieces<Read: Sendable>(
        of bytes: [UInt8],
        from start: Int,
        size: Int,
        _ read: @Sendable ([JSONValue], Range<Int>) -> Read?
    ) -> [(piece: JSONPiece, read: Read?)] {
        let starts = starts(of: bytes.span, from: start, size)
        guard starts.count > 1 else { return [] }
        let pieces = Cores.map(starts.count - 1) { number -> (piece: JSONPiece, read: Read?)? in
            let range = starts[number]..<starts[number + 1]
            guard let parsed = JSONPiece.parsed(range, of: bytes) else { return nil }
            let made = read(JSONDocument(storage: parsed.elements).values, range)
            let piece = JSONPiece(
                range: range,
                depth: parsed.depth,
                kept: made == nil ? parsed.elements : nil
            )
            return (piece, made)
        }.compactMap(\.self)
        return pieces.enumerated().map { number, made in
            var made = made
            made.piece.number = number
            return made
        }
    }

    /// Offsets, about `size` bytes from each other and less towards the end, of the first bytes of lines
    /// that may begin an element of an array.
    private static func starts(of text: Span<UInt8>, from start: Int, _ size: Int) -> [Int] {
        var starts: [Int] = []
        // What stands before the first piece and behind the last is parsed by one core alone.
        let least = max(1, size / 32)
        var index = start + least
        while index < text.count {
            let end = endOfLine(from: index, in: text)
            guard end < text.count else { break }
            let first = JSONParser.afterBlanks(from: end, to: text.count, in: text)
            var last = end
            while last > index, isBlank(text[last - 1]) { last -= 1 }
            guard first < text.count, last > index, text[last - 1] == .comma,
                JSONParser.beginsElement(text[first])
            else {
                index = end + 1
                continue
            }
            starts.append(first)
            index = first + min(size, max(least, (text.count - first) / 4))
        }
        return starts
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == .space || byte == .tab || byte == .carriageReturn
    }
}

extension JSONParser {
    /// Whether a byte begins an array, an object or a string.
    static func beginsElement(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == .quotationMark
    }

    /// Adds the values that `range` of the text holds, each with a comma behind it.
    ///
    /// - Throws: `JSONTextError` where it holds anything else.
    mutating func parseElements(
        _ range: Range<Int>,
        of text: Span<UInt8>
    ) throws(JSONTextError) {
        var index = range.lowerBound
        while index < range.upperBound {
            map.roots.append(UInt32(truncatingIfNeeded: map.entries.count))
            index = try parseValue(from: index, to: range.upperBound, of: text)
            index = Self.afterBlanks(from: index, to: range.upperBound, in: text)
            guard index < range.upperBound, text[index] == .comma else {
                throw JSONTextError(.unexpectedEnd, index..<index)
            }
            index = Self.afterBlanks(from: index + 1, to: range.upperBound, in: text)
        }
    }

    /// Steps over the pieces that begin at an offset, where elements of an array stand there;
    /// returns the offset of the first element behind them.
    mutating func afterPieces(from start: Int) -> Int {
        var index = start
        while let piece = pieces.first, piece.range.lowerBound <= index {
            pieces.removeFirst()
            guard piece.range.lowerBound == index, !open.isEmpty, !container.isObject,
                open.count + piece.depth <= depthLimit
            else { continue }
            map.entries.append(JSONMap.Entry(piece: taken.count, at: map.entries.count))
            taken.append(piece)
            index = piece.range.upperBound
        }
        return index
    }
}
