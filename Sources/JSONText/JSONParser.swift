internal import SourceText

/// Finds the values of a JSON text (RFC 8259) and nothing else: strict, without recursion.
struct JSONParser {
    /// What was found.
    var map = JSONMap()
    /// Indexes of the arrays and objects that have begun and not ended.
    private(set) var open: [Int] = []
    /// How many of these there were at most.
    private(set) var deepest = 0
    /// By the number of its members, an object whose keys were found to differ from each other.
    var checked = [Int?](repeating: nil, count: manyMembers + 1)
    let depthLimit: Int
    /// Elements of arrays that were parsed ahead and are still to come, in the order of the text.
    var pieces: ArraySlice<JSONPiece>
    /// What was taken over of them.
    var taken: [JSONDocument.Storage] = []

    init(depthLimit: Int, pieces: [JSONPiece] = []) {
        self.depthLimit = depthLimit
        self.pieces = pieces[...]
    }

    /// Makes room for what a text of so many bytes is likely to hold.
    ///
    /// Growing copied the entries of a large text again and again into memory touched for the first
    /// time, a tenth of reading JSON. What isn't needed is never touched.
    mutating func reserve(forBytes count: Int) {
        map.entries.reserveCapacity(count / 8)
        unsafe map.entries.withUnsafeMutableBufferPointer { entries in
            unsafe LargePages.advise(
                on: UnsafeMutableRawBufferPointer(
                    start: entries.baseAddress,
                    count: count / 8 * MemoryLayout<JSONMap.Entry>.stride
                )
            )
        }
    }

    /// Adds the one value that `range` of the text (valid UTF-8) holds.
    ///
    /// - Throws: `JSONTextError`; then the map is as it was before.
    /// - Complexity: O(n) in the bytes.
    mutating func parse(_ range: Range<Int>, of text: Span<UInt8>) throws(JSONTextError) {
        let root = map.entries.count
        do throws(JSONTextError) {
            let end = try parseValue(from: range.lowerBound, to: range.upperBound, of: text)
            let rest = Self.afterBlanks(from: end, to: range.upperBound, in: text)
            if rest < range.upperBound {
                throw text[rest] == UInt8(ascii: "/") || text[rest] == UInt8(ascii: "#")
                    ? JSONTextError(.comment, rest..<(rest + 1))
                    : JSONTextError(.trailingText, Self.scalar(at: rest, in: text))
            }
            map.roots.append(UInt32(truncatingIfNeeded: root))
        } catch {
            map.entries.removeSubrange(root...)
            open.removeAll(keepingCapacity: true)
            checked = [Int?](repeating: nil, count: checked.count)
            throw error
        }
    }

    /// Adds one value, which begins at `start` or behind blanks; returns the offset after it.
    mutating func parseValue(
        from start: Int,
        to end: Int,
        of text: Span<UInt8>
    ) throws(JSONTextError) -> Int {
        var index = start
        while true {
            index = Self.afterBlanks(from: index, to: end, in: text)
            if !pieces.isEmpty { index = afterPieces(from: index, in: text) }
            guard index < end else { throw JSONTextError(.unexpectedEnd, end..<end) }
            switch text[index] {
            case UInt8(ascii: "{"):
                try begin(at: index)
                index = Self.afterBlanks(from: index + 1, to: end, in: text)
                if index == end || text[index] != UInt8(ascii: "}") {
                    index = try parseKey(at: index, to: end, of: text)
                    continue
                }
            case UInt8(ascii: "["):
                try begin(at: index)
                index = Self.afterBlanks(from: index + 1, to: end, in: text)
                if index == end || text[index] != UInt8(ascii: "]") { continue }
            case .quotationMark:
                index = try parseString(at: index, to: end, of: text)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                index = try parseNumber(at: index, to: end, of: text)
            case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
                index = try parseWord(at: index, to: end, of: text)
            default:
                throw Self.noValue(at: index, to: end, in: text)
            }
            guard try anotherFollows(after: &index, to: end, of: text) else { return index }
        }
    }

    /// Ends what ends after a value, and steps over the comma (and the key) to the next one.
    ///
    /// Returns false where the outermost value has ended.
    private mutating func anotherFollows(
        after index: inout Int,
        to end: Int,
        of text: Span<UInt8>
    ) throws(JSONTextError) -> Bool {
        while let container = open.last {
            index = Self.afterBlanks(from: index, to: end, in: text)
            guard index < end else { throw JSONTextError(.unexpectedEnd, end..<end) }
            let isObject = text[map.entries[container].start] == UInt8(ascii: "{")
            switch text[index] {
            case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
                index += 1
                map.entries[container].close(at: index, next: map.entries.count)
                open.removeLast()
                if isObject { try checkKeys(ofObjectAt: container, in: text) }
            case .comma:
                let comma = index
                index = Self.afterBlanks(from: index + 1, to: end, in: text)
                if index < end, text[index] == UInt8(ascii: "}") || text[index] == UInt8(ascii: "]")
                {
                    throw JSONTextError(.trailingComma, comma..<(comma + 1))
                }
                if isObject { index = try parseKey(at: index, to: end, of: text) }
                return true
            default:
                throw Self.noSeparator(at: index, in: text)
            }
        }
        return false
    }

    private mutating func begin(at index: Int) throws(JSONTextError) {
        guard open.count < depthLimit else {
            throw JSONTextError(.tooDeep, index..<(index + 1))
        }
        open.append(map.entries.count)
        deepest = max(deepest, open.count)
        map.entries.append(JSONMap.Entry(index..<(index + 1), at: map.entries.count))
    }

    /// Reads a key and its colon; returns the offset after it.
    private mutating func parseKey(
        at start: Int,
        to end: Int,
        of text: Span<UInt8>
    ) throws(JSONTextError) -> Int {
        guard start < end else { throw JSONTextError(.unexpectedEnd, end..<end) }
        guard text[start] == .quotationMark else {
            throw Self.noSeparator(at: start, in: text)
        }
        var index = try parseString(at: start, to: end, of: text)
        index = Self.afterBlanks(from: index, to: end, in: text)
        guard index < end else { throw JSONTextError(.unexpectedEnd, end..<end) }
        guard text[index] == UInt8(ascii: ":") else {
            throw Self.noSeparator(at: index, in: text)
        }
        return index + 1
    }

    /// Adds the entry of a value that holds no others.
    mutating func add(_ range: Range<Int>, holdsEscapes: Bool = false) {
        map.entries.append(
            JSONMap.Entry(range, at: map.entries.count, holdsEscapes: holdsEscapes)
        )
    }
}
