internal import SourceText

/// One value of a parsed JSON text: a light view, like a substring.
public struct JSONValue: Sendable {
    /// The kinds of values.
    public enum Kind: Sendable {
        /// `null`
        case null
        /// `true` or `false`
        case boolean
        /// A number, kept as its text.
        case number
        /// A string.
        case string
        /// An array.
        case array
        /// An object.
        case object
    }

    let storage: JSONDocument.Storage
    let index: Int

    private var entry: JSONMap.Entry { storage.map.entries[index] }

    /// What kind of value it is.
    public var kind: Kind {
        switch storage.bytes[entry.start] {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"): .null
        default: .number
        }
    }

    /// The bytes of the text that the value stands on, from 0; quotes and brackets included.
    public var range: Range<Int> { entry.start..<entry.end }

    /// Whether the value is `null`.
    public var isNull: Bool { kind == .null }

    /// The value of `true` and `false`; nil of another kind.
    public var boolean: Bool? {
        kind == .boolean ? storage.bytes[entry.start] == UInt8(ascii: "t") : nil
    }

    /// What a string says; nil of another kind.
    ///
    /// - Complexity: O(n) in its bytes.
    public var string: String? {
        guard kind == .string else { return nil }
        guard entry.holdsEscapes else {
            return String(decoding: storage.bytes[contentRange], as: UTF8.self)
        }
        return String(decoding: utf8, as: UTF8.self)
    }

    /// The UTF-8 of what a string says; of another kind, its text.
    ///
    /// - Complexity: O(n) in its bytes.
    public var utf8: [UInt8] {
        guard kind == .string else { return Array(storage.bytes[range]) }
        let bytes = storage.bytes
        return JSONString.decode(entry, in: bytes.span)
    }

    /// The text that it is a value of: what `range` is a range of.
    public var text: [UInt8] { storage.bytes }

    /// Where the text of a string stands as it is, between its quotes; nil where the string holds
    /// an escape, and of another kind.
    public var plainRange: Range<Int>? {
        kind == .string && !entry.holdsEscapes ? contentRange : nil
    }

    private var contentRange: Range<Int> { (entry.start + 1)..<(entry.end - 1) }

    /// The text of a number, as it stands; nil of another kind.
    public var number: String? {
        kind == .number ? String(decoding: storage.bytes[range], as: UTF8.self) : nil
    }

    /// The value of a number that is whole and fits; nil of another kind.
    ///
    /// `140.0` is whole, too: programs that keep numbers as floats write it so. A number with an
    /// exponent isn't taken for whole.
    public var integer: Int? {
        guard kind == .number else { return nil }
        if let whole = shortInteger { return whole }
        guard let number else { return nil }
        let parts = number.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1)
        guard let whole = parts.first, parts.count < 2 || parts[1].allSatisfy({ $0 == 0x30 })
        else { return nil }
        return Int(Substring(whole))
    }

    /// The value of a number of up to 18 digits and nothing else, as nearly all are; nil of others.
    ///
    /// By way of strings, reading JSONL takes 2 % more instructions.
    private var shortInteger: Int? {
        let range = range
        guard range.count <= 18 else { return nil }
        var value = 0
        for byte in storage.bytes[range] {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
            value = value &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        }
        return value
    }

    /// Whether the value is this string, byte by byte.
    public func isString(_ text: StaticString) -> Bool {
        guard kind == .string else { return false }
        guard let plainRange else {
            let decoded = utf8
            return decoded.span.isText(text)
        }
        let bytes = storage.bytes
        return bytes.span.extracting(plainRange).isText(text)
    }

    /// Whether the value is the string of these bytes of UTF-8.
    public func isString(_ text: [UInt8]) -> Bool { isString(text.span) }

    /// Asked of every key of every target: over any collection of bytes, it was half of reading JSON.
    private func isString(_ text: Span<UInt8>) -> Bool {
        guard kind == .string else { return false }
        guard let plainRange else {
            let decoded = utf8
            return decoded.span.hasSameBytes(as: text)
        }
        let bytes = storage.bytes
        return bytes.span.extracting(plainRange).hasSameBytes(as: text)
    }
}
