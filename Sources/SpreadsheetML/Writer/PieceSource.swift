internal import CLibzip
internal import Glibc

/// Hands packed bytes to libzip, which takes them as they are.
final class PieceSource {
    private let packed: DeflatedBytes
    private var piece = 0
    private var offset = 0
    private var hasFailed = false

    private init(_ packed: DeflatedBytes) {
        self.packed = packed
    }

    /// Returns a source of libzip's that owns the bytes; nil where memory is short.
    static func make(_ packed: DeflatedBytes, for archive: OpaquePointer) -> OpaquePointer? {
        let owned = unsafe Unmanaged.passRetained(PieceSource(packed))
        let source = unsafe libzip.zip_source_function(
            archive,
            { state, data, length, command in
                guard let state = unsafe state else { return -1 }
                let reader = unsafe Unmanaged<PieceSource>.fromOpaque(state)
                if command == ZIP_SOURCE_FREE {
                    unsafe reader.release()
                    return 0
                }
                return unsafe reader.takeUnretainedValue().answer(command, data, Int(length))
            },
            owned.toOpaque()
        )
        if unsafe source == nil { unsafe owned.release() }
        return unsafe source
    }

    private static let commands: [zip_source_cmd_t] = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS,
    ]

    private func answer(
        _ command: zip_source_cmd_t,
        _ data: UnsafeMutableRawPointer?,
        _ length: Int
    ) -> zip_int64_t {
        switch command {
        case ZIP_SOURCE_OPEN:
            piece = 0
            offset = 0
            return 0
        case ZIP_SOURCE_READ:
            return unsafe zip_int64_t(read(into: data, length))
        case ZIP_SOURCE_CLOSE:
            return 0
        case ZIP_SOURCE_STAT:
            return unsafe stat(data, length)
        case ZIP_SOURCE_ERROR:
            guard let data = unsafe data else { return -1 }
            var error = unsafe zip_error_t()
            unsafe libzip.zip_error_init(&error)
            defer { unsafe libzip.zip_error_fini(&error) }
            // Only what was laid aside can get lost.
            if hasFailed { unsafe libzip.zip_error_set(&error, ZIP_ER_READ, EIO) }
            return unsafe libzip.zip_error_to_data(&error, data, zip_uint64_t(length))
        case ZIP_SOURCE_SUPPORTS:
            return Self.commands.reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
        default:
            return -1
        }
    }

    /// Fills `data` as far as there are bytes; -1 where they can't be had.
    private func read(into data: UnsafeMutableRawPointer?, _ length: Int) -> Int {
        guard let data = unsafe data else { return 0 }
        let pieces = packed.pieces
        var filled = 0
        while filled < length, piece < pieces.count {
            let count = min(length - filled, pieces[piece].count - offset)
            let room = unsafe UnsafeMutableRawBufferPointer(start: data + filled, count: count)
            guard unsafe pieces[piece].copy(from: offset, into: room) else {
                hasFailed = true
                return -1
            }
            filled += count
            offset += count
            if offset == pieces[piece].count {
                piece += 1
                offset = 0
            }
        }
        return filled
    }

    private func stat(_ data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
        let size = unsafe MemoryLayout<zip_stat_t>.size
        guard let data = unsafe data, length >= size else { return -1 }
        let stat = unsafe data.assumingMemoryBound(to: zip_stat_t.self)
        unsafe libzip.zip_stat_init(stat)
        unsafe stat.pointee.size = zip_uint64_t(packed.expandedCount)
        unsafe stat.pointee.comp_size = zip_uint64_t(packed.count)
        unsafe stat.pointee.comp_method = zip_uint16_t(ZIP_CM_DEFLATE)
        unsafe stat.pointee.crc = packed.checksum
        unsafe stat.pointee.valid = zip_uint64_t(
            ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC
        )
        return zip_int64_t(size)
    }
}
