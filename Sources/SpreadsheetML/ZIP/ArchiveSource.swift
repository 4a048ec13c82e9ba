internal import CLibzip

/// Something that libzip reads or writes by commands; what each kind does with its bytes is its own.
class ArchiveSource {
    /// What failed last: libzip's code and the system's.
    final var failure: (code: Int32, system: Int32) = (ZIP_ER_OK, 0)

    /// The commands that `carryOut` knows.
    class var commands: [zip_source_cmd_t] { [] }

    /// Those that every source knows.
    private static let common: [zip_source_cmd_t] = [
        ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS,
    ]

    /// Carries out a command on some memory; returns what libzip documents of it, and -1 where it fails.
    func carryOut(
        _ command: zip_source_cmd_t,
        _ data: UnsafeMutableRawBufferPointer
    ) -> zip_int64_t {
        fail(ZIP_ER_OPNOTSUPP)
    }

    /// Says what the bytes are.
    func describe(_ stat: inout zip_stat_t) {}

    /// Notes what failed; returns what a command does then.
    final func fail(_ code: Int32, system: Int32 = 0) -> zip_int64_t {
        failure = (code, system)
        return -1
    }

    /// Makes a source for libzip, which keeps this as long as it has it; nil where memory is short.
    final func source(_ error: UnsafeMutablePointer<zip_error_t>? = nil) -> OpaquePointer? {
        let owned = unsafe Unmanaged.passRetained(self)
        let source = unsafe libzip.zip_source_function_create(
            { state, data, length, command in
                guard let state = unsafe state else { return -1 }
                let source = unsafe Unmanaged<ArchiveSource>.fromOpaque(state)
                if command == ZIP_SOURCE_FREE {
                    unsafe source.release()
                    return 0
                }
                let data = unsafe UnsafeMutableRawBufferPointer(start: data, count: Int(length))
                return unsafe source.takeUnretainedValue().answer(command, data)
            },
            owned.toOpaque(),
            error
        )
        if unsafe source == nil { unsafe owned.release() }
        return unsafe source
    }

    private final func answer(
        _ command: zip_source_cmd_t,
        _ data: UnsafeMutableRawBufferPointer
    ) -> zip_int64_t {
        switch command {
        case ZIP_SOURCE_STAT: return unsafe tell(data)
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
            return (Self.common + Self.commands).reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
        default: return unsafe carryOut(command, data)
        }
    }

    private final func tell(_ data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        let size = unsafe MemoryLayout<zip_stat_t>.size
        guard let start = data.baseAddress, data.count >= size else { return -1 }
        let stat = unsafe start.assumingMemoryBound(to: zip_stat_t.self)
        unsafe libzip.zip_stat_init(stat)
        unsafe describe(&stat.pointee)
        return zip_int64_t(size)
    }
}
