internal import SourceText

/// Reads XML from an entry of an archive, event by event, while it is inflated.
///
/// It reads the XML that the parts of a workbook are written in, and refuses everything else: a
/// document type (so there are no entities to expand), text that is not well-formed, nesting,
/// tags and texts beyond what an honest workbook has. (It lets pass `]]>` in a text, names with
/// any characters outside ASCII, and prefixes of attributes that nothing declares.) Only a window of the part is in memory.
///
/// A library such as expat takes more time for the tags of a large sheet than inflating and
/// converting it together, so the hot paths are here; the tests hold it against expat.
///
///     <c r="A1" t="s"><v>7</v></c>
///     start c         start v, text, end v, end c
struct XMLReader: ~Copyable {
    /// What was read last.
    enum Event: Sendable, Equatable {
        /// A start tag, or the start half of an empty element's tag.
        case start
        /// An end tag, or the end half of an empty element's tag.
        case end
        /// A piece of text; a long one comes in several.
        case text
        /// The document is over, and the entry's checksum is right.
        case endOfDocument
    }

    /// The deepest nesting; a workbook's parts have a dozen levels.
    static let deepest = 100
    /// The most attributes of one tag; the root of a sheet has about twenty.
    static let mostAttributes = 200
    /// The longest tag, in bytes.
    static let longestTag = 1 << 20

    /// Bytes of the entry, of which `position..<limit` are still to be read.
    var buffer: [UInt8]
    /// Index of the next byte of `buffer`.
    var position = 0
    /// End of the bytes of `buffer` that may be read: whole characters of UTF-8.
    var limit = 0

    /// The element of the last start or end tag.
    var element = XMLElement.other
    /// Bytes of `buffer` that the last text event gave.
    var text = 0..<0
    /// The attributes of the last start tag are the first `attributeCount` of these.
    var attributes: [Attribute] = []
    var attributeCount = 0
    /// Whether the last start tag was an empty element's: its end is still to come.
    var isEmptyElement = false

    /// The elements that are open.
    var open = OpenElements()
    var namespaces = NamespaceScope()
    var hasRoot = false

    private var input: XMLInput
    private let pieceSize: Int
    private var bytesBefore = 0
    /// End of the bytes of `buffer` that came: behind `limit` a character is cut off.
    private var filled = 0
    private var isExhausted = false

    /// One attribute of a tag: bytes of `buffer`.
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
        /// Whether the value holds references or blanks that are not yet what they stand for.
        var isRaw: Bool
    }

    /// What came of trying to read one piece of markup.
    enum Outcome {
        case event(Event)
        /// Read, and nothing to tell of it.
        case skipped
        /// The bytes that are there end within it.
        case starved
    }

    /// Makes a reader of an entry that nothing was read of; `pieceSize` is how many bytes are
    /// inflated at once.
    init(
        _ input: consuming ZIPEntryReader,
        pieceSize: Int = ZIPEntryReader.pieceSize
    ) throws(SpreadsheetError) {
        self.input = XMLInput(input)
        self.pieceSize = max(pieceSize, 1)
        buffer = [UInt8](repeating: 0, count: self.pieceSize)
        try self.input.expandAhead()
        try start()
    }

    /// Whether the part is written in UTF-16; what is read of it is UTF-8.
    var isUTF16: Bool { input.isUTF16 }

    /// How many elements are open.
    var depth: Int { open.count }

    /// Reads on.
    ///
    /// - Throws: `damaged-workbook` where the XML is not well-formed or its end is missing,
    ///   `unsafe-workbook` where it holds what no honest workbook does.
    mutating func next() throws(SpreadsheetError) -> Event {
        if isEmptyElement { return closeElement() }
        while true {
            switch position < limit ? try readMarkup() : .starved {
            case .event(let event): return event
            case .skipped: continue
            case .starved:
                if try fill() { continue }
                guard position == limit, open.isEmpty, hasRoot else {
                    throw malformed("the end is missing", zh: "XML 不完整")
                }
                return .endOfDocument
            }
        }
    }

    // Inlined with what it calls in the reader's other files (tags, values, open elements): otherwise
    // reading a workbook takes 4 % more instructions, 1 % of them to copy the reader for `integer`.
    @inline(__always)
    private mutating func readMarkup() throws(SpreadsheetError) -> Outcome {
        guard buffer[position] == UInt8(ascii: "<") else { return try readText() }
        guard position + 1 < limit else { return .starved }
        switch buffer[position + 1] {
        case UInt8(ascii: "/"): return try readEndTag()
        case UInt8(ascii: "!"): return try readDeclaration()
        case UInt8(ascii: "?"): return try readInstruction()
        default: return try readStartTag()
        }
    }

    /// Reads on to the end of the element whose start was read last.
    mutating func skipElement() throws(SpreadsheetError) {
        let outside = depth - 1
        while depth > outside { _ = try next() }
    }

    // MARK: Bytes

    /// Gets more bytes behind those that are still to be read; false where there are none.
    private mutating func fill() throws(SpreadsheetError) -> Bool {
        guard !isExhausted else { return false }
        if position > 0 {
            let rest = position..<filled
            unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[rest]))
            }
            bytesBefore += position
            filled -= position
            limit -= position
            position = 0
        }
        if filled == buffer.count {
            guard filled < Self.longestTag else {
                throw unsafeXML(
                    "a tag of more than \(Self.longestTag) bytes",
                    zh: "超过 \(Self.longestTag) 字节的标签"
                )
            }
            buffer.append(contentsOf: repeatElement(0, count: buffer.count))
        }
        let count = try input.read(into: &buffer, from: filled)
        filled += count
        isExhausted = count == 0
        try checkEncoding()
        return !isExhausted
    }

    /// Lets what came be read as far as it is whole characters of UTF-8.
    private mutating func checkEncoding() throws(SpreadsheetError) {
        var end = filled
        if !isExhausted,
            let start = buffer[limit..<filled].suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 })
        {
            let lead = buffer[start]
            let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            if start + length > filled { end = start }
        }
        guard SourceText.isUTF8(buffer.span.extracting(limit..<end)) else {
            throw malformed("text that is not UTF-8", zh: "文字不是 UTF-8 编码")
        }
        limit = end
    }

    /// Steps over a byte-order mark.
    private mutating func start() throws(SpreadsheetError) {
        while limit < 3, try fill() {}
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]), limit >= 3 { position = 3 }
    }

    // MARK: Errors

    /// The XML is not well-formed, or says what can't be, at the place where reading stands.
    func malformed(_ reason: String, zh chinese: String = "XML 格式有误") -> SpreadsheetError {
        let byte = bytesBefore + position
        return .damaged(
            input.name,
            "\(reason) at byte \(byte)",
            zh: "\(chinese)（第 \(byte) 字节处）"
        )
    }

    /// The XML holds what no honest workbook does.
    func unsafeXML(_ reason: String, zh chinese: String) -> SpreadsheetError {
        .unsafe(input.name, reason, zh: chinese)
    }
}
