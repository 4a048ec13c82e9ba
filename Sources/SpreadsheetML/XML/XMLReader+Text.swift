internal import SourceText

extension XMLReader {
    /// Reads the text up to the next markup, reference or carriage return; or one of the latter.
    mutating func readText() throws(SpreadsheetError) -> Outcome {
        let end = Self.endOfRun(buffer.span.extracting(..<limit), from: position)
        if end > position {
            text = position..<end
        } else {
            switch buffer[position] {
            case UInt8(ascii: "&"):
                guard let reference = try reference(at: position) else { return .starved }
                text = putReference(reference, before: reference.end)
            case 0x0D:
                // XML makes CRLF and CR one line feed.
                guard position + 1 < limit || open.isEmpty else { return .starved }
                guard position + 1 == limit || buffer[position + 1] != 0x0A else {
                    position += 1
                    return .skipped
                }
                buffer[position] = 0x0A
                text = position..<(position + 1)
            default:
                throw malformed("a control character")
            }
        }
        guard !open.isEmpty else { return try skipOutside() }
        position = text.upperBound
        return .event(.text)
    }

    /// Outside the root element there may be blanks only.
    private mutating func skipOutside() throws(SpreadsheetError) -> Outcome {
        for byte in buffer[text] where byte != 0x20 && byte != 0x0A && byte != 0x09 {
            throw malformed("text outside the root element")
        }
        position = text.upperBound
        return .skipped
    }

    /// The first byte from `start` on that is `<`, `&` or a control character other than tab and
    /// line feed, or the count.
    static func endOfRun(_ bytes: Span<UInt8>, from start: Int) -> Int {
        bytes.firstIndex(from: start) {
            $0.below(0x20) | $0.equal(UInt8(ascii: "<")) | $0.equal(UInt8(ascii: "&"))
        } where: { index in
            switch bytes[index] {
            case UInt8(ascii: "<"), UInt8(ascii: "&"): true
            case .tab, .lineFeed: false
            case let byte: byte < 0x20
            }
        }
    }

    // MARK: References

    /// What `&…;` stands for.
    struct Reference {
        var scalar: Unicode.Scalar
        /// Index after the semicolon.
        var end: Int
    }

    /// Reads the reference at `start`; nil where the bytes that are there end within it.
    func reference(at start: Int) throws(SpreadsheetError) -> Reference? {
        // The longest is &#x0010FFFF; and a few zeros more.
        let bound = min(limit, start + 32)
        guard let end = buffer[start..<bound].firstIndex(of: UInt8(ascii: ";")) else {
            guard bound == limit else { throw malformed("a reference without an end") }
            return nil
        }
        let name = buffer.span.extracting((start + 1)..<end)
        guard let scalar = Self.scalar(named: name) else {
            throw malformed("a reference to what is not there")
        }
        return Reference(scalar: scalar, end: end + 1)
    }

    private static func scalar(named name: Span<UInt8>) -> Unicode.Scalar? {
        if name.isText("lt") { return "<" }
        if name.isText("gt") { return ">" }
        if name.isText("amp") { return "&" }
        if name.isText("quot") { return "\"" }
        if name.isText("apos") { return "'" }
        guard name.count >= 2, name[0] == UInt8(ascii: "#") else { return nil }
        let isHexadecimal = name[1] == UInt8(ascii: "x")
        guard !isHexadecimal || name.count > 2 else { return nil }
        var value: UInt32 = 0
        for index in (isHexadecimal ? 2 : 1)..<name.count {
            guard let digit = name[index].hexadecimalDigit, isHexadecimal || digit < 10 else {
                return nil
            }
            value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
            guard value <= 0x10FFFF else { return nil }
        }
        let isAllowed =
            value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : [0x09, 0x0A, 0x0D].contains(value)
        return isAllowed ? Unicode.Scalar(value) : nil
    }

    /// Writes what a reference stands for over its last bytes, and returns where.
    private mutating func putReference(_ reference: Reference, before end: Int) -> Range<Int> {
        let bytes = Array(String(reference.scalar).utf8)
        let place = (end - bytes.count)..<end
        for (offset, byte) in bytes.enumerated() { buffer[place.lowerBound + offset] = byte }
        return place
    }

    /// Puts in place what references in the attributes' values stand for, and makes tabs and line
    /// ends blanks, as XML asks.
    mutating func resolveAttributes() throws(SpreadsheetError) {
        for index in 0..<attributeCount where attributes[index].isRaw {
            let value = attributes[index].value
            var from = value.lowerBound
            var to = value.lowerBound
            while from < value.upperBound {
                switch buffer[from] {
                case UInt8(ascii: "&"):
                    guard let reference = try reference(at: from), reference.end <= value.upperBound
                    else {
                        throw malformed("a reference without an end")
                    }
                    // It stands for fewer bytes than it has.
                    for byte in Array(String(reference.scalar).utf8) {
                        buffer[to] = byte
                        to += 1
                    }
                    from = reference.end
                case 0x0D where from + 1 < value.upperBound && buffer[from + 1] == 0x0A:
                    from += 1
                case 0x09, 0x0A, 0x0D:
                    buffer[to] = 0x20
                    to += 1
                    from += 1
                case let byte:
                    buffer[to] = byte
                    to += 1
                    from += 1
                }
            }
            attributes[index].value = value.lowerBound..<to
        }
    }

    // MARK: Comments, CDATA sections, instructions

    /// Reads what begins with `<!`.
    mutating func readDeclaration() throws(SpreadsheetError) -> Outcome {
        if begins(with: "<!--") { return skip(past: "-->", from: position + 4) }
        if begins(with: "<![CDATA[") { return try readCharacterData() }
        guard limit - position >= 9 else { return .starved }
        guard !begins(with: "<!DOCTYPE") else {
            throw unsafeXML("a document type declaration", zh: "文档类型声明（DOCTYPE）")
        }
        throw malformed("a declaration that is not known")
    }

    /// Reads what begins with `<?`.
    mutating func readInstruction() throws(SpreadsheetError) -> Outcome {
        guard let end = firstIndex(of: "?>", from: position + 2) else { return .starved }
        if begins(with: "<?xml"), !hasRoot { try checkEncoding(before: end) }
        position = end + 2
        return .skipped
    }

    /// Refuses a part that says it is in another encoding than it is in.
    private func checkEncoding(before end: Int) throws(SpreadsheetError) {
        guard let word = firstIndex(of: "encoding", from: position), word < end else { return }
        let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
        let quoted = buffer[word..<end].split(
            maxSplits: 2,
            omittingEmptySubsequences: false,
            whereSeparator: isQuote
        )
        guard quoted.count == 3 else { throw malformed("an encoding without a name") }
        let name = String(decoding: quoted[1], as: UTF8.self).lowercased()
        let names =
            isUTF16 ? ["utf-16", "utf-16le", "utf-16be"] : ["utf-8", "utf8", "us-ascii"]
        guard names.contains(name) else {
            throw malformed("the text is not UTF-8", zh: "文字不是 UTF-8 编码")
        }
    }

    /// Whether the unread bytes begin with a text; false where too few are there.
    private func begins(with text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        return limit - position >= length
            && buffer.span.extracting(position..<(position + length)).isText(text)
    }

    private mutating func skip(past mark: StaticString, from start: Int) -> Outcome {
        guard let end = firstIndex(of: mark, from: start) else { return .starved }
        position = end + mark.utf8CodeUnitCount
        return .skipped
    }

    private func firstIndex(of mark: StaticString, from start: Int) -> Int? {
        let length = mark.utf8CodeUnitCount
        var index = start
        while index + length <= limit {
            if buffer.span.extracting(index..<(index + length)).isText(mark) { return index }
            index += 1
        }
        return nil
    }

    /// Gives the text of a CDATA section, then steps over its end.
    private mutating func readCharacterData() throws(SpreadsheetError) -> Outcome {
        guard !open.isEmpty else { throw malformed("text outside the root element") }
        let start = position + 9
        guard let end = firstIndex(of: "]]>", from: start) else { return .starved }
        var to = start
        var from = start
        while from < end {
            let byte = buffer[from]
            guard byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else {
                throw malformed("a control character")
            }
            let isLineEnd = byte == 0x0D
            if isLineEnd, from + 1 < end, buffer[from + 1] == 0x0A { from += 1 }
            buffer[to] = isLineEnd ? 0x0A : byte
            to += 1
            from += 1
        }
        text = start..<to
        position = end + 3
        return .event(.text)
    }
}
