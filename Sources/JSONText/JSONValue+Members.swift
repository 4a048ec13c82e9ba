internal import SourceText

extension JSONValue {
    /// One member of an object.
    public struct Member: Sendable {
        /// The key: a string.
        public var key: JSONValue
        /// The value.
        public var value: JSONValue
    }

    /// The members of an object, in the order of the text.
    public struct Members: Sequence, IteratorProtocol, Sendable {
        private let storage: JSONDocument.Storage
        private var position: Int
        private let end: Int

        init(of value: JSONValue) {
            storage = value.storage
            position = value.index + 1
            end = value.kind == .object ? storage.map.entries[value.index].next : position
        }

        /// Steps to the next member.
        public mutating func next() -> Member? {
            guard position < end else { return nil }
            let value = position + 1
            defer { position = storage.map.entries[value].next }
            return Member(
                key: JSONValue(storage: storage, index: position),
                value: JSONValue(storage: storage, index: value)
            )
        }
    }

    /// The elements of an array, in the order of the text.
    public struct Elements: Sequence, IteratorProtocol, Sendable {
        private let storage: JSONDocument.Storage
        private var position: Int
        private let end: Int
        /// The elements that were parsed apart and stand here.
        private var piece: JSONDocument.Storage?
        /// How many of them were stepped over.
        private var passed = 0

        init(of value: JSONValue) {
            storage = value.storage
            position = value.index + 1
            end = value.kind == .array ? storage.map.entries[value.index].next : position
        }

        /// Steps to the next element.
        public mutating func next() -> JSONValue? {
            if let piece {
                let root = piece.map.roots[passed]
                passed += 1
                if passed == piece.map.roots.count { self.piece = nil }
                return JSONValue(storage: piece, index: Int(root))
            }
            guard position < end else { return nil }
            let entry = storage.map.entries[position]
            if let number = entry.piece {
                let elements = storage.pieces[number].elements(of: storage.bytes)
                piece = elements.map.roots.isEmpty ? nil : elements
                passed = 0
                position = entry.next
                return next()
            }
            defer { position = entry.next }
            return JSONValue(storage: storage, index: position)
        }
    }

    /// The members of an object, in the order of the text; none of another kind.
    public var members: Members { Members(of: self) }

    /// The elements of an array, in the order of the text; none of another kind.
    public var elements: Elements { Elements(of: self) }

    /// Elements of an array that follow each other.
    package enum Part: Sendable {
        /// Elements that were parsed with what stands around them.
        case elements([JSONValue])
        /// Those that were parsed apart: the number of what was made of them (from 0), and where they
        /// stand.
        case apart(number: Int, range: Range<Int>)
    }

    /// The elements of an array in their order, but those that were forgotten, which aren't parsed again; none
    /// of another kind.
    package var parts: [Part] {
        guard kind == .array else { return [] }
        var parts: [Part] = []
        var elements: [JSONValue] = []
        var position = index + 1
        let end = storage.map.entries[index].next
        while position < end {
            let entry = storage.map.entries[position]
            if let piece = entry.piece.map({ storage.pieces[$0] }) {
                if !elements.isEmpty { parts.append(.elements(elements)) }
                elements.removeAll()
                parts.append(.apart(number: piece.number, range: piece.range))
            } else {
                elements.append(JSONValue(storage: storage, index: position))
            }
            position = entry.next
        }
        if !elements.isEmpty { parts.append(.elements(elements)) }
        return parts
    }

    /// Calls `body` with where the text of each element of an array stands, up to the first that isn't a
    /// string without escapes; returns whether there was none, and false of another kind.
    public func forEachPlainElement(_ body: (Range<Int>) -> Void) -> Bool {
        guard kind == .array else { return false }
        let entries = storage.map.entries
        let bytes = storage.bytes
        var position = index + 1
        while position < entries[index].next {
            let entry = entries[position]
            guard entry.piece == nil, !entry.holdsEscapes, bytes[entry.start] == .quotationMark
            else { return false }
            body((entry.start + 1)..<(entry.end - 1))
            position += 1
        }
        return true
    }

    /// The value of an object's member; nil where there is no such key, and of another kind.
    ///
    /// - Complexity: O(m) in the members.
    public subscript(key: StaticString) -> JSONValue? {
        for member in members where member.key.isString(key) { return member.value }
        return nil
    }
}
