internal import CLibcrypto

/// SHA-256 (FIPS 180-4), by OpenSSL's libcrypto, which uses the processor's own instructions for
/// it; nettle as Debian has it does not on most machines.
package enum SHA256 {
    /// Returns the digest of `bytes` as 64 lowercase hexadecimal digits.
    ///
    /// - Complexity: O(n) over n bytes.
    package static func hexDigest(of bytes: [UInt8]) -> String { hexDigest(of: [], bytes) }

    /// Returns the digest of bytes and what stands behind them, as `hexDigest(of:)` does.
    package static func hexDigest(of first: [UInt8], _ rest: [UInt8]) -> String {
        var context = context()
        add(first.span, to: &context)
        add(rest.span, to: &context)
        return hexDigest(of: context)
    }

    /// Returns the digest of what was added to a context, as `hexDigest(of:)` does.
    static func hexDigest(of context: SHA256_CTX) -> String {
        unsafe withDigest(of: context) { unsafe hexDigits(of: $0) }
    }

    /// A context to which nothing was added.
    static func context() -> SHA256_CTX {
        var context = SHA256_CTX()
        unsafe SHA256_Init(&context)
        return context
    }

    /// Adds bytes to a context.
    static func add(_ bytes: Span<UInt8>, to context: inout SHA256_CTX) {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            _ = unsafe SHA256_Update(&context, buffer.baseAddress, buffer.count)
        }
    }

    private static func hexDigits(of digest: UnsafeRawBufferPointer) -> String {
        unsafe digest.reduce(into: "") { text, byte in
            let digits = String(byte, radix: 16)
            text += byte < 16 ? "0" + digits : digits
        }
    }

    /// Returns the first 32 bits of the digest of `bytes`, the first byte highest.
    package static func prefix(of bytes: Span<UInt8>) -> UInt32 {
        unsafe withDigest(of: bytes) { digest in
            unsafe UInt32(bigEndian: digest.loadUnaligned(as: UInt32.self))
        }
    }

    /// Calls `body` with the 32 bytes of the digest of `bytes`.
    private static func withDigest<Result>(
        of bytes: Span<UInt8>,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        var context = context()
        add(bytes, to: &context)
        return unsafe withDigest(of: context, body)
    }

    private static func withDigest<Result>(
        of context: SHA256_CTX,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        // What ends a digest changes the context.
        var context = context
        return unsafe withUnsafeTemporaryAllocation(
            of: UInt8.self,
            capacity: Int(SHA256_DIGEST_LENGTH)
        ) {
            digest in
            unsafe SHA256_Final(digest.baseAddress, &context)
            return unsafe body(UnsafeRawBufferPointer(digest))
        }
    }
}
