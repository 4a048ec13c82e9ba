public import SourceText

/// Writes one JSON text piece by piece and minds commas, blanks and indentation.
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.member("year", 2023)
///     json.key("names")
///     json.beginArray(.inline)
///     json.string("张鹏")
///     json.endArray()
///     json.endObject()
///     json.endText()                 // {↵  "year": 2023,↵  "names": ["张鹏"]↵}↵
///
/// Whoever calls it keeps the grammar: a key before each value of an object, as many ends as
/// begins. Text stays UTF-8; nothing is escaped that need not be.
public struct JSONWriter {
    /// How the elements of an array or object are set.
    public enum Style: Sendable {
        /// Each on a line of its own, indented by two blanks a level.
        case lines
        /// All on one line; so is everything in them.
        case inline
    }

    private struct Container {
        var style: Style
        var isEmpty = true
    }

    /// Where the text goes; what is appended to it directly counts as part of the value begun.
    public var buffer: OutputBuffer
    private var containers: [Container] = []
    private var follows = false

    /// Begins a text at the end of `buffer`.
    public init(_ buffer: OutputBuffer = OutputBuffer()) {
        self.buffer = buffer
    }

    // MARK: Arrays and objects

    /// Begins an object.
    public mutating func beginObject(_ style: Style = .lines) {
        begin(UInt8(ascii: "{"), style)
    }

    /// Ends the object begun last.
    public mutating func endObject() {
        end(UInt8(ascii: "}"))
    }

    /// Begins an array.
    public mutating func beginArray(_ style: Style = .lines) {
        begin(UInt8(ascii: "["), style)
    }

    /// Ends the array begun last.
    public mutating func endArray() {
        end(UInt8(ascii: "]"))
    }

    /// Ends the text with a line end.
    public mutating func endText() {
        buffer.append(.lineFeed)
    }

    private mutating func begin(_ bracket: UInt8, _ style: Style) {
        beginValue()
        buffer.append(bracket)
        let inherits = containers.last?.style == .inline
        containers.append(Container(style: inherits ? .inline : style))
    }

    private mutating func end(_ bracket: UInt8) {
        if let container = containers.popLast(), !container.isEmpty, container.style == .lines {
            breakLine()
        }
        buffer.append(bracket)
    }

    // MARK: Keys and values

    /// Writes the key of the next value.
    public mutating func key(_ key: String) {
        beginValue()
        buffer.append(jsonString: key)
        buffer.append(static: ": ")
        follows = true
    }

    /// Writes what stands before a value: a comma, a line break, blanks.
    ///
    /// Call it before appending the bytes of a value to `buffer` directly.
    public mutating func beginValue() {
        if follows {
            follows = false
            return
        }
        guard let last = containers.indices.last else { return }
        if !containers[last].isEmpty {
            buffer.append(.comma)
            if containers[last].style == .inline { buffer.append(.space) }
        }
        containers[last].isEmpty = false
        if containers[last].style == .lines { breakLine() }
    }

    /// Writes a string; null where there is none.
    public mutating func string(_ text: String?) {
        guard let text else {
            null()
            return
        }
        beginValue()
        buffer.append(jsonString: text)
    }

    /// Writes an integer; null where there is none.
    public mutating func integer(_ number: Int?) {
        guard let number else {
            null()
            return
        }
        beginValue()
        buffer.append(decimal: number)
    }

    /// Writes true or false; null where there is neither.
    public mutating func boolean(_ value: Bool?) {
        guard let value else {
            null()
            return
        }
        beginValue()
        buffer.append(static: value ? "true" : "false")
    }

    /// Writes null.
    public mutating func null() {
        beginValue()
        buffer.append(static: "null")
    }

    private mutating func breakLine() {
        buffer.append(.lineFeed)
        for _ in containers { buffer.append(static: "  ") }
    }
}

extension JSONWriter {
    /// Writes a member whose value is a string; null where there is none.
    public mutating func member(_ key: String, _ value: String?) {
        self.key(key)
        string(value)
    }

    /// Writes a member whose value is an integer; null where there is none.
    public mutating func member(_ key: String, _ value: Int?) {
        self.key(key)
        integer(value)
    }

    /// Writes a member whose value is true or false; null where it is neither.
    public mutating func member(_ key: String, _ value: Bool?) {
        self.key(key)
        boolean(value)
    }
}

extension JSONWriter {
    /// Writes a member whose value is an array: `write` writes an element.
    @inlinable
    public mutating func member<Elements: Sequence>(
        _ key: String,
        each elements: Elements,
        _ style: Style = .lines,
        _ write: (Elements.Element, inout JSONWriter) -> Void
    ) {
        self.key(key)
        beginArray(style)
        for element in elements { write(element, &self) }
        endArray()
    }

    /// Writes a member whose value is an array of objects, each on a line: `write` writes an element's
    /// members.
    @inlinable
    public mutating func member<Elements: Sequence>(
        _ key: String,
        objects elements: Elements,
        _ write: (Elements.Element, inout JSONWriter) -> Void
    ) {
        member(key, each: elements) { element, json in
            json.beginObject(.inline)
            write(element, &json)
            json.endObject()
        }
    }
}
