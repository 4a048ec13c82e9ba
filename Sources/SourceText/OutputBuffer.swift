extension OutputSpan<UInt8> {
    /// Appends the bytes of a span, for which there has to be room, in one copy.
    mutating func append(copying span: Span<UInt8>) {
        precondition(span.count <= freeCapacity)
        guard !span.isEmpty else { return }
        unsafe withUnsafeMutableBufferPointer { memory, count in
            unsafe span.withUnsafeBufferPointer { bytes in
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: memory[count...])
                count += unsafe rest.update(fromContentsOf: bytes)
            }
        }
    }
}

/// Bytes on their way to an output, handed on in pieces that stay in the processor's cache.
public struct OutputBuffer {
    /// How many bytes are gathered before they are handed on.
    public static let pieceSize = 1 << 18

    /// What was appended and not yet handed on.
    public private(set) var bytes: [UInt8] = []
    private let receiver: (([UInt8]) throws -> Void)?

    /// Makes a buffer; without `handOn` everything stays in memory, in `bytes`.
    public init(handingOnTo handOn: (([UInt8]) throws -> Void)? = nil) {
        receiver = handOn
        if handOn != nil { bytes.reserveCapacity(Self.pieceSize + Self.pieceSize / 4) }
    }

    /// Makes a buffer that stays in memory, in an array that is empty and may have room.
    init(in memory: [UInt8]) {
        receiver = nil
        bytes = memory
    }

    /// Makes room for as many bytes in all, for a buffer that stays in memory.
    public mutating func reserve(_ count: Int) {
        guard bytes.isEmpty, bytes.capacity < count else {
            bytes.reserveCapacity(count)
            return
        }
        bytes = [UInt8](roomFor: count)
    }

    /// Calls `write` with room for as many bytes in all, which another core has the kernel fill with
    /// zeros from the end on, while this one writes from the start.
    ///
    /// Of writing 34 MB that were read, 29 of 45 ms were the first touch of that memory.
    /// - Throws: what `write` throws.
    package mutating func withMemoryAhead<Failure: Error>(
        _ count: Int,
        _ write: (inout OutputBuffer) throws(Failure) -> Void
    ) throws(Failure) {
        reserve(count)
        let memory = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            let start = Int(bitPattern: buffer.baseAddress)
            return start..<(start + count)
        }
        let ahead = Ahead(isLong: LargePages.areWorth(count)) { LargePages.fill(memory) }
        // It must not be given back before.
        defer { ahead.giveUp() }
        try write(&self)
    }

    /// Appends one byte.
    public mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Appends bytes.
    public mutating func append(_ more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// Appends the bytes of an array in one copy.
    public mutating func append(_ array: [UInt8]) {
        bytes.append(contentsOf: array)
    }

    /// Appends the bytes of a span in one copy.
    public mutating func append(_ span: Span<UInt8>) {
        bytes.append(span)
    }

    /// Appends at most so many bytes, which `write` adds one by one.
    ///
    /// There each is only stored; appended by itself, each first asks whose memory it goes to. Quoted
    /// texts, digits and digests appended as one, a JSON document takes 0.62 s of processor time, 0.74 s
    /// byte by byte.
    package mutating func append(
        atMost count: Int,
        _ write: (inout OutputSpan<UInt8>) -> Void
    ) {
        bytes.append(addingCapacity: count, initializingWith: write)
    }

    /// Appends bytes with a mark before and behind them.
    package mutating func append(_ span: Span<UInt8>, within mark: UInt8) {
        append(atMost: span.count + 2) { output in
            output.append(mark)
            output.append(copying: span)
            output.append(mark)
        }
    }

    /// Appends the UTF-8 of a text.
    public mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends a static text without making a string.
    public mutating func append(static text: StaticString) {
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }

    /// Hands on what was gathered if it is a piece's worth; call it between rows.
    ///
    /// - Throws: what the receiver throws.
    public mutating func handOnIfFull() throws {
        if bytes.count >= Self.pieceSize { try finish() }
    }

    /// Hands on everything that is left; call it once at the end.
    ///
    /// - Throws: what the receiver throws.
    public mutating func finish() throws {
        guard receiver != nil, !bytes.isEmpty else { return }
        try handOn(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Hands on bytes that are none of the buffer's, or keeps them where there is no receiver.
    mutating func handOn(_ piece: [UInt8]) throws {
        guard let receiver else {
            append(piece.span)
            return
        }
        try receiver(piece)
    }
}
