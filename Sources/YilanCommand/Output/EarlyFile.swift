internal import Synchronization

/// A file whose bytes another core may write before it is certain that it is to appear.
///
/// Like any draft, it leaves nothing behind where it isn't published.
final class EarlyFile: Sendable {
    private let descriptor: Int32
    private let written = Mutex<Result<Void, SystemError>?>(nil)

    /// Prepares to write to the draft of a file, which has to be there as long.
    init(_ file: AtomicFile) {
        descriptor = file.descriptor
    }

    /// Writes all the bytes.
    func write(_ bytes: [UInt8]) {
        let result = Result { () throws(SystemError) in
            try OpenFile.write(bytes.span, to: descriptor)
        }
        written.withLock { $0 = result }
    }

    /// Makes sure that the bytes are written: now, where nobody did so.
    ///
    /// - Throws: `CommandFailure` where they can't be.
    func finish(_ file: AtomicFile, _ bytes: [UInt8]) throws {
        guard let written = written.withLock({ $0 }) else { return try file.write(bytes) }
        try file.wrote(written)
    }
}
