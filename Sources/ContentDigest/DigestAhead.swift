internal import CLibcrypto
internal import Dispatch
internal import Synchronization

/// The SHA-256 of bytes that come in pieces, made by another core while more are made.
///
/// Neither are all of them in memory together, nor do those that make them wait for the digest.
package final class DigestAhead: Sendable {
    private let queue = DispatchQueue(label: "digest")
    private let room = DispatchSemaphore(value: piecesInMemory)
    private let context: Mutex<SHA256_CTX>

    /// Whoever makes pieces faster waits.
    private static let piecesInMemory = 16

    /// Begins the digest of nothing.
    package init() {
        context = Mutex(SHA256.context())
    }

    /// Takes the next bytes.
    package func add(_ bytes: [UInt8]) {
        room.wait()
        queue.async { [self] in
            context.withLock { SHA256.add(bytes.span, to: &$0) }
            room.signal()
        }
    }

    /// The digest of the bytes so far, as 64 lowercase hexadecimal digits; waits for it.
    package var hexDigest: String {
        queue.sync { SHA256.hexDigest(of: context.withLock { $0 }) }
    }
}
