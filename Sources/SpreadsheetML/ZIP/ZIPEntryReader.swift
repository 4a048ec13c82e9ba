internal import CLibzip

/// The one owner of a `zip_file_t`: an entry of an archive, read from start to end.
///
/// It may outlive its archive only in name: libzip then refuses to read.
@safe package struct ZIPEntryReader: ~Copyable {
    /// How many bytes are usefully read at once: they fit the processor's second cache.
    package static let pieceSize = 1 << 17

    /// The entry.
    package let entry: ZIPArchive.Entry
    /// How many bytes were read so far.
    package private(set) var bytesRead = 0
    /// Nil where all packed bytes were taken before.
    private let pointer: OpaquePointer?
    private let budget: ExpansionBudget
    private var isFinished = false
    /// What expands the entry; nil where libzip does.
    private var inflating: FastInflating?
    private let checksum: UInt32?
    private var checksumSoFar: UInt32 = 0
    /// How many bytes the packed entry has; 0 where libzip expands it.
    let packedCount: Int
    /// What expands the entry on another core, and the bytes of it that are still to be given.
    private var ahead: InflatingAhead?
    private var piece: [UInt8] = []
    private var given = 0
    /// What lets go of the packed bytes when they are taken; nil where somebody reads them again.
    private let archive: ArchiveBytes?

    /// Reads `pointer`, which gives packed bytes where what they expand to is known.
    init(
        _ pointer: OpaquePointer,
        _ entry: ZIPArchive.Entry,
        packed: (checksum: UInt32, count: Int)?,
        _ budget: ExpansionBudget,
        letsGoOf archive: ArchiveBytes? = nil
    ) {
        self.archive = archive
        unsafe self.pointer = pointer
        self.entry = entry
        self.budget = budget
        checksum = packed?.checksum
        packedCount = packed?.count ?? 0
        if checksum != nil { inflating = FastInflating() }
    }

    /// Reads an entry whose packed bytes were taken, which another core expands.
    init(_ packed: consuming PackedEntry) {
        unsafe pointer = nil
        entry = packed.entry
        budget = packed.budget
        checksum = packed.checksum
        packedCount = packed.bytes.count
        archive = nil
        ahead = InflatingAhead((consume packed).bytes)
    }

    deinit {
        if let pointer = unsafe pointer { _ = unsafe libzip.zip_fclose(pointer) }
    }

    /// Fills `buffer` from the index `start` on, and returns how many bytes came; 0 at the end.
    ///
    /// After 0 the entry is known to be whole: its length and its checksum are what the archive
    /// says. Until then nothing read from it may be relied on.
    /// - Throws: `damaged-workbook` where the entry is cut short or its checksum is wrong,
    ///   `workbook-too-large` where a limit is passed.
    package mutating func read(
        into buffer: inout [UInt8],
        from start: Int = 0
    ) throws(SpreadsheetError) -> Int {
        guard !isFinished, start < buffer.count else { return 0 }
        let count =
            checksum == nil
            ? copy(into: &buffer, start) : expand(into: &buffer, start)
        guard let count else { throw SpreadsheetError(reading: entry.name, ZIP_ER_COMPRESSED_DATA) }
        guard count >= 0 else { throw failure }
        try budget.spend(count, before: bytesRead, of: entry.name)
        bytesRead += count
        // More than it claims to hold: the rest is not worth its memory.
        if let claimed = entry.claimedSize, bytesRead > claimed {
            throw SpreadsheetError(reading: entry.name, ZIP_ER_INCONS)
        }
        if count == 0 {
            isFinished = true
            if let claimed = entry.claimedSize, claimed != bytesRead {
                throw SpreadsheetError(reading: entry.name, ZIP_ER_INCONS)
            }
            if let checksum, checksum != checksumSoFar {
                throw SpreadsheetError(reading: entry.name, ZIP_ER_CRC)
            }
        }
        return count
    }

    /// Has another core expand the entry from here on, one piece ahead, where it is large; nothing
    /// may have been read of it.
    ///
    /// - Throws: `damaged-workbook` where it is cut short.
    mutating func expandAhead() throws(SpreadsheetError) {
        guard let packed = try takePacked() else { return }
        ahead = InflatingAhead((consume packed).bytes)
    }

    /// Takes the packed bytes of a large entry, of which nothing may have been read; nil where it isn't
    /// worth another core, or libzip has to expand it.
    ///
    /// - Throws: `damaged-workbook` where it is cut short.
    mutating func takePacked() throws(SpreadsheetError) -> PackedEntry? {
        guard inflating != nil, let checksum, let claimed = entry.claimedSize,
            claimed >= Self.worthACore,
            archive?.letsGo == true || packedCount <= Self.mostPacked
        else { return nil }
        archive?.beginReading()
        let packedCount = packedCount
        let pointer = unsafe pointer
        var isRead = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: packedCount) { room, count in
            let read = unsafe Self.copy(from: pointer, into: UnsafeMutableRawBufferPointer(room))
            count = max(0, read)
            isRead = read >= 0
        }
        guard isRead else { throw failure }
        archive?.releaseRead()
        return PackedEntry(entry: entry, bytes: bytes, checksum: checksum, budget: budget)
    }

    /// Why libzip couldn't read.
    private var failure: SpreadsheetError {
        let error = unsafe pointer.map {
            unsafe libzip.zip_error_code_zip(libzip.zip_file_get_error($0))
        }
        return SpreadsheetError(reading: entry.name, error ?? ZIP_ER_READ)
    }

    private static let worthACore = 1 << 22
    /// More is not worth its memory, where the archive keeps its own.
    private static let mostPacked = 1 << 26

    /// Gives bytes that another core has expanded; 0 at the end, nil where the packed bytes are
    /// damaged.
    private mutating func give(from ahead: InflatingAhead, to buffer: inout [UInt8], _ start: Int)
        -> Int?
    {
        if given == piece.count {
            let next = ahead.next()
            checksumSoFar = next.checksum
            guard let bytes = next.bytes else { return nil }
            (piece, given) = (bytes, 0)
        }
        let count = min(buffer.count - start, piece.count - given)
        let part = piece[given..<(given + count)]
        unsafe buffer.withUnsafeMutableBufferPointer { bytes in
            _ = unsafe UnsafeMutableBufferPointer(rebasing: bytes[start...])
                .update(fromContentsOf: part)
        }
        given += count
        return count
    }

    /// Fills `room` with bytes that libzip gives, and returns how many came; less than 0 where that fails.
    private static func copy(
        from pointer: OpaquePointer?,
        into room: UnsafeMutableRawBufferPointer
    ) -> Int {
        var filled = 0
        while filled < room.count {
            let free = unsafe UnsafeMutableRawBufferPointer(rebasing: room[filled...])
            let got = unsafe libzip.zip_fread(
                pointer,
                free.baseAddress,
                zip_uint64_t(free.count)
            )
            if got < 0 { return -1 }
            if got == 0 { break }
            filled += Int(got)
        }
        return filled
    }

    /// Fills `buffer` with bytes that libzip has expanded; less than 0 where that fails.
    private func copy(into buffer: inout [UInt8], _ start: Int) -> Int {
        let pointer = unsafe pointer
        return unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe Self.copy(
                from: pointer,
                into: UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
            )
        }
    }

    /// Fills `buffer` with bytes that are expanded here; less than 0 where libzip fails, nil where
    /// the packed bytes are damaged.
    private mutating func expand(into buffer: inout [UInt8], _ start: Int) -> Int? {
        if let ahead { return give(from: ahead, to: &buffer, start) }
        let pointer = unsafe pointer
        return unsafe buffer.withUnsafeMutableBufferPointer { bytes -> Int? in
            let free = unsafe UnsafeMutableBufferPointer(rebasing: bytes[start...])
            let count = unsafe inflating?.expand(into: free) { packed in
                unsafe Int(
                    libzip.zip_fread(pointer, packed.baseAddress, zip_uint64_t(packed.count))
                )
            }
            guard let count, count > 0 else { return count }
            let filled = unsafe UnsafeBufferPointer(rebasing: free[..<count])
            unsafe checksumSoFar = CyclicChecksum.crc32(filled, after: checksumSoFar)
            return count
        }
    }
}

/// An entry whose packed bytes were taken out of its archive: reading it touches nothing of that.
struct PackedEntry: Sendable {
    let entry: ZIPArchive.Entry
    /// A raw deflate stream.
    let bytes: [UInt8]
    /// CRC-32 of what they expand to.
    let checksum: UInt32
    let budget: ExpansionBudget
}
