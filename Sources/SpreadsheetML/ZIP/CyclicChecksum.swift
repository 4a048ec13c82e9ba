internal import CIsal

/// The checksum of a ZIP archive's entries.
enum CyclicChecksum {
    /// CRC-32 of bytes behind those that `before` is of, at five times the speed of zlib's; ISA-L has to
    /// be installed.
    static func crc32(_ bytes: UnsafeBufferPointer<UInt8>, after before: UInt32 = 0) -> UInt32 {
        guard let start = bytes.baseAddress else { return before }
        return unsafe libisal.crc32_gzip_refl(before, start, UInt64(bytes.count))
    }
}
