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
    /// A small workbook is sent by mail, so its pieces are packed `densely`.
    /// - Throws: `cannotWrite` where memory is short.
    /// - Complexity: O(n) in the bytes.
    static func seal(_ json: [UInt8], densely: Bool = true) throws(WorkbookError) -> [UInt8]? {
        guard json.count <= largest else { return nil }
        let digest = SHA256.prefix(of: json.span)
        let packed = try PackedBytes.packed(json, densely: densely)
        guard packed.count + 4 <= WorkbookRoundTrip.largestChunk else { return nil }
        return BrailleText.encode(
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: digest >> $0) } + packed
        )
    }

    /// Returns the JSON of a cell; nil where the cell isn't as it was sealed.
    ///
    /// - Complexity: O(n) in the bytes.
    static func open(_ cell: ArraySlice<UInt8>) -> [UInt8]? {
        guard let bytes = BrailleText.decode(cell), bytes.count > 4,
            let json = PackedBytes.expanded(bytes[4...], limit: largest)
        else { return nil }
        let digest = bytes[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return SHA256.prefix(of: json.span) == digest ? json : nil
    }

    /// Cuts JSON into pieces and seals each.
    ///
    /// - Throws: `cannotWrite` where memory is short.
    static func pieces(of json: [UInt8], densely: Bool) throws(WorkbookError) -> [[UInt8]] {
        let ranges = Cores.ranges(of: usual, in: json.count)
        let sealed = Cores.map(ranges.count) { number in
            Result { () throws(WorkbookError) in
                try seal(Array(json[ranges[number]]), densely: densely)
            }
        }
        var pieces: [[UInt8]] = []
        for piece in sealed { if let piece = try piece.get() { pieces.append(piece) } }
        return pieces
    }
}
