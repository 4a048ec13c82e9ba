package import JSONText

/// The keys of one kind of object: a case each, named as it stands in the text.
package protocol JSONKey: RawRepresentable<String>, CaseIterable, Equatable, Sendable {}

/// Which keys an object may have, and which it must.
package struct JSONKeys<Key: JSONKey>: Sendable {
    /// The keys, in the order in which objects are written.
    let all: [Key]
    /// As UTF-8, one per key.
    let names: [[UInt8]]
    /// How many of the first keys have to be there.
    let required: Int

    /// Allows `keys`, the first `required` of which have to be there.
    package init(_ keys: [Key] = Array(Key.allCases), required: Int = 0) {
        all = keys
        names = keys.map { Array($0.rawValue.utf8) }
        self.required = required
    }
}

/// The values of an object's members, by key.
package struct JSONMembers<Key: JSONKey>: Sendable {
    private let keys: [Key]
    private let values: [JSONValue?]
    /// Whether there was nothing to report of the object's keys.
    package let isRight: Bool

    init(_ keys: JSONKeys<Key>, _ values: [JSONValue?], isRight: Bool) {
        self.keys = keys.all
        self.values = values
        self.isRight = isRight
    }

    /// Takes each key's value from elsewhere.
    init(_ keys: JSONKeys<Key>, isRight: Bool, value: (Key) -> JSONValue?) {
        self.init(keys, keys.all.map(value), isRight: isRight)
    }

    /// Whether the object has none of the keys.
    var isEmpty: Bool { values.allSatisfy { $0 == nil } }

    /// The value of a member; nil where the object has none.
    package subscript(_ key: Key) -> JSONValue? {
        keys.firstIndex(of: key).flatMap { values[$0] }
    }
}
