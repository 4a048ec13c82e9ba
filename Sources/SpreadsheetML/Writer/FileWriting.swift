internal import Glibc

/// The few operations on files that a workbook needs, each checked.
enum FileWriting {
    /// Makes an empty file, or empties the one there is.
    ///
    /// - Throws: `cannotWrite` with the system's error number.
    static func createEmptyFile(at path: String) throws(WorkbookError) {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        let file = unsafe path.withCString { unsafe open($0, flags, 0o666) }
        // Some file systems fail only when a file is closed.
        guard file >= 0, close(file) == 0 else { throw WorkbookError(.cannotWrite(system: errno)) }
    }

    /// Makes sure that a folder's disk has room for so many bytes.
    ///
    /// - Throws: `cannotWrite` where it hasn't, or where the folder can't be looked at.
    static func requireRoom(of bytes: Int, in folder: String) throws(WorkbookError) {
        var disk = statvfs()
        guard unsafe folder.withCString({ unsafe statvfs($0, &disk) }) == 0 else {
            throw WorkbookError(.cannotWrite(system: errno))
        }
        // Some file systems don't tell their size.
        guard disk.f_blocks > 0 else { return }
        let (room, isHuge) = disk.f_bavail.multipliedReportingOverflow(by: UInt(disk.f_frsize))
        guard isHuge || room >= UInt(bytes) else {
            throw WorkbookError(.cannotWrite(system: ENOSPC))
        }
    }

    /// Removes a file; it may be missing.
    static func remove(_ path: String) {
        _ = unsafe path.withCString { unsafe unlink($0) }
    }
}
