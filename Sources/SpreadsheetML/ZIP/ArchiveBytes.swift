internal import CLibzip
internal import SourceText

/// The bytes of an archive in memory, as libzip reads them.
///
/// An archive that is read only once may let go of what was read: the texts of a million targets are packed into
/// 42 MB, which are of no use while they grow to 280.
final class ArchiveBytes: ArchiveSource {
    private var bytes: [UInt8]
    /// Whether it lets go of what is released.
    let letsGo: Bool
    private var position = 0
    /// Bytes, from 0, that were let go, and stand no more where they stood.
    private var released: [Range<Int>] = []
    /// What was read since `beginReading`.
    private var read: Range<Int>?

    /// Takes over bytes, which are copied when some are let go that somebody else has, too.
    init(_ bytes: consuming [UInt8], lettingGo: Bool) {
        self.bytes = bytes
        letsGo = lettingGo
    }

    /// Returns the bytes of an archive that is closed; none where some were let go.
    func takeBack() -> [UInt8] {
        var result: [UInt8] = []
        if released.isEmpty { swap(&result, &bytes) }
        return result
    }

    /// Notes from now on what is read.
    func beginReading() { read = nil }

    /// Lets go of what was read since `beginReading`: reading it again fails.
    func releaseRead() {
        guard letsGo, let read else { return }
        FreedMemory.giveBack(read, of: &bytes)
        released.append(read)
    }

    // MARK: Commands

    override class var commands: [zip_source_cmd_t] {
        [
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_SEEK,
            ZIP_SOURCE_TELL,
        ]
    }

    override func carryOut(
        _ command: zip_source_cmd_t,
        _ data: UnsafeMutableRawBufferPointer
    ) -> zip_int64_t {
        switch command {
        case ZIP_SOURCE_OPEN:
            position = 0
            return 0
        case ZIP_SOURCE_CLOSE: return 0
        case ZIP_SOURCE_READ: return unsafe copy(to: data)
        case ZIP_SOURCE_SEEK: return unsafe seek(data)
        case ZIP_SOURCE_TELL: return zip_int64_t(position)
        default: return unsafe super.carryOut(command, data)
        }
    }

    override func describe(_ stat: inout zip_stat_t) {
        unsafe stat.size = zip_uint64_t(bytes.count)
        unsafe stat.valid = zip_uint64_t(ZIP_STAT_SIZE)
    }

    private func copy(to data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        let range = position..<min(position + data.count, bytes.count)
        guard !released.contains(where: { $0.overlaps(range) }) else {
            return fail(ZIP_ER_READ)
        }
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe data.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
        position = range.upperBound
        if !range.isEmpty {
            let before = read ?? range
            read =
                min(before.lowerBound, range.lowerBound)..<max(before.upperBound, range.upperBound)
        }
        return zip_int64_t(range.count)
    }

    private func seek(_ data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        guard let arguments = data.baseAddress else { return -1 }
        var error = unsafe zip_error_t()
        unsafe libzip.zip_error_init(&error)
        defer { unsafe libzip.zip_error_fini(&error) }
        let wanted = unsafe libzip.zip_source_seek_compute_offset(
            zip_uint64_t(position),
            zip_uint64_t(bytes.count),
            arguments,
            zip_uint64_t(data.count),
            &error
        )
        guard wanted >= 0 else { return unsafe fail(error.zip_err) }
        position = Int(wanted)
        return 0
    }
}
