internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// What a workbook keeps of its table, sealed by another core while this one writes rows: that was
/// an eighth of the time that they take.
///
/// Of the targets, one part is ahead of what is taken; a hundred thousand are one.
struct SealedAhead {
    private let others: Ahead<Result<[[[UInt8]]], WorkbookError>>
    private let writing: KeptTargetWriting
    /// The digests of all cells, which both need; nil where the originals of some are others, or texts
    /// are kept.
    private let digests: Ahead<[UInt32]>?
    private var parts: ArraySlice<Range<Int>>
    private var ahead: Ahead<Result<[[UInt8]], WorkbookError>>?

    /// Begins to seal.
    init(_ record: TableRecordSheet) {
        let table = record.plan.table
        let isShared = table.baseline == nil && !record.plan.keepsTexts
        let digests = isShared ? Ahead { TextDigests.all(of: table) } : nil
        self.digests = digests
        others = Ahead {
            Result { () throws(WorkbookError) in try record.others(digests?.value) }
        }
        writing = KeptTargetWriting(table, keepsTexts: record.plan.keepsTexts)
        parts = writing.parts[...]
        begin()
    }

    private mutating func begin() {
        ahead = parts.popFirst().map { part in
            Ahead { [writing, digests] in
                Result { () throws(WorkbookError) in
                    try writing.pieces(of: part, digests?.value)
                }
            }
        }
    }

    /// The pieces of what isn't targets, by column; waits for them.
    ///
    /// - Throws: `cannotWrite` where memory was short.
    func piecesOfOthers() throws(WorkbookError) -> [[[UInt8]]] { try others.value.get() }

    /// The next pieces of targets; nil behind the last.
    ///
    /// It begins to seal those behind them, and waits for these.
    /// - Throws: `cannotWrite` where memory was short.
    mutating func nextTargets() throws(WorkbookError) -> [[UInt8]]? {
        guard let sealed = ahead else { return nil }
        let pieces = try sealed.value.get()
        begin()
        return pieces
    }
}
