internal import Dispatch
internal import SourceText
internal import Synchronization

/// Packs parts of a workbook while they are being made, on another core where there is one.
///
/// What comes out doesn't depend on when that happens: each part is a stream of its own.
final class BackgroundDeflating: Sendable {
    /// One for all stretches: a thread for each would take longer to make than they take to pack.
    fileprivate let queue = DispatchQueue(label: "deflating")
    /// Who makes pieces faster than they are packed waits, so that few are there at a time.
    private let room = DispatchSemaphore(value: 8)
    /// Where packed bytes stay.
    let keeping: PieceKeeping

    /// Prepares to pack what stays where `keeping` says.
    init(keeping: PieceKeeping) {
        self.keeping = keeping
    }

    /// Calls `work` after all that was added before.
    fileprivate func add(_ work: @escaping @Sendable () -> Void) {
        room.wait()
        queue.async { [room] in
            work()
            room.signal()
        }
    }
}

/// A stretch of a part, XML in UTF-8, that is checked and packed piece by piece in the background.
final class BackgroundStretch: Sendable {
    private let background: BackgroundDeflating
    private let stream: Mutex<DeflateStream>
    private let isUTF8 = Atomic(true)

    /// Begins a stretch.
    init(_ background: BackgroundDeflating) {
        self.background = background
        stream = Mutex(DeflateStream())
    }

    /// Packs bytes behind those before, in a while; no character goes on in the next ones.
    func append(_ bytes: [UInt8]) {
        background.add { [self] in appendNow(bytes) }
    }

    /// Packs bytes behind those before on this core.
    func appendNow(_ bytes: [UInt8]) {
        // Checked here and not as each cell is written: that core has more to do (5 % of it).
        if !SourceText.isUTF8(bytes.span) { isUTF8.store(false, ordering: .relaxed) }
        stream.withLock { stream in
            stream.append(bytes)
            stream.keepPacked(by: background.keeping)
        }
    }

    /// Ends the stretch, in a while; other stretches follow it.
    func end() {
        background.add { [self] in stream.withLock { $0.end(before: .moreToCome) } }
    }

    /// What was packed; waits for it.
    ///
    /// - Throws: `cannotWrite` where memory was short, `invalidText` where it is no UTF-8.
    func result() throws(WorkbookError) -> DeflatedBytes {
        background.queue.sync {}
        guard isUTF8.load(ordering: .relaxed) else { throw WorkbookError(.invalidText) }
        return try stream.withLock { (stream) throws(WorkbookError) in try stream.result() }
    }
}
