internal import SourceText

/// Keys that an object may have, in the order in which they are likely to stand.
public struct JSONKeyList: Sendable {
    /// More keys than these are not looked up so.
    public static let most = 16

    /// The UTF-8 of all keys, one behind the other.
    private var text: [UInt8] = []
    /// Where in it each key ends.
    private var ends: [Int] = []

    /// Lists keys, at most `most`.
    public init(_ keys: [String]) {
        precondition(keys.count <= Self.most)
        for key in keys {
            text += key.utf8
            ends.append(text.count)
        }
    }

    /// How many keys there are.
    public var count: Int { ends.count }

    /// The key of a number, from 0.
    public subscript(number: Int) -> String { String(decoding: text[range(number)], as: UTF8.self) }

    private func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }

    /// The number of a key, which is likely to be `next`; nil of one that isn't listed.
    fileprivate func number(of key: Span<UInt8>, likely next: Int) -> Int? {
        if next < count, isKey(next, key) { return next }
        return (0..<count).first { isKey($0, key) }
    }

    private func isKey(_ number: Int, _ key: Span<UInt8>) -> Bool {
        text.span.extracting(range(number)).hasSameBytes(as: key)
    }
}

/// The values of an object's members, by the numbers that their keys have in a list.
///
/// An array of values, made anew for each of 100,000 targets, was a twelfth of reading their document.
public struct JSONListedMembers: Sendable {
    private let storage: JSONDocument.Storage
    /// The entry of each value; 0, which is none, where there is no such key.
    private var entries = InlineArray<16, UInt32>(repeating: 0)

    fileprivate init(in storage: JSONDocument.Storage) {
        self.storage = storage
    }

    fileprivate mutating func set(_ number: Int, _ entry: Int) {
        entries[number] = UInt32(truncatingIfNeeded: entry)
    }

    /// The value of the key of a number, from 0; nil where the object has no such key.
    public subscript(number: Int) -> JSONValue? {
        entries[number] == 0 ? nil : JSONValue(storage: storage, index: Int(entries[number]))
    }

    /// The values under other numbers: for each, its number here, or nil.
    public func renumbered(_ numbers: [Int?]) -> JSONListedMembers {
        var renumbered = JSONListedMembers(in: storage)
        for (number, own) in numbers.enumerated() {
            if let own { renumbered.entries[number] = entries[own] }
        }
        return renumbered
    }
}

extension JSONValue {
    /// The values of an object's members that have a key of the list; none of another kind.
    ///
    /// Calls `report` with each other key.
    /// - Complexity: O(m) in the members where they are in the order of the list.
    public func members(
        in list: JSONKeyList,
        others report: (JSONValue) -> Void
    ) -> JSONListedMembers {
        var found = JSONListedMembers(in: storage)
        guard kind == .object else { return found }
        let (bytes, entries) = (storage.bytes, storage.map.entries)
        let text = bytes.span
        var position = index + 1
        var next = 0
        while position < entries[index].next {
            let key = entries[position]
            let number =
                key.holdsEscapes
                ? list.number(of: JSONString.decode(key, in: text).span, likely: next)
                : list.number(of: text.extracting((key.start + 1)..<(key.end - 1)), likely: next)
            if let number {
                found.set(number, position + 1)
                next = number + 1
            } else {
                report(JSONValue(storage: storage, index: position))
            }
            position = entries[position + 1].next
        }
        return found
    }
}
