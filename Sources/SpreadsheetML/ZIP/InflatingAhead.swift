internal import Dispatch
internal import SourceText
internal import Synchronization

/// The bytes of an entry, expanded by another core while this one reads those before.
///
/// A workbook of 100,000 targets is read to CSV in 0.27 s so, in 0.29 s without, on two cores.
final class InflatingAhead: Sendable {
    /// Some bytes of the entry.
    struct Piece: Sendable {
        /// The bytes; none at the end, nil where the packed bytes are damaged.
        var bytes: [UInt8]?
        /// CRC-32 of the entry up to their end.
        var checksum: UInt32 = 0
    }

    private let queue = DispatchQueue(label: "inflating")
    private let stream: Mutex<PackedStream>

    /// Begins to expand a raw deflate stream, of which nothing is kept; nil where memory is short.
    init?(_ packed: consuming [UInt8]) {
        guard let inflating = FastInflating() else { return nil }
        stream = Mutex(PackedStream(inflating: inflating, packed: consume packed))
        begin()
    }

    /// The bytes that follow those before; waits for them.
    func next() -> Piece {
        queue.sync {}
        let piece = stream.withLock { $0.piece }
        if let bytes = piece.bytes, !bytes.isEmpty { begin() }
        return piece
    }

    private func begin() {
        queue.async { [self] in stream.withLock { $0.expand() } }
    }
}

/// A stream with the packed bytes that it expands.
private struct PackedStream: ~Copyable {
    /// What was expanded last.
    private(set) var piece = InflatingAhead.Piece()
    private var inflating: FastInflating
    private var packed: [UInt8]
    private var taken = 0
    /// How many bytes of those taken have no memory any more.
    private var givenBack = 0

    init(inflating: consuming FastInflating, packed: consuming [UInt8]) {
        self.inflating = inflating
        self.packed = packed
    }

    /// Expands the next piece.
    mutating func expand() {
        if FreedMemory.isWorthGiving(taken - givenBack) {
            FreedMemory.giveBack(givenBack..<taken, of: &packed)
            givenBack = taken
        }
        let packed = packed
        var taken = taken
        var given: Int?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: ZIPEntryReader.pieceSize) {
            room,
            count in
            unsafe given = inflating.expand(into: room) { input in
                let next = packed[taken..<min(taken + input.count, packed.count)]
                _ = unsafe input.update(fromContentsOf: next)
                taken += next.count
                return next.count
            }
            count = given ?? 0
        }
        self.taken = taken
        piece.checksum = unsafe bytes.withUnsafeBufferPointer {
            unsafe CyclicChecksum.crc32($0, after: piece.checksum)
        }
        piece.bytes = given == nil ? nil : bytes
    }
}
