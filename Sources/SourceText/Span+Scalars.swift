/// Scalars of texts in UTF-8.
extension Span<UInt8> {
    /// The scalars of the text, which is valid UTF-8, each in its half-width form (`narrowed`).
    ///
    /// Nearly all are of three bytes, which are taken as they lie: byte by byte, reading figures took
    /// 3 % more instructions.
    /// - Complexity: O(n) in the text.
    package var narrowedScalars: [Unicode.Scalar] {
        unsafe Array(unsafeUninitializedCapacity: count) { scalars, found in
            let raw = unsafe bytes
            var index = 0
            while index < count {
                if index &+ 4 <= count {
                    let load = unsafe raw.unsafeLoadUnaligned(
                        fromUncheckedByteOffset: index,
                        as: UInt32.self
                    )
                    let word = UInt32(littleEndian: load)
                    if word & 0xF0 == 0xE0, word & 0xFF != 0xEF {
                        // No surrogate, since the text is valid, and no full-width form.
                        let value = (word & 0x0F) << 12 | word >> 2 & 0xFC0 | word >> 16 & 0x3F
                        unsafe scalars[found] = unsafe unsafeBitCast(value, to: Unicode.Scalar.self)
                        (index, found) = (index &+ 3, found &+ 1)
                        continue
                    }
                    if word & 0x80 == 0 {
                        unsafe scalars[found] = Unicode.Scalar(UInt8(truncatingIfNeeded: word))
                        (index, found) = (index &+ 1, found &+ 1)
                        continue
                    }
                }
                let (scalar, width) = scalar(at: index)
                unsafe scalars[found] = scalar.narrowed
                (index, found) = (index + width, found + 1)
            }
        }
    }

    /// The scalar that begins at an index (from 0) of the text, and how many bytes it has.
    private func scalar(at index: Int) -> (scalar: Unicode.Scalar, width: Int) {
        let first = self[index]
        let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = width == 1 ? UInt32(first) : UInt32(first) & 0xFF >> UInt32(width + 1)
        for next in index + 1..<Swift.min(index + width, count) {
            value = value << 6 | UInt32(self[next] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }
}
