internal import Dispatch
internal import Synchronization

/// Packs parts of a workbook while they are being made, on another core where there is one.
///
/// What comes out doesn't depend on when that happens: each part is a stream of its own.
final class BackgroundDeflating: Sendable {
    private let queue = DispatchQueue(label: "deflating")
    /// Who makes pieces faster than they are packed waits, so that few are there at a time.
    private let room = DispatchSemaphore(value: 16)
    /// How many bytes are still to be packed densely.
    ///
    /// A small workbook is sent by mail; of a large one the time counts. It goes by the order of the
    /// bytes, so the same table gives the same file.
    private let dense: Mutex<Int>

    /// Prepares to pack as many bytes densely.
    init(densely: Int = 1 << 21) {
        dense = Mutex(densely)
    }

    /// Counts bytes that are to be packed; returns whether that has to be quick.
    fileprivate func hurries(with count: Int) -> Bool {
        dense.withLock { left in
            left -= count
            return left < 0
        }
    }

    /// Calls `work` after all that was added before.
    fileprivate func add(_ work: @escaping @Sendable () -> Void) {
        room.wait()
        queue.async { [room] in
            work()
            room.signal()
        }
    }

    /// Waits until all that was added is done.
    fileprivate func finish() {
        queue.sync {}
    }
}

/// A stretch of a part that is packed piece by piece in the background.
final class BackgroundStretch: Sendable {
    private let background: BackgroundDeflating
    private let stream: Mutex<DeflateStream>

    /// Begins a stretch.
    init(_ background: BackgroundDeflating) {
        self.background = background
        stream = Mutex(DeflateStream())
    }

    /// Packs bytes behind those before, in a while.
    func append(_ bytes: [UInt8]) {
        let hurries = background.hurries(with: bytes.count)
        background.add { [self] in
            stream.withLock { stream in
                if hurries { stream.hurry() }
                stream.append(bytes)
            }
        }
    }

    /// Ends the stretch, in a while; other stretches follow it.
    func end() {
        background.add { [self] in stream.withLock { $0.end(before: .moreToCome) } }
    }

    /// What was packed; waits for it.
    ///
    /// - Throws: `cannotWrite` where memory was short.
    func result() throws(WorkbookError) -> DeflatedBytes {
        background.finish()
        return try stream.withLock { (stream) throws(WorkbookError) in try stream.result() }
    }
}
