internal import CLibzip
internal import Glibc

/// An archive for libzip that is read from one file and written, changed, to another one.
///
/// By itself libzip writes beside the file that it reads, under a name of random signs: having OpenSSL
/// make them was 4 % of the instructions of writing a workbook of 60 targets.
final class ChangedArchive {
    private let input: Int32
    private let output: Int32
    /// Where the next byte is read and written.
    private var (position, end) = (0, 0)
    /// What failed last: libzip's code and the system's.
    private var failure: (code: Int32, system: Int32) = (ZIP_ER_OK, 0)

    private init(_ path: String, to changed: String) throws(WorkbookError) {
        input = unsafe path.withCString { unsafe Glibc.open($0, O_RDONLY | O_CLOEXEC) }
        output = unsafe changed.withCString {
            unsafe Glibc.open($0, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        }
        guard input >= 0, output >= 0 else { throw WorkbookError(.cannotWrite(system: errno)) }
    }

    deinit {
        for file in [input, output] where file >= 0 { _ = close(file) }
    }

    /// Opens the archive at a path, to be written to another path when it is closed; the file there
    /// is made anew.
    ///
    /// - Throws: `cannotWrite` where a file can't be opened, `damagedOutput` where it is no archive.
    static func opened(_ path: String, to changed: String) throws(WorkbookError) -> OpaquePointer {
        let owned = unsafe Unmanaged.passRetained(try ChangedArchive(path, to: changed))
        let source = unsafe libzip.zip_source_function_create(
            { state, data, length, command in
                guard let state = unsafe state else { return -1 }
                let files = unsafe Unmanaged<ChangedArchive>.fromOpaque(state)
                if command == ZIP_SOURCE_FREE {
                    unsafe files.release()
                    return 0
                }
                let bytes = unsafe UnsafeMutableRawBufferPointer(start: data, count: Int(length))
                return unsafe files.takeUnretainedValue().answer(command, bytes)
            },
            owned.toOpaque(),
            nil
        )
        guard let source = unsafe source else {
            unsafe owned.release()
            throw WorkbookError(.cannotWrite(system: ENOMEM))
        }
        guard let archive = unsafe libzip.zip_open_from_source(source, ZIP_CHECKCONS, nil) else {
            unsafe libzip.zip_source_free(source)
            throw WorkbookError(.damagedOutput(part: WorkbookVerification.whole))
        }
        return unsafe archive
    }

    private static let commands: [zip_source_cmd_t] = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE,
        ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE,
        ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_REMOVE,
    ]

    private func answer(
        _ command: zip_source_cmd_t,
        _ data: UnsafeMutableRawBufferPointer
    ) -> zip_int64_t {
        switch command {
        case ZIP_SOURCE_OPEN:
            position = 0
            return 0
        case ZIP_SOURCE_READ: return unsafe read(into: data)
        case ZIP_SOURCE_SEEK: return unsafe seek(&position, in: input, data, failing: ZIP_ER_SEEK)
        case ZIP_SOURCE_TELL: return zip_int64_t(position)
        case ZIP_SOURCE_STAT: return unsafe tell(data)
        case ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_REMOVE:
            end = 0
            return ftruncate(output, 0) == 0 ? 0 : fail(ZIP_ER_WRITE)
        case ZIP_SOURCE_WRITE: return unsafe write(data)
        case ZIP_SOURCE_SEEK_WRITE: return unsafe seek(&end, in: output, data, failing: ZIP_ER_SEEK)
        case ZIP_SOURCE_TELL_WRITE: return zip_int64_t(end)
        case ZIP_SOURCE_CLOSE, ZIP_SOURCE_COMMIT_WRITE: return 0
        case ZIP_SOURCE_ERROR:
            var error = unsafe zip_error_t()
            unsafe libzip.zip_error_init(&error)
            defer { unsafe libzip.zip_error_fini(&error) }
            unsafe libzip.zip_error_set(&error, failure.code, failure.system)
            return unsafe libzip.zip_error_to_data(
                &error,
                data.baseAddress,
                zip_uint64_t(data.count)
            )
        case ZIP_SOURCE_SUPPORTS:
            return Self.commands.reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
        default: return -1
        }
    }

    private func fail(_ code: Int32) -> zip_int64_t {
        failure = (code, errno)
        return -1
    }

    private func read(into data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        while true {
            let count = unsafe pread(input, data.baseAddress, data.count, position)
            if count >= 0 {
                position += count
                return zip_int64_t(count)
            }
            guard errno == EINTR else { return fail(ZIP_ER_READ) }
        }
    }

    private func write(_ data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        var rest = unsafe data[...]
        while unsafe !rest.isEmpty {
            let piece = unsafe UnsafeRawBufferPointer(rebasing: rest)
            let count = unsafe pwrite(output, piece.baseAddress, piece.count, end)
            if count >= 0 {
                end += count
                unsafe rest = rest.dropFirst(count)
            } else {
                guard errno == EINTR else { return fail(ZIP_ER_WRITE) }
            }
        }
        return zip_int64_t(data.count)
    }

    private func seek(
        _ place: inout Int,
        in file: Int32,
        _ data: UnsafeMutableRawBufferPointer,
        failing code: Int32
    ) -> zip_int64_t {
        guard data.count >= MemoryLayout<zip_source_args_seek_t>.size else { return -1 }
        let wanted = unsafe data.loadUnaligned(as: zip_source_args_seek_t.self)
        let start: Int
        switch wanted.whence {
        case SEEK_SET: start = 0
        case SEEK_CUR: start = place
        default:
            guard let size = size(of: file) else { return fail(code) }
            start = size
        }
        guard start + Int(wanted.offset) >= 0 else {
            failure = (ZIP_ER_INVAL, 0)
            return -1
        }
        place = start + Int(wanted.offset)
        return 0
    }

    private func size(of file: Int32) -> Int? {
        var status = stat()
        return unsafe fstat(file, &status) == 0 ? Int(status.st_size) : nil
    }

    private func tell(_ data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        guard let bytes = data.baseAddress,
            unsafe data.count >= MemoryLayout<zip_stat_t>.size
        else { return -1 }
        guard let size = size(of: input) else { return fail(ZIP_ER_READ) }
        let stat = unsafe bytes.assumingMemoryBound(to: zip_stat_t.self)
        unsafe libzip.zip_stat_init(stat)
        unsafe stat.pointee.size = zip_uint64_t(size)
        unsafe stat.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
        return unsafe zip_int64_t(MemoryLayout<zip_stat_t>.size)
    }
}
