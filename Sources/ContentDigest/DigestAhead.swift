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
        var context = SHA256_CTX()
        unsafe SHA256_Init(&context)
        self.context = Mutex(context)
    }

    /// Takes the next bytes.
    package func add(_ bytes: [UInt8]) {
        room.wait()
        queue.async { [self] in
            context.withLock { context in
                unsafe bytes.withUnsafeBufferPointer { buffer in
                    _ = unsafe SHA256_Update(&context, buffer.baseAddress, buffer.count)
                }
            }
            room.signal()
        }
    }

    /// The digest of all bytes, as 64 lowercase hexadecimal digits; waits for it, and may be asked once.
    package func hexDigest() -> String {
        queue.sync {
            context.withLock { SHA256.hexDigest(of: &$0) }
        }
    }
}
