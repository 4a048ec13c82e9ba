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
    private let pointer: OpaquePointer
    private let budget: ExpansionBudget
    private var isFinished = false

    init(_ pointer: OpaquePointer, _ entry: ZIPArchive.Entry, _ budget: ExpansionBudget) {
        unsafe self.pointer = pointer
        self.entry = entry
        self.budget = budget
    }

    deinit { unsafe zip_fclose(pointer) }

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
        let pointer = unsafe pointer
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            var filled = start
            while filled < bytes.count {
                let free = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
                let got = unsafe zip_fread(pointer, free.baseAddress, zip_uint64_t(free.count))
                if got < 0 { return -1 }
                if got == 0 { break }
                filled += Int(got)
            }
            return filled - start
        }
        guard count >= 0 else {
            let code = unsafe zip_error_code_zip(zip_file_get_error(pointer))
            throw SpreadsheetError(reading: entry.name, code)
        }
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
        }
        return count
    }
}
