internal import CIsal
internal import CZlib
internal import Glibc
internal import Synchronization

/// Bytes as an entry of a ZIP archive holds them: a stretch of a raw deflate stream.
///
/// Each stretch ends at a whole byte and refers to nothing before it, so that stretches made apart
/// come to one stream when they are joined.
struct DeflatedBytes: Sendable {
    /// The packed bytes, in pieces.
    private(set) var pieces: [KeptPiece] = []
    /// How many bytes the pieces have.
    private(set) var count = 0
    /// How many bytes they expand to.
    private(set) var expandedCount = 0
    /// CRC-32 of what they expand to.
    private(set) var checksum: UInt32 = 0

    /// Puts other bytes behind these.
    mutating func append(_ next: DeflatedBytes) {
        pieces += next.pieces
        count += next.count
        checksum = UInt32(
            truncatingIfNeeded: crc32_combine(
                UInt(checksum),
                UInt(next.checksum),
                next.expandedCount
            )
        )
        expandedCount += next.expandedCount
    }

    /// Lets `keeping` say where the pieces from a number (from 0) on stay.
    mutating func keep(from first: Int, by keeping: PieceKeeping) {
        for index in pieces.indices.dropFirst(first) {
            if case .inMemory(let bytes) = pieces[index] { pieces[index] = keeping.keep(bytes) }
        }
    }

    /// Packs nothing.
    init() {}

    /// Packs bytes, which are UTF-8 text (see `DeflateStream`), as one stretch.
    ///
    /// - Throws: `cannotWrite` where memory is short.
    init(_ bytes: [UInt8], before following: DeflateStream.Ending) throws(WorkbookError) {
        var stream = DeflateStream()
        stream.append(bytes)
        stream.end(before: following)
        self = try stream.result()
    }

    fileprivate mutating func append(packed piece: [UInt8]) {
        pieces.append(.inMemory(piece))
        count += piece.count
    }

    fileprivate mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe checksum = CyclicChecksum.crc32(bytes, after: checksum)
        expandedCount += bytes.count
    }
}

/// The one owner of a stream of ISA-L, which packs one stretch of UTF-8 text.
///
/// Packing with zlib was the longest part of writing a workbook, a small one too: of 16 MB of texts, its
/// level 4 takes 0.161 s and this 0.020 s, for 11 % more bytes.
@safe struct DeflateStream: ~Copyable {
    /// What follows a stretch.
    enum Ending {
        /// Other stretches of the entry.
        case moreToCome
        /// Nothing: the entry ends.
        case endOfEntry
    }

    /// Nil before the first byte, and when the stretch has ended.
    private var stream: UnsafeMutableRawPointer?
    private var hasEnded = false
    private var packed = DeflatedBytes()
    /// How many pieces were given to be kept.
    private var keptPieces = 0
    private var hasFailed = false

    private static let pieceSize = 1 << 16

    /// Streams that no stretch has now, as addresses.
    ///
    /// Each has some 400 KB, in pages that the kernel clears one by one at the first touch, and a workbook
    /// of 60 targets has some forty stretches.
    private static let idle = Mutex<[UInt]>([])
    private static let mostIdle = 4

    /// Begins a stretch.
    init() {}

    deinit { release() }

    /// Packs bytes behind those before; after the end they are dropped.
    ///
    /// - Complexity: O(n) in the bytes.
    mutating func append(_ bytes: [UInt8]) { pack(bytes, before: nil) }

    /// Lets `keeping` say where the bytes that were packed since stay.
    mutating func keepPacked(by keeping: PieceKeeping) {
        packed.keep(from: keptPieces, by: keeping)
        keptPieces = packed.pieces.count
    }

    /// Ends the stretch, and gives back its memory.
    mutating func end(before following: Ending) {
        pack([], before: following)
        hasEnded = true
        release()
        unsafe stream = nil
    }

    /// What was packed, when the stretch has ended.
    ///
    /// - Throws: `cannotWrite` where memory was short.
    func result() throws(WorkbookError) -> DeflatedBytes {
        guard !hasFailed else { throw WorkbookError(.cannotWrite(system: ENOMEM)) }
        return packed
    }

    private mutating func pack(_ bytes: [UInt8], before following: Ending?) {
        guard !hasEnded, !hasFailed else { return }
        if unsafe stream == nil { unsafe stream = Self.taken() }
        guard let stream = unsafe stream else {
            hasFailed = true
            return
        }
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe packed.count(input)
            unsafe isal_packing_take(
                stream,
                input.baseAddress,
                UInt32(input.count),
                following == .moreToCome ? 1 : 0,
                following == .endOfEntry ? 1 : 0
            )
            while !hasFailed {
                var given: Int64 = 0
                let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceSize) {
                    room,
                    count in
                    unsafe given = isal_packing_give(
                        stream,
                        room.baseAddress,
                        UInt32(room.count),
                        libisal.isal_deflate
                    )
                    count = max(0, Int(given))
                }
                if given < 0 { hasFailed = true }
                // Most stretches of a small workbook are some hundred bytes: with as much room for each, it
                // takes 3 MB.
                let isShort = piece.count < Self.pieceSize / 2
                if !piece.isEmpty { packed.append(packed: isShort ? piece.copied() : piece) }
                // Room that is left says that there is nothing more to give.
                if piece.count < Self.pieceSize { return }
            }
        }
    }

    /// Returns a stream at its beginning; nil where memory is short.
    private static func taken() -> UnsafeMutableRawPointer? {
        let idle = idle.withLock { $0.popLast() }
        let stream =
            unsafe idle.map { unsafe UnsafeMutableRawPointer(bitPattern: $0) }
            ?? isal_packing_begin(libisal.isal_deflate_init)
        guard let stream = unsafe stream else { return nil }
        unsafe isal_packing_precede(stream, libisal.isal_deflate_set_dict)
        return unsafe stream
    }

    private func release() {
        guard let stream = unsafe stream else { return }
        unsafe isal_packing_reset(stream, libisal.isal_deflate_reset)
        let address = UInt(bitPattern: stream)
        let isKept = Self.idle.withLock { idle in
            if idle.count < Self.mostIdle { idle.append(address) }
            return idle.last == address
        }
        if !isKept { unsafe isal_packing_end(stream) }
    }
}

extension [UInt8] {
    /// Returns the same bytes in no more memory than they need.
    func copied() -> [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(count)
        copy += self
        return copy
    }
}
