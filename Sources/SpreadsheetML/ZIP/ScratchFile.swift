internal import Glibc
package import SourceText
internal import Synchronization

/// A file without a name that takes what a large workbook has no room for in memory until it is
/// finished: of a million targets that is more than half a gigabyte.
///
/// It goes with its owner. Where its disk is full, or there is none, bytes stay in memory.
package final class ScratchFile: Sendable {
    private let descriptor: Int32
    private let end = Mutex(0)

    /// Makes a file in a folder; nil where that can't be.
    init?(in folder: ScratchSpace) {
        guard let folder = folder.path() else { return nil }
        let path = folder + "/scratch"
        descriptor = unsafe path.withCString { path in
            let opened = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if opened >= 0 { _ = unsafe unlink(path) }
            return opened
        }
        guard descriptor >= 0 else { return nil }
    }

    deinit { _ = close(descriptor) }

    /// Puts bytes behind those before and returns where they begin; nil where there is no room.
    func add(_ bytes: [UInt8]) -> Int? {
        end.withLock { end in
            let start = end
            var written = 0
            while written < bytes.count {
                let count = unsafe bytes.withUnsafeBytes { bytes in
                    let rest = unsafe bytes[written...]
                    return unsafe pwrite(
                        descriptor,
                        UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                        rest.count,
                        start + written
                    )
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return nil }
                written += count
            }
            end = start + bytes.count
            return start
        }
    }

    /// Reads as many bytes as `room` has, from an offset on; returns whether they were there.
    func read(into room: UnsafeMutableRawBufferPointer, at offset: Int) -> Bool {
        var filled = 0
        while filled < room.count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: room[filled...])
            let count = unsafe pread(descriptor, rest.baseAddress, rest.count, offset + filled)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            filled += count
        }
        return true
    }
}

/// Bytes in memory, or laid aside in a scratch file.
package enum KeptPiece: Sendable {
    /// They are there.
    case inMemory([UInt8])
    /// They are in a file, from an offset on.
    case laidAside(ScratchFile, offset: Int, count: Int)

    /// How many bytes it has.
    var count: Int {
        switch self {
        case .inMemory(let bytes): bytes.count
        case .laidAside(_, _, let count): count
        }
    }

    /// Returns all of its bytes.
    ///
    /// - Throws: `cannotWrite` where they can't be had.
    package func whole() throws(WorkbookError) -> [UInt8] {
        if case .inMemory(let bytes) = self { return bytes }
        guard let bytes = bytes(0..<count) else { throw WorkbookError(.cannotWrite(system: EIO)) }
        return bytes
    }

    /// Returns a range of its bytes; nil where they can't be had.
    func bytes(_ range: Range<Int>) -> [UInt8]? {
        var isThere = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { room, count in
            let room = unsafe UnsafeMutableRawBufferPointer(
                rebasing: UnsafeMutableRawBufferPointer(room)[..<range.count]
            )
            isThere = unsafe copy(from: range.lowerBound, into: room)
            count = isThere ? range.count : 0
        }
        return isThere ? bytes : nil
    }

    /// Copies bytes, from an offset within the piece on, to fill `room`; returns whether they were
    /// there.
    func copy(from offset: Int, into room: UnsafeMutableRawBufferPointer) -> Bool {
        switch self {
        case .inMemory(let bytes):
            guard offset + room.count <= bytes.count else { return false }
            unsafe bytes.withUnsafeBytes { bytes in
                unsafe room.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + room.count)])
                )
            }
            return true
        case .laidAside(let file, let start, let count):
            guard offset + room.count <= count else { return false }
            return unsafe file.read(into: room, at: start + offset)
        }
    }
}

/// Keeps the pieces of a workbook: the first ones in memory, the others in a scratch file.
package final class PieceKeeping: Sendable {
    private let folder: ScratchSpace
    private let state: Mutex<(left: Int, file: ScratchFile?)>

    /// Prepares to keep as many bytes in memory; the scratch file is in `folder`.
    package init(inMemory bytes: Int = 1 << 22, folder: ScratchSpace) {
        self.folder = folder
        state = Mutex((bytes, nil))
    }

    /// Keeps a piece.
    package func keep(_ bytes: [UInt8]) -> KeptPiece {
        let file = state.withLock { state -> ScratchFile? in
            state.left -= bytes.count
            guard state.left < 0 else { return nil }
            if state.file == nil { state.file = ScratchFile(in: folder) }
            return state.file
        }
        guard let file, let offset = file.add(bytes) else { return .inMemory(bytes) }
        return .laidAside(file, offset: offset, count: bytes.count)
    }
}
