internal import CLibzip
internal import Glibc

/// Hands packed bytes to libzip, which takes them as they are.
final class PieceSource: ArchiveSource {
    private let packed: DeflatedBytes
    private var piece = 0
    private var offset = 0

    /// Takes over what was packed.
    init(_ packed: DeflatedBytes) {
        self.packed = packed
    }

    override class var commands: [zip_source_cmd_t] {
        [ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE]
    }

    override func carryOut(
        _ command: zip_source_cmd_t,
        _ data: UnsafeMutableRawBufferPointer
    ) -> zip_int64_t {
        switch command {
        case ZIP_SOURCE_OPEN:
            piece = 0
            offset = 0
            return 0
        case ZIP_SOURCE_READ: return unsafe read(into: data)
        case ZIP_SOURCE_CLOSE: return 0
        default: return unsafe super.carryOut(command, data)
        }
    }

    override func describe(_ stat: inout zip_stat_t) {
        unsafe stat.size = zip_uint64_t(packed.expandedCount)
        unsafe stat.comp_size = zip_uint64_t(packed.count)
        unsafe stat.comp_method = zip_uint16_t(ZIP_CM_DEFLATE)
        unsafe stat.crc = packed.checksum
        unsafe stat.valid = zip_uint64_t(
            ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC
        )
    }

    /// Fills `data` as far as there are bytes; -1 where they can't be had.
    private func read(into data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        let pieces = packed.pieces
        var filled = 0
        while filled < data.count, piece < pieces.count {
            let count = min(data.count - filled, pieces[piece].count - offset)
            let room = unsafe UnsafeMutableRawBufferPointer(
                rebasing: data[filled..<(filled + count)]
            )
            guard unsafe pieces[piece].copy(from: offset, into: room) else {
                // Only what was laid aside can get lost.
                return fail(ZIP_ER_READ, system: EIO)
            }
            filled += count
            offset += count
            if offset == pieces[piece].count {
                piece += 1
                offset = 0
            }
        }
        return zip_int64_t(filled)
    }
}
