internal import CLibzip
internal import Glibc

/// An archive that libzip writes straight to a file.
///
/// By itself libzip writes beside the file, under a name of random signs: having OpenSSL make them was 4 %
/// of the instructions of writing a workbook of 60 targets. Its hundred short writes are gathered.
final class NewArchive: ArchiveSource {
    private let file: Int32
    /// Where the next byte is written.
    private var end = 0
    /// What the file doesn't have yet, and where it begins in the file.
    private var (pending, pendingStart) = ([UInt8](), 0)

    private static let mostPending = 1 << 18

    private init(at path: String) throws(WorkbookError) {
        file = unsafe path.withCString {
            unsafe Glibc.open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        }
        guard file >= 0 else { throw WorkbookError(.cannotWrite(system: errno)) }
    }

    deinit { if file >= 0 { _ = close(file) } }

    /// Begins an archive without entries at a path; it is written when it is closed, which waits until the
    /// disk has it.
    ///
    /// The file is made where there is none; one that is there keeps its mode.
    /// - Throws: `cannotWrite` where the file can't be opened.
    static func opened(at path: String) throws(WorkbookError) -> OpaquePointer {
        let file = try NewArchive(at: path)
        guard let source = unsafe file.source() else {
            throw WorkbookError(.cannotWrite(system: ENOMEM))
        }
        let flags = ZIP_CREATE | ZIP_TRUNCATE
        guard let archive = unsafe libzip.zip_open_from_source(source, flags, nil) else {
            unsafe libzip.zip_source_free(source)
            throw WorkbookError(.cannotWrite(system: ENOMEM))
        }
        return unsafe archive
    }

    override class var commands: [zip_source_cmd_t] {
        [
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_SEEK,
            ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
            ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE,
            ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
        ]
    }

    override func carryOut(
        _ command: zip_source_cmd_t,
        _ data: UnsafeMutableRawBufferPointer
    ) -> zip_int64_t {
        switch command {
        // There is nothing to read.
        case ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_CLOSE:
            return 0
        case ZIP_SOURCE_BEGIN_WRITE: return 0
        case ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_REMOVE: return 0
        case ZIP_SOURCE_WRITE: return unsafe write(data)
        case ZIP_SOURCE_SEEK_WRITE: return unsafe seek(data)
        case ZIP_SOURCE_TELL_WRITE: return zip_int64_t(end)
        case ZIP_SOURCE_COMMIT_WRITE: return commit()
        default: return unsafe super.carryOut(command, data)
        }
    }

    override func describe(_ stat: inout zip_stat_t) {
        unsafe stat.size = 0
        unsafe stat.valid = zip_uint64_t(ZIP_STAT_SIZE)
    }

    private func write(_ data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        let offset = end - pendingStart
        if offset >= 0, offset + data.count <= pending.count {
            // It goes back to write a header anew, which is as long as before.
            unsafe pending.replaceSubrange(offset..<(offset + data.count), with: data)
        } else {
            if offset != pending.count || pending.count > Self.mostPending {
                guard writePending() else { return fail(ZIP_ER_WRITE, system: errno) }
                pendingStart = end
            }
            pending.reserveCapacity(Self.mostPending)
            unsafe pending.append(contentsOf: data)
        }
        end += data.count
        return zip_int64_t(data.count)
    }

    /// Writes what the file doesn't have yet; returns whether the kernel took it.
    private func writePending() -> Bool {
        var written = 0
        while written < pending.count {
            let count = unsafe pending.withUnsafeBytes { bytes in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
                return unsafe pwrite(file, rest.baseAddress, rest.count, pendingStart + written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return false }
            written += count
        }
        pending.removeAll(keepingCapacity: true)
        return true
    }

    private func commit() -> zip_int64_t {
        // Some file systems can't wait for a disk, and say so with EINVAL.
        guard writePending(), fsync(file) == 0 || errno == EINVAL else {
            return fail(ZIP_ER_WRITE, system: errno)
        }
        // Network file systems report a full disk when a descriptor is closed.
        let copy = fcntl(file, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0, close(copy) == 0 else { return fail(ZIP_ER_WRITE, system: errno) }
        return 0
    }

    private func seek(_ data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
        guard data.count >= MemoryLayout<zip_source_args_seek_t>.size else { return -1 }
        let wanted = unsafe data.loadUnaligned(as: zip_source_args_seek_t.self)
        let start: Int
        switch wanted.whence {
        case SEEK_SET: start = 0
        case SEEK_CUR: start = end
        default:
            var status = stat()
            guard writePending(), unsafe fstat(file, &status) == 0 else {
                return fail(ZIP_ER_SEEK, system: errno)
            }
            start = Int(status.st_size)
            pendingStart = start
        }
        guard start + Int(wanted.offset) >= 0 else {
            return fail(ZIP_ER_INVAL)
        }
        end = start + Int(wanted.offset)
        return 0
    }
}
