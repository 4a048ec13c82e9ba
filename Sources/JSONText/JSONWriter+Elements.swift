package import SourceText

extension JSONWriter {
    /// Writes the elements 0..<`count` of the array begun last, by several cores.
    ///
    /// `write` appends one element; each core has its own copy of `encoder`.
    /// - Throws: what the buffer throws.
    package mutating func elements<Encoder: Sendable>(
        _ count: Int,
        by encoder: Encoder,
        _ write: @escaping @Sendable (inout Encoder, Int, inout OutputBuffer) -> Void
    ) throws {
        guard count > 0 else { return }
        beginValue()
        let separator = separator
        try buffer.append(count, by: encoder) { encoder, elements, buffer in
            for element in elements {
                if element > 0 { buffer.append(separator.span) }
                write(&encoder, element, &buffer)
            }
        }
    }

    /// What stands before the next value.
    private var separator: [UInt8] {
        var next = self
        next.buffer = OutputBuffer()
        next.beginValue()
        return next.buffer.bytes
    }
}
