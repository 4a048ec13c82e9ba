internal import CNettle

/// SHA-256 (FIPS 180-4), by nettle.
public enum SHA256 {
    /// Returns the digest of `bytes` as 64 lowercase hexadecimal digits.
    ///
    /// - Complexity: O(n) over n bytes.
    public static func hexDigest(of bytes: [UInt8]) -> String {
        digest(of: bytes).reduce(into: "") { text, byte in
            let digits = String(byte, radix: 16)
            text += byte < 16 ? "0" + digits : digits
        }
    }

    /// Returns the first 32 bits of the digest of `bytes`, the first byte highest.
    public static func prefix(of bytes: Span<UInt8>) -> UInt32 {
        var context = context(of: bytes)
        var digest: UInt32 = 0
        unsafe withUnsafeMutableBytes(of: &digest) { buffer in
            let bytes = unsafe buffer.bindMemory(to: UInt8.self)
            unsafe nettle_sha256_digest(&context, bytes.count, bytes.baseAddress)
        }
        return UInt32(bigEndian: digest)
    }

    private static func context(of bytes: Span<UInt8>) -> sha256_ctx {
        var context = sha256_ctx()
        unsafe nettle_sha256_init(&context)
        unsafe bytes.withUnsafeBufferPointer { buffer in
            if let start = buffer.baseAddress {
                unsafe nettle_sha256_update(&context, buffer.count, start)
            }
        }
        return context
    }

    private static func digest(of bytes: [UInt8]) -> [UInt8] {
        var context = context(of: bytes.span)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        unsafe digest.withUnsafeMutableBufferPointer { buffer in
            unsafe nettle_sha256_digest(&context, buffer.count, buffer.baseAddress)
        }
        return digest
    }
}
