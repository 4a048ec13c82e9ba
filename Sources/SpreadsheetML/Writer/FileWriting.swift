internal import Glibc

/// The few operations on files that a workbook needs, each checked.
enum FileWriting {
    /// Makes an empty file, or empties the one there is.
    ///
    /// - Throws: `cannotWrite` with the system's error number.
    static func createEmptyFile(at path: String) throws(WorkbookError) {
        let file = try Descriptor(path, flags: O_WRONLY | O_CREAT | O_TRUNC)
        try file.close()
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

    /// Copies a file's bytes into another, and waits until the disk has them.
    ///
    /// The other file is made where there is none; one that is there keeps its mode.
    /// - Throws: `cannotWrite` with the system's error number.
    /// - Complexity: O(n) in the bytes.
    static func copy(_ source: String, to destination: String) throws(WorkbookError) {
        let from = try Descriptor(source, flags: O_RDONLY)
        let to = try Descriptor(destination, flags: O_WRONLY | O_CREAT | O_TRUNC)
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = try from.read(into: &piece)
            if count == 0 { break }
            try to.write(piece[..<count])
        }
        try to.synchronize()
        try to.close()
    }

    /// Removes a file; it may be missing.
    static func remove(_ path: String) {
        _ = unsafe path.withCString { unsafe unlink($0) }
    }

    /// The one owner of an open file.
    private struct Descriptor: ~Copyable {
        private let number: Int32

        init(_ path: String, flags: Int32) throws(WorkbookError) {
            number = unsafe path.withCString { unsafe open($0, flags | O_CLOEXEC, 0o666) }
            guard number >= 0 else { throw WorkbookError(.cannotWrite(system: errno)) }
        }

        deinit { _ = Glibc.close(number) }

        func read(into piece: inout [UInt8]) throws(WorkbookError) -> Int {
            while true {
                let count = unsafe piece.withUnsafeMutableBytes {
                    unsafe Glibc.read(number, $0.baseAddress, $0.count)
                }
                if count >= 0 { return count }
                guard errno == EINTR else { throw WorkbookError(.cannotWrite(system: errno)) }
            }
        }

        func write(_ bytes: ArraySlice<UInt8>) throws(WorkbookError) {
            var rest = bytes
            while !rest.isEmpty {
                let count = unsafe rest.withUnsafeBytes {
                    unsafe Glibc.write(number, $0.baseAddress, $0.count)
                }
                if count < 0 {
                    guard errno == EINTR else { throw WorkbookError(.cannotWrite(system: errno)) }
                } else {
                    rest = rest.dropFirst(count)
                }
            }
        }

        func synchronize() throws(WorkbookError) {
            // Pipes and some file systems can't, and say so with EINVAL.
            guard fsync(number) == 0 || errno == EINVAL else {
                throw WorkbookError(.cannotWrite(system: errno))
            }
        }

        /// Closes the file and says whether that failed, as some file systems only then do.
        consuming func close() throws(WorkbookError) {
            let status = Glibc.close(number)
            discard self
            guard status == 0 else { throw WorkbookError(.cannotWrite(system: errno)) }
        }
    }
}
