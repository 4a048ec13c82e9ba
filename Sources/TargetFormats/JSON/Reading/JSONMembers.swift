public import JSONText

/// The keys of one kind of object: a case each, named as it stands in the text.
@usableFromInline
package protocol JSONKey: RawRepresentable<String>, CaseIterable, Equatable, Sendable {}

/// Which keys an object may have, and which it must.
package struct JSONKeys<Key: JSONKey>: Sendable {
    /// The keys, in the order in which objects are written.
    let all: [Key]
    /// Their texts, at most 16.
    let names: JSONKeyList
    /// How many of the first keys have to be there.
    let required: Int

    /// Allows `keys`, the first `required` of which have to be there.
    package init(_ keys: [Key] = Array(Key.allCases), required: Int = 0) {
        all = keys
        names = JSONKeyList(keys.map(\.rawValue))
        self.required = required
    }
}

/// The values of an object's members, by key.
@usableFromInline
package struct JSONMembers<Key: JSONKey>: Sendable {
    @usableFromInline let keys: [Key]
    @usableFromInline let values: JSONListedMembers
    /// Whether there was nothing to report of the object's keys.
    package let isRight: Bool

    init(_ keys: JSONKeys<Key>, _ values: JSONListedMembers, isRight: Bool) {
        self.keys = keys.all
        self.values = values
        self.isRight = isRight
    }

    /// Takes each key's value from another key's in other members.
    init<Other>(
        _ keys: JSONKeys<Key>,
        of others: JSONMembers<Other>,
        _ other: (Key) -> Other?
    ) {
        let numbers = keys.all.map { key in other(key).flatMap { others.keys.firstIndex(of: $0) } }
        self.init(keys, others.values.renumbered(numbers), isRight: others.isRight)
    }

    /// Whether the object has none of the keys.
    var isEmpty: Bool { keys.indices.allSatisfy { values[$0] == nil } }

    /// The value of a member; nil where the object has none.
    ///
    /// Inlined, so that another module compares its own keys: otherwise 10,000 corrections take 22 ms
    /// more to read.
    @inlinable
    package subscript(_ key: Key) -> JSONValue? {
        keys.firstIndex(of: key).flatMap { values[$0] }
    }
}
