extension XMLReader {
    // MARK: Start tags

    /// Reads `<name attribute="value" …>`.
    mutating func readStartTag() throws(SpreadsheetError) -> Outcome {
        // Taken out of the reader meanwhile, because the bytes are lent from it.
        var list: [Attribute] = []
        swap(&list, &attributes)
        let scanned = Self.scanStartTag(
            buffer.span.extracting(..<limit),
            from: position,
            into: &list
        )
        swap(&list, &attributes)
        guard case .tag(let tag) = scanned else { return try outcome(of: scanned) }
        attributeCount = tag.attributeCount
        try checkAttributes(tag)
        try openElement(tag.name)
        position = tag.end
        isEmptyElement = tag.isEmpty
        return .event(.start)
    }

    /// What came of scanning a tag.
    private enum Scanned {
        case tag(Tag)
        case starved
        case malformed(StaticString)
    }

    private struct Tag {
        var name: Range<Int>
        var attributeCount: Int
        /// Whether one of the attributes declares a namespace.
        var declares = false
        var isRaw = false
        var isEmpty: Bool
        var end: Int
    }

    private func outcome(of scanned: Scanned) throws(SpreadsheetError) -> Outcome {
        guard case .malformed(let reason) = scanned else { return .starved }
        throw malformed("\(reason)")
    }

    // Inlined here and below: see `readMarkup`.
    @inline(__always)
    private static func scanStartTag(
        _ bytes: Span<UInt8>,
        from start: Int,
        into attributes: inout [Attribute]
    ) -> Scanned {
        var index = start + 1
        guard let name = scanName(bytes, from: index) else { return .starved }
        guard !name.isEmpty else { return .malformed("a tag without a name") }
        index = name.upperBound
        var tag = Tag(name: name, attributeCount: 0, isEmpty: false, end: 0)
        while true {
            let beforeBlanks = index
            index = skipBlanks(bytes, from: index)
            guard index < bytes.count else { return .starved }
            switch bytes[index] {
            case UInt8(ascii: ">"):
                tag.end = index + 1
                return .tag(tag)
            case UInt8(ascii: "/"):
                guard index + 1 < bytes.count else { return .starved }
                guard bytes[index + 1] == UInt8(ascii: ">") else {
                    return .malformed("a tag with a stray /")
                }
                tag.isEmpty = true
                tag.end = index + 2
                return .tag(tag)
            default:
                guard index > beforeBlanks else {
                    return .malformed("attributes without a blank between")
                }
            }
            switch scanAttribute(bytes, from: index) {
            case .attribute(let attribute):
                if tag.attributeCount < attributes.count {
                    attributes[tag.attributeCount] = attribute
                } else {
                    attributes.append(attribute)
                }
                tag.attributeCount += 1
                guard tag.attributeCount <= mostAttributes else {
                    return .malformed("a tag with more than 200 attributes")
                }
                tag.isRaw = tag.isRaw || attribute.isRaw
                tag.declares =
                    tag.declares
                    || (attribute.name.count >= 5
                        && bytes[attribute.name.lowerBound] == UInt8(ascii: "x"))
                // After the closing quote.
                index = attribute.value.upperBound + 1
            case .starved: return .starved
            case .malformed(let reason): return .malformed(reason)
            }
        }
    }

    private enum ScannedAttribute {
        case attribute(Attribute)
        case starved
        case malformed(StaticString)
    }

    @inline(__always)
    private static func scanAttribute(_ bytes: Span<UInt8>, from start: Int) -> ScannedAttribute {
        guard let name = scanName(bytes, from: start) else { return .starved }
        guard !name.isEmpty else { return .malformed("an attribute without a name") }
        var index = skipBlanks(bytes, from: name.upperBound)
        guard index < bytes.count else { return .starved }
        guard bytes[index] == UInt8(ascii: "=") else {
            return .malformed("an attribute without a value")
        }
        index = skipBlanks(bytes, from: index + 1)
        guard index < bytes.count else { return .starved }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return .malformed("an attribute's value without quotes")
        }
        index += 1
        let valueStart = index
        var isRaw = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == quote {
                return .attribute(Attribute(name: name, value: valueStart..<index, isRaw: isRaw))
            }
            switch byte {
            case UInt8(ascii: "<"): return .malformed("a < in an attribute's value")
            case UInt8(ascii: "&"), 0x09, 0x0A, 0x0D: isRaw = true
            case 0x00..<0x20: return .malformed("a control character")
            default: break
            }
            index += 1
        }
        return .starved
    }

    /// Declares namespaces, puts in what references stand for, and refuses an attribute that is
    /// there twice.
    @inline(__always)
    private mutating func checkAttributes(_ tag: Tag) throws(SpreadsheetError) {
        if tag.isRaw { try resolveAttributes() }
        if tag.declares { declareNamespaces() }
        var index = 1
        while index < attributeCount {
            let name = attributes[index].name
            for other in 0..<index where attributes[other].name.count == name.count {
                guard differ(attributes[other].name, name) else {
                    throw malformed("an attribute that is there twice")
                }
            }
            index += 1
        }
    }

    private func differ(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        var index = 0
        while index < one.count {
            if buffer[one.lowerBound + index] != buffer[other.lowerBound + index] { return true }
            index += 1
        }
        return false
    }

    private mutating func declareNamespaces() {
        for attribute in attributes[..<attributeCount] {
            let name = buffer[attribute.name]
            let isPlain = name.elementsEqual("xmlns".utf8)
            guard isPlain || name.starts(with: "xmlns:".utf8) else { continue }
            namespaces.bind(
                Array(name.dropFirst(isPlain ? 5 : 6)),
                to: XMLNamespace(uri: buffer.span.extracting(attribute.value)),
                at: open.count
            )
        }
    }

    @inline(__always)
    private mutating func openElement(_ name: Range<Int>) throws(SpreadsheetError) {
        guard !open.isEmpty || !hasRoot else { throw malformed("a second root element") }
        guard open.count < Self.deepest else {
            throw unsafeXML(
                "elements nested more than \(Self.deepest) deep",
                zh: "嵌套超过 \(Self.deepest) 层的元素"
            )
        }
        hasRoot = true
        element = try identity(of: name)
        open.open(element)
        for index in name { open.appendToName(buffer[index]) }
    }

    /// Which element a qualified name means here.
    @inline(__always)
    private func identity(of name: Range<Int>) throws(SpreadsheetError) -> XMLElement {
        let bytes = buffer.span
        guard let colon = name.first(where: { bytes[$0] == UInt8(ascii: ":") }) else {
            return XMLElement(bytes.extracting(name), in: namespaces.standard)
        }
        let prefix = bytes.extracting(name.lowerBound..<colon)
        guard let namespace = namespaces.namespace(of: prefix) else {
            throw malformed("a prefix without a namespace")
        }
        return XMLElement(bytes.extracting((colon + 1)..<name.upperBound), in: namespace)
    }

    // MARK: End tags

    /// Reads `</name>`.
    mutating func readEndTag() throws(SpreadsheetError) -> Outcome {
        guard !open.isEmpty else { throw malformed("an end tag without a start") }
        let start = position + 2
        let name = open.innermostName
        let length = name.count
        guard start + length < limit else { return try starvedEndTag() }
        for index in 0..<length where buffer[start + index] != open.names[name.lowerBound + index] {
            throw malformed("an end tag that closes another element")
        }
        let end = Self.skipBlanks(buffer.span.extracting(..<limit), from: start + length)
        guard end < limit else { return .starved }
        guard buffer[end] == UInt8(ascii: ">") else {
            throw malformed("an end tag that closes another element")
        }
        position = end + 1
        return .event(closeElement())
    }

    /// The name that ends is longer than what is there: a shorter one could be complete.
    private func starvedEndTag() throws(SpreadsheetError) -> Outcome {
        guard !buffer[position..<limit].contains(UInt8(ascii: ">")) else {
            throw malformed("an end tag that closes another element")
        }
        return .starved
    }

    /// Closes the innermost element.
    @inline(__always)
    mutating func closeElement() -> Event {
        isEmptyElement = false
        element = open.close()
        namespaces.close(open.count)
        return .end
    }

    // MARK: Names and blanks

    /// The name from `start` on; empty where there is none, nil where the bytes end within it.
    @inline(__always)
    private static func scanName(_ bytes: Span<UInt8>, from start: Int) -> Range<Int>? {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...0xFF:
                index += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                guard index > start else { return start..<start }
                index += 1
            default:
                return start..<index
            }
        }
        return nil
    }

    /// The index of the first byte from `start` on that is no blank of XML.
    static func skipBlanks(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return index
            }
        }
        return index
    }
}
