internal import CLibzip
internal import SourceText

/// The bytes of an archive in memory, as libzip reads them.
///
/// An archive that is read only once may let go of what was read: the texts of a million targets are packed into
/// 42 MB, which are of no use while they grow to 280.
final class ArchiveBytes {
    private var bytes: [UInt8]
    /// Whether it lets go of what is released.
    private let letsGo: Bool
    private var position = 0
    /// Bytes, from 0, that were let go, and stand no more where they stood.
    private var released: [Range<Int>] = []
    /// What was read since `beginReading`.
    private var read: Range<Int>?
    /// libzip's code for what failed last.
    private var failure = ZIP_ER_OK

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

    // MARK: libzip's source

    /// Makes a source for libzip, which keeps this as long as it has it; nil where memory is short.
    func source(_ error: inout zip_error_t) -> OpaquePointer? {
        let owned = unsafe Unmanaged.passRetained(self)
        let source = unsafe libzip.zip_source_function_create(
            { state, data, length, command in
                guard let state = unsafe state else { return -1 }
                let archive = unsafe Unmanaged<ArchiveBytes>.fromOpaque(state)
                if command == ZIP_SOURCE_FREE {
                    unsafe archive.release()
                    return 0
                }
                let data = unsafe UnsafeMutableRawBufferPointer(start: data, count: Int(length))
                return unsafe archive.takeUnretainedValue().answer(command, data)
            },
            owned.toOpaque(),
            &error
        )
        if unsafe source == nil { unsafe owned.release() }
        return unsafe source
    }

    private static let commands: [zip_source_cmd_t] = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
    ]

    private func answer(
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
        case ZIP_SOURCE_STAT: return unsafe tell(data)
        case ZIP_SOURCE_ERROR:
            var error = unsafe zip_error_t()
            unsafe libzip.zip_error_init(&error)
            defer { unsafe libzip.zip_error_fini(&error) }
            unsafe libzip.zip_error_set(&error, failure, 0)
            return unsafe libzip.zip_error_to_data(
                &error,
                data.baseAddress,
                zip_uint64_t(data.count)
            )
        case ZIP_SOURCE_SUPPORTS:
            return Self.commands.reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
        default:
            failure = ZIP_ER_OPNOTSUPP
            return -1
        }
    }

    private func copy(to data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        let range = position..<min(position + data.count, bytes.count)
        guard !released.contains(where: { $0.overlaps(range) }) else {
            failure = ZIP_ER_READ
            return -1
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
        guard wanted >= 0 else {
            failure = unsafe error.zip_err
            return -1
        }
        position = Int(wanted)
        return 0
    }

    private func tell(_ data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        guard let start = data.baseAddress,
            unsafe data.count >= MemoryLayout<zip_stat_t>.size
        else { return -1 }
        let stat = unsafe start.assumingMemoryBound(to: zip_stat_t.self)
        unsafe libzip.zip_stat_init(stat)
        unsafe stat.pointee.size = zip_uint64_t(bytes.count)
        unsafe stat.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
        return unsafe zip_int64_t(MemoryLayout<zip_stat_t>.size)
    }
}
