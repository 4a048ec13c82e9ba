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
    public static func prefix(of bytes: [UInt8]) -> UInt32 {
        digest(of: bytes).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func digest(of bytes: [UInt8]) -> [UInt8] {
        var context = sha256_ctx()
        unsafe nettle_sha256_init(&context)
        unsafe bytes.withUnsafeBufferPointer { buffer in
            if let start = buffer.baseAddress {
                unsafe nettle_sha256_update(&context, buffer.count, start)
            }
        }
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        unsafe digest.withUnsafeMutableBufferPointer { buffer in
            unsafe nettle_sha256_digest(&context, buffer.count, buffer.baseAddress)
        }
        return digest
    }
}
