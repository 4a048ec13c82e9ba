internal import Dispatch
internal import SpreadsheetML
internal import Synchronization

/// What a workbook keeps of its table, sealed by another core while the rows are written: that was
/// an eighth of the time that they take.
final class SealedAhead: Sendable {
    private let queue = DispatchQueue(label: "sealing")
    private let sealed = Mutex<Result<[TableRecordSheet.Column], WorkbookError>?>(nil)

    /// Begins to seal.
    init(_ record: TableRecordSheet) {
        queue.async { [self] in
            let columns = Result { () throws(WorkbookError) in try record.columns() }
            sealed.withLock { $0 = columns }
        }
    }

    /// The columns of the sheet; waits for them.
    ///
    /// - Throws: `cannotWrite` where memory was short.
    func columns() throws(WorkbookError) -> [TableRecordSheet.Column] {
        queue.sync {}
        return try sealed.withLock { $0 }?.get() ?? []
    }
}
