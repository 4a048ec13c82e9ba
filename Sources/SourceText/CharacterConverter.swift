internal import Glibc

/// One direction of iconv: bytes of one character set to bytes of another.
@safe struct CharacterConverter: ~Copyable {
    /// Why converting stopped.
    enum Stop: Equatable {
        /// Everything was converted.
        case finished
        /// The input at this offset (from 0) is not a character of the source's set, or has no
        /// place in the destination's.
        case invalid(at: Int)
    }

    private let handle: iconv_t

    /// Opens a converter between two sets that glibc knows; nil where it doesn't.
    init?(from source: String, to destination: String) {
        guard let handle = unsafe iconv_open(destination, source), Int(bitPattern: handle) != -1
        else {
            return nil
        }
        unsafe self.handle = handle
    }

    deinit { _ = unsafe iconv_close(handle) }

    /// Converts `input` from `start` (from 0) on, appending to `output`.
    mutating func convert(_ input: Span<UInt8>, from start: Int, into output: inout [UInt8]) -> Stop
    {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var position = start
        _ = unsafe iconv(handle, nil, nil, nil, nil)
        while position < input.count {
            var failed = false
            unsafe input.withUnsafeBufferPointer { source in
                unsafe piece.withUnsafeMutableBufferPointer { destination in
                    // iconv takes the input as not constant, and doesn't change it.
                    var from = unsafe UnsafeMutableRawPointer(mutating: source.baseAddress)?
                        .advanced(by: position).assumingMemoryBound(to: CChar.self)
                    var left = source.count - position
                    var to = unsafe UnsafeMutableRawPointer(destination.baseAddress)?
                        .assumingMemoryBound(to: CChar.self)
                    var room = destination.count
                    let status = unsafe iconv(handle, &from, &left, &to, &room)
                    failed = status == -1 && errno != E2BIG
                    position = source.count - left
                    unsafe output.append(
                        contentsOf: UnsafeBufferPointer(
                            rebasing: destination[..<(destination.count - room)]
                        )
                    )
                }
            }
            if failed { return .invalid(at: position) }
        }
        return .finished
    }
}

extension TextEncoding.CharacterSet {
    /// glibc's name of the set.
    var iconvName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .gb18030: "GB18030"
        }
    }

    /// How many bytes the smallest unit has: what is skipped after a byte that doesn't decode.
    var unitSize: Int {
        switch self {
        case .utf8, .gb18030: 1
        case .utf16LittleEndian, .utf16BigEndian: 2
        }
    }

    /// The set's name for people.
    var displayName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .gb18030: "GB18030"
        }
    }
}
