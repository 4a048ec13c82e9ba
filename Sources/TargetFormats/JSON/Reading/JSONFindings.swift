package import JSONText
package import SourceText

/// What is wrong with the values of a JSON text: all of it, each with its place.
package struct JSONFindings: Sendable {
    /// What was found.
    package private(set) var bag = DiagnosticBag()
    /// The serial of the target that is being read; every finding names it.
    package var serial: String? {
        get { statedSerial ?? target?["serial"].flatMap { $0.string ?? $0.number } }
        set { (statedSerial, target) = (newValue, nil) }
    }
    private var statedSerial: String?
    /// The object of the target that is being read: every finding names its serial, which is looked up
    /// only then.
    var target: JSONValue?
    private let place: @Sendable (Diagnostic, Range<Int>) -> Diagnostic
    /// The keys, each behind what it was found in, that were reported as unknown: a system puts its
    /// own into every object.
    private var unknownKeys: Set<[String]> = []

    /// Places findings in `source`, whose bytes the text is.
    package init(in source: SourceText) {
        place = { $0.at($1, of: source) }
    }

    /// Places findings by a function of the finding and the bytes (from 0) of the text: for a text
    /// that stands in a file of another kind.
    package init(place: @escaping @Sendable (Diagnostic, Range<Int>) -> Diagnostic) {
        self.place = place
    }

    /// Whether there is an error among them.
    package var hasErrors: Bool { bag.hasErrors }

    /// How many there are, those that aren't kept counted, too.
    var count: Int { bag.all.count + bag.suppressed }

    /// Nothing yet, placed alike.
    var withoutFindings: JSONFindings { JSONFindings(place: place) }

    /// Adds what was found elsewhere, behind what was found so far.
    mutating func report(contentsOf other: JSONFindings) {
        bag.report(contentsOf: other.bag)
    }

    /// Adds a finding about a value.
    package mutating func report(
        _ severity: Severity,
        _ code: FindingCode,
        at value: JSONValue,
        field: String? = nil,
        _ message: @autoclosure () -> Wording,
        hint: @autoclosure () -> Wording? = nil
    ) {
        let serial = serial
        bag.report(severity) {
            place(Diagnostic(severity, code, message(), hint: hint()), value.range)
                .about(serial: serial, field: field)
        }
    }

    /// Adds a finding that was made elsewhere.
    package mutating func report(_ finding: Diagnostic, at value: JSONValue) {
        let serial = serial
        bag.report(finding.severity) {
            place(finding, value.range).about(serial: serial)
        }
    }

    /// Adds why a text is not JSON.
    package mutating func report(_ error: JSONTextError) {
        bag.report(.error) { place(error.diagnostic, error.range) }
    }
}

/// The kinds of values that may stand at a place.
package struct JSONKinds: OptionSet, Sendable {
    /// One bit a kind.
    package let rawValue: UInt8

    /// Makes a set from its bits.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// A string.
    package static let string = JSONKinds(rawValue: 1)
    /// A whole number.
    package static let integer = JSONKinds(rawValue: 2)
    /// `true` or `false`.
    package static let boolean = JSONKinds(rawValue: 4)
    /// An array.
    package static let array = JSONKinds(rawValue: 8)
    /// An object.
    package static let object = JSONKinds(rawValue: 16)
    /// `null`.
    package static let null = JSONKinds(rawValue: 32)

    /// The kinds that a value is of; none for a number that isn't whole.
    init(of value: JSONValue) {
        switch value.kind {
        case .null: self = .null
        case .boolean: self = .boolean
        case .number: self = value.integer == nil ? [] : .integer
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }

    /// What the kinds are called.
    var wording: Wording {
        let names: [(JSONKinds, String, String)] = [
            (.string, "a string", "字符串"), (.integer, "a whole number", "整数"),
            (.boolean, "true or false", "true 或 false"), (.array, "an array", "数组"),
            (.object, "an object", "对象"), (.null, "null", "null"),
        ]
        let named = names.filter { contains($0.0) }
        guard !named.isEmpty else { return Wording(en: "a number", zh: "数字") }
        return Wording(
            en: "\(list: named.map(\.1), " or ")",
            zh: "\(list: named.map(\.2), "或")"
        )
    }
}

extension JSONFindings {
    /// Whether a value is of one of the kinds; reports it where it isn't.
    package mutating func expect(
        _ kinds: JSONKinds,
        _ value: JSONValue,
        _ name: @autoclosure () -> String,
        field: @autoclosure () -> String? = nil
    ) -> Bool {
        let found = JSONKinds(of: value)
        guard found.isDisjoint(with: kinds) else { return true }
        let name = name()
        report(
            .error,
            .wrongType,
            at: value,
            field: field(),
            Wording(
                en: "`\(name)` is \(found.wording), not \(kinds.wording)",
                zh: "“\(name)”应为\(kinds.wording)，这里却是\(found.wording)"
            )
        )
        return false
    }

    /// The values of an object's members, by their keys.
    ///
    /// Reports another kind of value, keys that are not among `keys`, and required ones that are
    /// missing.
    /// - Complexity: O(m) in the members where they are in the order of `keys`.
    package mutating func members<Key>(
        of value: JSONValue,
        _ name: String,
        _ keys: JSONKeys<Key>,
        field: String? = nil
    ) -> JSONMembers<Key> {
        let (values, isRight) = values(
            of: value,
            name,
            keys: keys.names,
            required: keys.required,
            field: field
        )
        return JSONMembers(keys, values, isRight: isRight)
    }

    /// The values of the members in the order of `keys`, and whether there was nothing to report.
    private mutating func values(
        of value: JSONValue,
        _ name: String,
        keys: JSONKeyList,
        required: Int,
        field: String?
    ) -> (values: JSONListedMembers, isRight: Bool) {
        var isRight = expect(.object, value, name, field: field)
        let isObject = isRight
        let values = value.members(in: keys) { key in
            isRight = false
            reportUnknown(key, in: name, keys: keys, field: field)
        }
        guard isObject else { return (values, false) }
        for number in 0..<required where values[number] == nil {
            isRight = false
            reportMissing(keys[number], in: value, name, field: field)
        }
        return (values, isRight)
    }

    /// Whether a value is an object with the keys it must have and no others.
    ///
    /// Reports what isn't so. The first `required` of the keys must be there.
    package mutating func expectObject(
        _ value: JSONValue,
        _ name: String,
        keys: [StaticString],
        required: Int
    ) -> Bool {
        let names = JSONKeyList(keys.map(\.description))
        return values(of: value, name, keys: names, required: required, field: nil).isRight
    }

    /// Reports a key that an object lacks.
    package mutating func reportMissing(
        _ key: String,
        in value: JSONValue,
        _ name: String,
        field: String? = nil,
        count: Int = 1
    ) {
        let isOne = count == 1
        report(
            .error,
            .missingKey,
            at: value,
            field: field,
            Wording(
                en: "`\(name)` lacks the key `\(key)`"
                    + (isOne ? "" : "; \(count - 1) more of them likewise"),
                zh: "“\(name)”缺少键“\(key)”" + (isOne ? "" : "，另有 \(count - 1) 处也是如此")
            ),
            hint: isOne
                ? nil
                : Wording(
                    en: "to send back a part of the columns, leave `columns` and `layout` out",
                    zh: "如果只发回部分栏目，请去掉“columns”和“layout”"
                )
        )
    }

    /// Whether a value is a year or null; reports what isn't.
    mutating func expectYear(_ value: JSONValue) -> Bool {
        guard expect([.integer, .null], value, "year") else { return false }
        guard let year = value.integer, !(1...9999).contains(year) else { return true }
        report(
            .error,
            .wrongValue,
            at: value,
            Wording(en: "\(year) is no year", zh: "\(year) 不是年份")
        )
        return false
    }

    private mutating func reportUnknown(
        _ key: JSONValue,
        in name: String,
        keys: JSONKeyList,
        field: String?
    ) {
        guard unknownKeys.insert([name, key.string ?? ""]).inserted else { return }
        let known = (0..<keys.count).map { keys[$0] }
        report(
            .error,
            .unknownKey,
            at: key,
            field: field,
            Wording(
                en: "`\(name)` has no key `\(key.string ?? "")`",
                zh: "“\(name)”没有“\(key.string ?? "")”这个键"
            ),
            hint: Wording(
                en: "its keys are \(list: known, ", ")",
                zh: "可用的键：\(list: known, "、")"
            )
        )
    }
}
