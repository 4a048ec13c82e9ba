internal import SourceText

/// The distinct texts of cells, each kept once, as a workbook's table of shared strings has them.
///
/// Texts are numbered from 0 in order of first appearance. What is kept is the table's XML itself,
/// `<si><t>…</t></si>` for each text; it is packed while it grows.
struct SharedStringTable {
    private let packed: BackgroundStretch
    private var written: WrittenXML
    private var numbers = NumberedHashes(room: 1 << 11)

    /// Begins a table whose XML goes to `packed`, and stays where `keeping` says.
    init(packing packed: BackgroundStretch, keeping: PieceKeeping) {
        self.packed = packed
        written = WrittenXML(keeping: keeping)
    }

    /// How many distinct texts there are.
    var count: Int { numbers.count }

    /// Ends the table: nothing is added afterwards.
    func end() {
        packed.append(written.last)
        packed.end()
    }

    /// The XML of a table that has ended, packed.
    ///
    /// - Throws: `cannotWrite` where memory is short, `invalidText` where a text is no UTF-8.
    func result() throws(WorkbookError) -> DeflatedBytes { try packed.result() }

    /// Returns the number of a text, already escaped for XML and not empty.
    ///
    /// - Complexity: O(n) in its bytes.
    mutating func number(of text: Span<UInt8>) -> Int {
        let (number, isNew) = numbers.number(of: text.spreadingHash) { written.holds(text, $0) }
        if isNew, let piece = written.add(text) { packed.append(piece) }
        return number
    }
}

/// The XML of a table of shared strings, to compare texts with.
private struct WrittenXML {
    private let keeping: PieceKeeping
    /// What was given away, in pieces.
    private var pieces: [KeptPiece] = []
    /// What stands behind it.
    private(set) var last: [UInt8] = []
    /// Where each text begins in its piece; behind it stands a `<`, which no text holds.
    ///
    /// Four bytes, as a workbook of a million targets has three million.
    private var starts: [UInt32] = []
    /// The number of the first text of each piece.
    private var firsts: [Int] = []

    private static let pieceSize = 1 << 20
    private static let open = ShortText("<si><t>")
    private static let openPreserving = ShortText("<si><t xml:space=\"preserve\">")
    private static let close = ShortText("</t></si>")

    init(keeping: PieceKeeping) {
        self.keeping = keeping
    }

    /// Adds a text behind the others; returns the piece that it filled, if it did.
    mutating func add(_ text: Span<UInt8>) -> [UInt8]? {
        let open = Self.hasOuterBlanks(text) ? Self.openPreserving : Self.open
        last.append(addingCapacity: text.count + 2 * ShortText.room) { output in
            output.append(open)
        }
        if firsts.count == pieces.count { firsts.append(starts.count) }
        starts.append(UInt32(last.count))
        last.append(text)
        last.append(addingCapacity: ShortText.room) { $0.append(Self.close) }
        guard last.count >= Self.pieceSize else { return nil }
        let piece = last
        pieces.append(keeping.keep(piece))
        last = []
        last.reserveCapacity(Self.pieceSize + 1 << 16)
        return piece
    }

    /// Whether a text is the one of a number.
    ///
    /// What recurs nearly always does among the first texts, which stay in memory; one that was laid
    /// aside and can't be read is another: then it is kept twice.
    func holds(_ text: Span<UInt8>, _ number: Int) -> Bool {
        let start = Int(starts[number])
        let bounds = start..<(start + text.count + 1)
        guard number < firsts[firsts.count - 1] || firsts.count == pieces.count else {
            return Self.begins(last.span, bounds, with: text)
        }
        let piece = pieces[firsts.partitionPoint { $0 > number } - 1]
        if case .inMemory(let bytes) = piece { return Self.begins(bytes.span, bounds, with: text) }
        guard bounds.upperBound <= piece.count, let bytes = piece.bytes(bounds) else {
            return false
        }
        return Self.begins(bytes.span, 0..<bytes.count, with: text)
    }

    /// Whether bytes within bounds are those of a text, and of what stands behind it.
    private static func begins(
        _ bytes: Span<UInt8>,
        _ bounds: Range<Int>,
        with text: Span<UInt8>
    ) -> Bool {
        bounds.upperBound <= bytes.count && bytes[bounds.upperBound - 1] == UInt8(ascii: "<")
            && bytes.extracting(bounds.lowerBound..<(bounds.upperBound - 1)).hasSameBytes(as: text)
    }

    private static func hasOuterBlanks(_ text: Span<UInt8>) -> Bool {
        text[0] <= 0x20 || text[text.count - 1] <= 0x20
    }
}
