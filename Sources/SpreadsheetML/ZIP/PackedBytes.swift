internal import CZlib

/// Bytes packed on their own, such as those that a cell carries.
package enum PackedBytes {
    /// Returns bytes, which are UTF-8 text (see `DeflateStream`), as one raw deflate stream.
    ///
    /// - Throws: `cannotWrite` where memory is short.
    /// - Complexity: O(n) in the bytes.
    package static func packed(_ bytes: [UInt8]) throws(WorkbookError) -> [UInt8] {
        var packed: [UInt8] = []
        for piece in try DeflatedBytes(bytes, before: .endOfEntry).pieces {
            packed += try piece.whole()
        }
        return packed
    }

    /// Returns what a raw deflate stream expands to; nil where the bytes are none, more follows it,
    /// or it expands to more than `limit` bytes.
    ///
    /// - Complexity: O(n) in the bytes.
    package static func expanded(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        var isWhole = false
        var stream = unsafe z_stream()
        let status = unsafe inflateInit2_(
            &stream,
            -MAX_WBITS,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard status == Z_OK else { return nil }
        defer { unsafe inflateEnd(&stream) }
        let result = unsafe [UInt8](unsafeUninitializedCapacity: limit) { output, count in
            unsafe bytes.withUnsafeBufferPointer { input in
                // zlib doesn't write to its input.
                unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(output.count)
                let status = unsafe inflate(&stream, Z_FINISH)
                unsafe isWhole = status == Z_STREAM_END && stream.avail_in == 0
                unsafe count = output.count - Int(stream.avail_out)
            }
        }
        return isWhole ? result : nil
    }
}
