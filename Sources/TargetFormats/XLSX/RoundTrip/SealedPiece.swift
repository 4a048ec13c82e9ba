internal import ContentDigest
internal import SourceText
internal import SpreadsheetML

/// A piece of JSON in a cell, packed and sealed with its digest: a piece that was changed is
/// noticed, and not believed.
///
/// The cell holds Braille patterns (`BrailleText`); the bytes that they stand for are the first 32
/// bits of the SHA-256 of the JSON, the highest first, and behind them the JSON as a raw deflate
/// stream.
enum SealedPiece {
    /// The most bytes of JSON that a piece may come to.
    static let largest = 1 << 18
    /// How many bytes of JSON may be put into a piece without a look at how they pack.
    static let usual = 30_000

    /// Returns the cell's text as UTF-8; nil where a cell can't hold it, which doesn't happen up to
    /// `usual` bytes.
    ///
    /// - Throws: `cannotWrite` where memory is short.
    /// - Complexity: O(n) in the bytes.
    static func seal(_ json: [UInt8]) throws(WorkbookError) -> [UInt8]? {
        try packed(json).map { BrailleText.encode($0.span) }
    }

    /// Returns the bytes that a cell's text stands for, a third of it; nil as above.
    ///
    /// - Throws: `cannotWrite` where memory is short.
    /// - Complexity: O(n) in the bytes.
    static func packed(_ json: [UInt8]) throws(WorkbookError) -> [UInt8]? {
        guard json.count <= largest else { return nil }
        let digest = SHA256.prefix(of: json.span)
        let packed = try PackedBytes.packed(json)
        guard packed.count + 4 <= WorkbookRoundTrip.largestChunk else { return nil }
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: digest >> $0) } + packed
    }

    /// Returns the same of a piece of at most `usual` bytes, which every cell can hold.
    ///
    /// - Throws: `damagedOutput` where it can't after all, `cannotWrite` where memory is short.
    static func packedUsual(_ json: [UInt8]) throws(WorkbookError) -> [UInt8] {
        guard let packed = try packed(json) else {
            throw WorkbookError(.damagedOutput(part: WorkbookRoundTrip.tableSheetName))
        }
        return packed
    }

    /// Returns the JSON of a cell; nil where the cell isn't as it was sealed.
    ///
    /// - Complexity: O(n) in the bytes.
    static func open(_ cell: Span<UInt8>) -> [UInt8]? {
        guard let bytes = BrailleText.decode(cell), bytes.count > 4,
            let json = PackedBytes.expanded(bytes[4...], limit: largest)
        else { return nil }
        let digest = bytes[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return SHA256.prefix(of: json.span) == digest ? json : nil
    }
}

/// JSON that comes in pieces, without blanks between its values, cut into pieces that are sealed as
/// soon as there are some.
///
/// As a whole, the layout of a million targets took 300 MB; what it packs to is 22 MB.
struct PackedPieces {
    /// The bytes that the cells' texts stand for.
    private var pieces: [KeptPiece] = []
    private let keeping: PieceKeeping
    private var json = CompactedJSON()
    private var failure: WorkbookError?

    /// How many pieces are sealed at once, by several cores.
    private static let together = 64

    /// Has taken nothing; the pieces stay where `keeping` says.
    init(keeping: PieceKeeping) {
        self.keeping = keeping
    }

    /// Takes what comes next.
    mutating func take(_ next: [UInt8]) {
        json.take(next)
        let count = json.bytes.count / SealedPiece.usual
        if count >= Self.together { pack(count * SealedPiece.usual) }
    }

    /// Takes the rest, and returns all.
    ///
    /// - Throws: `cannotWrite` where memory was short.
    mutating func finished() throws(WorkbookError) -> [KeptPiece] {
        pack(json.bytes.count)
        if let failure { throw failure }
        return pieces
    }

    private mutating func pack(_ count: Int) {
        let bytes = json.bytes
        let ranges = Cores.ranges(of: SealedPiece.usual, in: count)
        let packed = Cores.map(ranges.count) { number in
            Result { () throws(WorkbookError) in
                try SealedPiece.packedUsual(Array(bytes[ranges[number]]))
            }
        }
        json.removeFirst(count)
        for piece in packed {
            do throws(WorkbookError) {
                pieces.append(keeping.keep(try piece.get()))
            } catch {
                failure = failure ?? error
            }
        }
    }
}
