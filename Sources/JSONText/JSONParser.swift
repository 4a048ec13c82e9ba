internal import SourceText

/// Finds the values of a JSON text (RFC 8259) and nothing else: strict, without recursion.
struct JSONParser {
    /// What was found.
    var map = JSONMap()
    /// The innermost array or object that has begun and not ended.
    var container = Container.outermost
    /// Those around it, `outermost` first: as many as have begun and not ended.
    private(set) var open: [Container] = []
    /// How many of these there were at most.
    private(set) var deepest = 0
    /// By the number of its members, an object whose keys were found to differ from each other.
    var checked = [Int?](repeating: nil, count: manyMembers + 1)
    let depthLimit: Int
    /// Elements of arrays that were parsed ahead and are still to come, in the order of the text.
    var pieces: ArraySlice<JSONPiece>
    /// What was taken over of them.
    var taken: [JSONPiece] = []

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
            container = .outermost
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
            if !pieces.isEmpty { index = afterPieces(from: index) }
            guard index < end else { throw JSONTextError(.unexpectedEnd, end..<end) }
            switch text[index] {
            case UInt8(ascii: "{"):
                try begin(at: index, isObject: true, in: text)
                index = Self.afterBlanks(from: index + 1, to: end, in: text)
                if index == end || text[index] != UInt8(ascii: "}") {
                    index = try parseKey(at: index, to: end, of: text)
                    continue
                }
            case UInt8(ascii: "["):
                try begin(at: index, isObject: false, in: text)
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
        while !open.isEmpty {
            index = Self.afterBlanks(from: index, to: end, in: text)
            guard index < end else { throw JSONTextError(.unexpectedEnd, end..<end) }
            let isObject = container.isObject
            switch text[index] {
            case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
                index += 1
                try endContainer(at: index, in: text)
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

    private mutating func begin(
        at index: Int,
        isObject: Bool,
        in text: Span<UInt8>
    ) throws(JSONTextError) {
        guard open.count < depthLimit else {
            throw JSONTextError(.tooDeep, index..<(index + 1))
        }
        let entry = map.entries.count
        let like = isObject ? container.like.flatMap { object(at: $0, in: text) } : nil
        open.append(container)
        container = Container(entry: entry, isObject: isObject, keys: like)
        deepest = max(deepest, open.count)
        map.entries.append(JSONMap.Entry(index..<(index + 1), at: entry))
    }

    /// The entries of what the object at an entry holds; nil where no object is there.
    private func object(at entry: Int, in text: Span<UInt8>) -> Range<Int>? {
        let object = map.entries[entry]
        guard object.piece == nil, text[object.start] == UInt8(ascii: "{") else { return nil }
        return (entry + 1)..<object.next
    }

    private mutating func endContainer(at end: Int, in text: Span<UInt8>) throws(JSONTextError) {
        let ended = container
        map.entries[ended.entry].close(at: end, next: map.entries.count)
        container = open.removeLast()
        guard ended.isObject else { return }
        if ended.keys?.isEmpty != true { try checkKeys(ofObjectAt: ended.entry, in: text) }
        // The next one beside it is likely to have the same keys.
        if !container.isObject { container.like = ended.entry }
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
        var index = try parseKnownKey(at: start, to: end, of: text)
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

/// An array or an object that has begun and not ended.
struct Container {
    /// The index of its entry; -1 of what stands around all values.
    let entry: Int
    let isObject: Bool
    /// Of an object: the entries of the keys still to come, and their values, in another one whose
    /// keys differ from each other and were the same so far; nil where there is none.
    var keys: Range<Int>?
    /// The entry of a value that the next value is likely to resemble.
    var like: Int?

    /// What stands around all values.
    static let outermost = Container(entry: -1, isObject: false, keys: nil)
}
