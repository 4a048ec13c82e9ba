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
    private var places: [Extent] = []

    /// Where a text stands in the XML.
    private struct Extent {
        var piece: UInt32
        var start: UInt32
        var count: UInt32

        /// The bytes of the piece that are the text.
        var bounds: Range<Int> { Int(start)..<(Int(start) + Int(count)) }
    }

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
        places.append(
            Extent(
                piece: UInt32(pieces.count),
                start: UInt32(last.count),
                count: UInt32(text.count)
            )
        )
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
        let place = places[number]
        guard Int(place.count) == text.count else { return false }
        guard Int(place.piece) < pieces.count else {
            return last.span.extracting(place.bounds).hasSameBytes(as: text)
        }
        let piece = pieces[Int(place.piece)]
        if case .inMemory(let bytes) = piece {
            return bytes.span.extracting(place.bounds).hasSameBytes(as: text)
        }
        guard let bytes = piece.bytes(place.bounds) else { return false }
        return bytes.span.hasSameBytes(as: text)
    }

    private static func hasOuterBlanks(_ text: Span<UInt8>) -> Bool {
        text[0] <= 0x20 || text[text.count - 1] <= 0x20
    }
}
