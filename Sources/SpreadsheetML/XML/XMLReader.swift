/// Reads XML from an entry of an archive, event by event, while it is inflated.
///
/// It reads the XML that the parts of a workbook are written in, and refuses everything else: a
/// document type (so there are no entities to expand), text that is not well-formed, nesting,
/// tags and texts beyond what an honest workbook has. (It lets `]]>` in a text pass, and names
/// with any characters outside ASCII.) Only a window of the part is in memory.
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
    /// End of the bytes of `buffer` that were filled.
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

    private var input: ZIPEntryReader
    private let pieceSize: Int
    private var bytesBefore = 0
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
        self.input = input
        self.pieceSize = max(pieceSize, 1)
        buffer = [UInt8](repeating: 0, count: self.pieceSize)
        try start()
    }

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
                    throw malformed("the end is missing")
                }
                return .endOfDocument
            }
        }
    }

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
        let kept = limit - position
        if position > 0 {
            let rest = position..<limit
            unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[rest]))
            }
            bytesBefore += position
            position = 0
            limit = kept
        }
        if limit == buffer.count {
            guard limit < Self.longestTag else {
                throw unsafeXML("a tag of more than \(Self.longestTag) bytes")
            }
            buffer.append(contentsOf: repeatElement(0, count: buffer.count))
        }
        limit += try input.read(into: &buffer, from: limit)
        isExhausted = limit == kept
        return !isExhausted
    }

    /// Steps over a byte-order mark; a workbook's parts may be UTF-16, and no program writes them so.
    private mutating func start() throws(SpreadsheetError) {
        while limit < 3, try fill() {}
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        if buffer.starts(with: [0xFE, 0xFF]) || buffer.starts(with: [0xFF, 0xFE]) {
            throw malformed("the text is not UTF-8")
        }
    }

    // MARK: Errors

    /// The XML is not well-formed at the place where reading stands.
    func malformed(_ reason: String) -> SpreadsheetError {
        .damaged(input.entry.name, "\(reason) at byte \(bytesBefore + position)")
    }

    /// The XML holds what no honest workbook does.
    func unsafeXML(_ reason: String) -> SpreadsheetError {
        .unsafe(input.entry.name, reason)
    }
}
