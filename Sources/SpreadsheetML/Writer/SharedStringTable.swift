internal import SourceText

/// The distinct texts of cells, each kept once, as a workbook's table of shared strings has them.
///
/// Texts are numbered from 0 in order of first appearance. What is kept is the table's XML itself,
/// `<si><t>…</t></si>` for each text; it is packed while it grows.
struct SharedStringTable {
    /// How many cells refer to texts.
    private(set) var references = 0
    private let packed: BackgroundStretch
    /// The XML, in pieces that needn't be moved when it grows; only the last one still grows.
    private var pieces: [[UInt8]] = [[]]
    private var places: [Extent] = []
    private var numbers = NumberedHashes(room: 1 << 11)

    /// Where a text stands in the XML.
    private struct Extent {
        var piece: UInt32
        var start: UInt32
        var count: UInt32

        /// The bytes of the piece that are the text.
        var bounds: Range<Int> { Int(start)..<(Int(start) + Int(count)) }
    }

    private static let pieceSize = 1 << 20
    private static let open = Array("<si><t>".utf8)
    private static let openPreserving = Array("<si><t xml:space=\"preserve\">".utf8)
    private static let close = Array("</t></si>".utf8)

    /// Begins a table whose XML goes to `packed`.
    init(packing packed: BackgroundStretch) {
        self.packed = packed
    }

    /// How many distinct texts there are.
    var count: Int { places.count }

    /// The table's XML, packed; nothing is added afterwards.
    ///
    /// - Throws: `cannotWrite` where memory is short.
    func finished() throws(WorkbookError) -> DeflatedBytes {
        if let last = pieces.last { packed.append(last) }
        packed.end()
        return try packed.result()
    }

    /// Counts one more cell that refers to a text.
    mutating func refer() {
        references += 1
    }

    /// Returns the number of a text, already escaped for XML and not empty.
    ///
    /// - Complexity: O(n) in its bytes.
    mutating func number(of text: ArraySlice<UInt8>) -> Int {
        number(of: text.span)
    }

    private mutating func number(of text: Span<UInt8>) -> Int {
        references += 1
        let (number, isNew) = numbers.number(of: text.spreadingHash) { number in
            let place = places[number]
            let piece = pieces[Int(place.piece)]
            return piece.span.extracting(place.bounds).hasSameBytes(as: text)
        }
        if isNew { add(text) }
        return number
    }

    private mutating func add(_ text: Span<UInt8>) {
        let last = pieces.count - 1
        pieces[last] += Self.hasOuterBlanks(text) ? Self.openPreserving : Self.open
        places.append(
            Extent(
                piece: UInt32(last),
                start: UInt32(pieces[last].count),
                count: UInt32(text.count)
            )
        )
        pieces[last].append(text)
        pieces[last] += Self.close
        if pieces[last].count >= Self.pieceSize {
            packed.append(pieces[last])
            pieces.append([])
        }
    }

    private static func hasOuterBlanks(_ text: Span<UInt8>) -> Bool {
        text[0] <= 0x20 || text[text.count - 1] <= 0x20
    }

}
