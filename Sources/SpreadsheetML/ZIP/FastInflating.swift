internal import CIsal

/// The one owner of a stream of ISA-L that expands an entry, and of the packed bytes it has taken.
///
/// zlib, which libzip uses, needs two to four times as long.
@safe struct FastInflating: ~Copyable {
    private let stream: UnsafeMutableRawPointer
    private let packed: UnsafeMutableBufferPointer<UInt8>
    private var isAtEnd = false

    private static let pieceSize = 1 << 16

    /// Begins; nil where memory is short.
    init?() {
        guard let stream = unsafe isal_expanding_begin(libisal.isal_inflate_init) else {
            return nil
        }
        unsafe self.stream = stream
        unsafe packed = .allocate(capacity: Self.pieceSize)
    }

    deinit {
        unsafe isal_expanding_end(stream)
        unsafe packed.deallocate()
    }

    /// Fills `output` as far as the stream goes, and returns how many bytes came; nil where the
    /// stream is damaged or cut short.
    ///
    /// `more` puts packed bytes into a buffer and returns how many: 0 at their end, less than 0
    /// where that fails, which is passed on.
    mutating func expand(
        into output: UnsafeMutableBufferPointer<UInt8>,
        _ more: (UnsafeMutableBufferPointer<UInt8>) -> Int
    ) -> Int? {
        var filled = 0
        while filled < output.count, unsafe isal_expanding_has_ended(stream) == 0 {
            if unsafe !isAtEnd && isal_expanding_wants_more(stream) != 0 {
                let count = unsafe more(packed)
                if count < 0 { return count }
                isAtEnd = count == 0
                unsafe isal_expanding_take(stream, packed.baseAddress, UInt32(count))
            }
            let room = unsafe UnsafeMutableBufferPointer(rebasing: output[filled...])
            let given = unsafe isal_expanding_give(
                stream,
                room.baseAddress,
                UInt32(room.count),
                libisal.isal_inflate
            )
            guard given >= 0 else { return nil }
            if given == 0, isAtEnd, unsafe isal_expanding_has_ended(stream) == 0 { return nil }
            filled += Int(given)
        }
        return filled
    }
}
