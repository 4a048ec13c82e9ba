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

    /// Packs bytes as one stretch.
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

/// The one owner of a `z_stream` that packs one stretch, and from some point on of its successor.
@safe struct DeflateStream: ~Copyable {
    /// What follows a stretch.
    enum Ending {
        /// Other stretches of the entry.
        case moreToCome
        /// Nothing: the entry ends.
        case endOfEntry
    }

    /// Nil before the first byte, and when the stretch has ended.
    private var stream: UnsafeMutablePointer<z_stream>?
    private var hasEnded = false
    /// What packs the rest of a large workbook.
    private var fast: FastDeflating?
    private var packed = DeflatedBytes()
    /// How many pieces were given to be kept.
    private var keptPieces = 0
    private var hasFailed = false

    /// The first of zlib's levels that looks for longer matches; a workbook is a fifth smaller than
    /// with level 1, and packing it still takes less time than making it.
    private static let level: Int32 = 4
    private static let pieceSize = 1 << 16

    /// Streams that no stretch has now, as addresses.
    ///
    /// Each has 268 KB, in pages that the kernel clears one by one at the first touch: with new ones for each
    /// of its 30 stretches, a workbook of 60 targets took 1,650 pages for 1,450.
    private static let idle = Mutex<[UInt]>([])
    private static let mostIdle = 4

    /// Begins a stretch.
    init() {}

    deinit {
        if let stream = unsafe stream { unsafe Self.giveBack(stream) }
    }

    /// Returns a stream at its beginning; nil where memory is short.
    private static func taken() -> UnsafeMutablePointer<z_stream>? {
        if let address = idle.withLock({ $0.popLast() }) {
            return unsafe UnsafeMutablePointer(bitPattern: address)
        }
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let status = unsafe deflateInit2_(
            stream,
            level,
            Z_DEFLATED,
            -MAX_WBITS,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        if status == Z_OK { return unsafe stream }
        unsafe stream.deallocate()
        return nil
    }

    private static func giveBack(_ stream: UnsafeMutablePointer<z_stream>) {
        let address = UInt(bitPattern: stream)
        if unsafe deflateReset(stream) == Z_OK {
            let isKept = idle.withLock { idle in
                if idle.count < mostIdle { idle.append(address) }
                return idle.last == address
            }
            if isKept { return }
        }
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Packs bytes behind those before; after the end they are dropped.
    ///
    /// - Complexity: O(n) in the bytes.
    mutating func append(_ bytes: [UInt8]) {
        guard let fast = fast.take() else {
            run(bytes, Z_NO_FLUSH)
            return
        }
        pack(bytes, before: .bytes, fast)
    }

    /// Lets `keeping` say where the bytes that were packed since stay.
    mutating func keepPacked(by keeping: PieceKeeping) {
        packed.keep(from: keptPieces, by: keeping)
        keptPieces = packed.pieces.count
    }

    /// Packs quickly from here on, and less densely.
    mutating func hurry() {
        guard !hasFailed, !hasEnded else { return }
        run([], Z_SYNC_FLUSH)
        release()
        fast = FastDeflating()
        if fast == nil { hasFailed = true }
    }

    private mutating func pack(
        _ bytes: [UInt8],
        before following: FastDeflating.Following,
        _ fast: consuming FastDeflating
    ) {
        let isPacked = unsafe bytes.withUnsafeBufferPointer { input in
            unsafe packed.count(input)
            return unsafe fast.pack(input, before: following) { packed.append(packed: $0) }
        }
        guard isPacked else {
            fail()
            return
        }
        if following == .bytes { self.fast = consume fast }
    }

    /// Ends the stretch, and gives back zlib's memory.
    mutating func end(before following: Ending) {
        run([], following == .endOfEntry ? Z_FINISH : Z_SYNC_FLUSH)
        if let fast = fast.take() {
            pack([], before: following == .endOfEntry ? .nothing : .stretch, fast)
        }
        release()
    }

    /// What was packed, when the stretch has ended.
    ///
    /// - Throws: `cannotWrite` where memory was short.
    func result() throws(WorkbookError) -> DeflatedBytes {
        guard !hasFailed else { throw WorkbookError(.cannotWrite(system: ENOMEM)) }
        return packed
    }

    private mutating func run(_ bytes: [UInt8], _ flush: Int32) {
        guard !hasEnded else { return }
        if unsafe stream == nil { unsafe stream = Self.taken() }
        guard let stream = unsafe stream else { return fail() }
        let status = unsafe bytes.withUnsafeBufferPointer { input in
            unsafe packed.count(input)
            // zlib doesn't write to its input.
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.pointee.avail_in = UInt32(input.count)
            return unsafe Self.deflateAll(of: stream, flush, into: &packed)
        }
        // What it calls an error of the buffer is that there was nothing to do.
        if status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR { fail() }
    }

    /// Calls zlib until it has taken all of its input and given all of its output.
    private static func deflateAll(
        of stream: UnsafeMutablePointer<z_stream>,
        _ flush: Int32,
        into packed: inout DeflatedBytes
    ) -> Int32 {
        while true {
            var status = Z_OK
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: pieceSize) { output, count in
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(output.count)
                unsafe status = deflate(stream, flush)
                unsafe count = output.count - Int(stream.pointee.avail_out)
            }
            if !piece.isEmpty { packed.append(packed: piece) }
            // Room that is left says that there is nothing more to give.
            if unsafe status != Z_OK || stream.pointee.avail_out > 0 { return status }
        }
    }

    private mutating func fail() {
        hasFailed = true
        release()
    }

    private mutating func release() {
        hasEnded = true
        guard let stream = unsafe stream else { return }
        unsafe Self.giveBack(stream)
        unsafe self.stream = nil
    }
}
