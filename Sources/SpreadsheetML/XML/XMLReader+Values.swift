internal import SourceText

extension XMLReader {
    // MARK: Attributes of the last start tag

    /// The bytes of the attribute that has no prefix and a name of one ASCII character.
    func attribute(_ name: UInt8) -> Range<Int>? {
        var index = 0
        while index < attributeCount {
            let attribute = attributes[index]
            if attribute.name.count == 1, buffer[attribute.name.lowerBound] == name {
                return attribute.value
            }
            index += 1
        }
        return nil
    }

    /// The value of an attribute without a prefix; nil where it is not there.
    func string(_ name: StaticString) -> String? {
        let bytes = buffer.span
        let attribute = attributes[..<attributeCount].first {
            bytes.extracting($0.name).isText(name)
        }
        return attribute.map { string($0.value) }
    }

    /// The value of an attribute in a namespace, whatever its prefix; nil where it is not there.
    func string(_ name: StaticString, in namespace: XMLNamespace) -> String? {
        let bytes = buffer.span
        for attribute in attributes[..<attributeCount] {
            guard let colon = attribute.name.first(where: { bytes[$0] == UInt8(ascii: ":") }),
                bytes.extracting((colon + 1)..<attribute.name.upperBound).isText(name)
            else { continue }
            let prefix = bytes.extracting(attribute.name.lowerBound..<colon)
            if namespaces.namespace(of: prefix) == namespace { return string(attribute.value) }
        }
        return nil
    }

    /// Whether an attribute says yes: `1`, `true` or `on`.
    func flag(_ name: StaticString) -> Bool {
        let value = string(name)
        return value == "1" || value == "true" || value == "on"
    }

    /// Whether an element such as `strike` says yes, as it does without its attribute `val`.
    var isSwitchedOn: Bool {
        string("val") == nil || flag("val")
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: buffer[range], as: UTF8.self)
    }

    // MARK: Content

    /// Appends the last text event's bytes.
    func appendText(to bytes: inout [UInt8]) {
        bytes.append(buffer.span.extracting(text))
    }

    /// Reads the content of the element whose start was read last, and its end, where it is plain.
    ///
    /// That is, where it is one run of text that is there as a whole, without references. Otherwise
    /// it is nil, and nothing was read. Nearly all cells and texts are so, and need neither events nor
    /// copies: with them, reading a workbook takes 2 % more instructions.
    // Inlined here and below: see `readMarkup`.
    @inline(__always)
    mutating func plainContent() -> Range<Int>? {
        guard !isEmptyElement, let content = plainRun() else { return nil }
        // After the end tag: </name>.
        position = content.upperBound + 3 + open.innermostName.count
        _ = closeElement()
        return content
    }

    /// The text up to the next markup, where that is the end tag of the innermost element.
    @inline(__always)
    private func plainRun() -> Range<Int>? {
        let name = open.innermostName
        let bytes = buffer.span.extracting(..<limit)
        let end = Self.endOfRun(bytes, from: position)
        let close = end + 2 + name.count
        guard close < limit, bytes[end] == UInt8(ascii: "<"), bytes[end + 1] == UInt8(ascii: "/"),
            bytes[close] == UInt8(ascii: ">")
        else { return nil }
        for index in name where bytes[end + 2 + index - name.lowerBound] != open.names[index] {
            return nil
        }
        return position..<end
    }

    /// Appends the text of the element whose start was read last, without that of elements in it,
    /// and reads on to its end.
    ///
    /// - Throws: what `next` throws; `unsafe-workbook` where the text has more than `limit` bytes.
    mutating func appendContent(to bytes: inout [UInt8], limit: Int) throws(SpreadsheetError) {
        if let content = plainContent() {
            guard content.count <= limit else { throw Self.tooLong(self, limit) }
            bytes.append(buffer.span.extracting(content))
            return
        }
        let depth = depth
        let start = bytes.count
        while true {
            switch try next() {
            case .text where self.depth == depth:
                appendText(to: &bytes)
                guard bytes.count - start <= limit else { throw Self.tooLong(self, limit) }
            case .end where self.depth < depth: return
            case .text, .start, .end, .endOfDocument: continue
            }
        }
    }

    private static func tooLong(_ reader: borrowing XMLReader, _ limit: Int) -> SpreadsheetError {
        reader.unsafeXML("a text of more than \(limit) bytes", zh: "超过 \(limit) 字节的文字")
    }

    // MARK: Numbers

    /// The number that the bytes are: at most 18 decimal digits; nil where they are none.
    @inline(__always)
    func integer(_ range: Range<Int>) -> Int? {
        Self.integer(buffer.span.extracting(range))
    }

    /// The number that the bytes are: at most 18 decimal digits; nil where they are none.
    static func integer(_ text: Span<UInt8>) -> Int? {
        guard (1...18).contains(text.count) else { return nil }
        var number = 0
        for index in text.indices {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    /// Whether a number's text is what a program shows: an integer of few digits.
    static func isShortInteger(_ text: [UInt8]) -> Bool {
        guard (1...15).contains(text.count), text[0] != UInt8(ascii: "0") || text.count == 1 else {
            return false
        }
        return text.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
    }
}
