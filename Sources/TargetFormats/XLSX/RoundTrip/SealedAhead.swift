internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// What a workbook keeps of its table, sealed by another core while this one writes rows: that was
/// an eighth of the time that they take.
///
/// It isn't held back until it is taken: the digests that it is made of, 27 MB of a million targets, are
/// given up before most rows are written.
struct SealedAhead {
    private let others: Ahead<Result<[[KeptPiece]], WorkbookError>>
    private var next: Ahead<Part>?
    private let taker: Taker

    /// Pieces of targets, and those behind them.
    private struct Part: Sendable {
        let pieces: Result<[KeptPiece], WorkbookError>
        let next: Ahead<Part>?
    }

    /// Whoever takes the parts: when it is gone, no more of them are begun.
    private final class Taker: Sendable {}

    /// Begins to seal; the pieces stay where `keeping` says.
    init(_ record: TableRecordSheet, keeping: PieceKeeping) {
        let table = record.plan.table
        // Both need those of all cells, unless the originals of some are others, or texts are kept.
        let isShared = table.baseline == nil && !record.plan.keepsTexts
        let digests = isShared ? Ahead { TextDigests.all(of: table) } : nil
        others = Ahead {
            Result { () throws(WorkbookError) in
                try record.others(digests?.value, keeping: keeping)
            }
        }
        let writing = KeptTargetWriting(table, keepsTexts: record.plan.keepsTexts)
        taker = Taker()
        next = Self.begin(writing.parts[...], for: taker) { part throws(WorkbookError) in
            try writing.pieces(of: part, digests?.value, keeping: keeping)
        }
    }

    /// Begins to seal the first of some parts, and behind it the others; nil where there are none.
    private static func begin(
        _ parts: ArraySlice<Range<Int>>,
        for taker: Taker,
        _ seal: @escaping @Sendable (Range<Int>) throws(WorkbookError) -> [KeptPiece]
    ) -> Ahead<Part>? {
        guard let first = parts.first else { return nil }
        return Ahead { [weak taker] in
            let pieces = Result { () throws(WorkbookError) in try seal(first) }
            let next = taker.flatMap { begin(parts.dropFirst(), for: $0, seal) }
            return Part(pieces: pieces, next: next)
        }
    }

    /// The pieces of what isn't targets, by column; waits for them.
    ///
    /// - Throws: `cannotWrite` where memory was short.
    func piecesOfOthers() throws(WorkbookError) -> [[KeptPiece]] { try others.value.get() }

    /// The next pieces of targets, nil behind the last; waits for them.
    ///
    /// - Throws: `cannotWrite` where memory was short.
    mutating func nextTargets() throws(WorkbookError) -> [KeptPiece]? {
        guard let part = next?.value else { return nil }
        next = part.next
        return try part.pieces.get()
    }
}
