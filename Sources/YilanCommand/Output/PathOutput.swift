internal import Glibc
internal import Synchronization
internal import Yilan

/// An output that is written by its path, by those who can't be handed bytes.
struct PathOutput {
    /// The output.
    var file: any OutputFile
    /// What it is called to the user.
    var name: String
    /// The folder for files that are needed on the way.
    var temporaryFolder: String

    /// Calls `body` with a path to write to and an empty folder for its own temporary files, which is made when
    /// it is needed.
    ///
    /// What has no path of its own, such as a pipe, gets the bytes when `body` is done.
    /// - Throws: what `body` throws, and `CommandFailure` where there is no room for the files.
    func write(_ body: (_ path: String, _ scratch: ScratchSpace) throws -> Void) throws {
        let made = MadeFolder()
        let scratch = ScratchSpace(below: temporaryFolder) { [temporaryFolder] in
            made.make(in: temporaryFolder)
        }
        // It goes with all that was left in it.
        defer { made.remove() }
        if let path = file.temporaryPath { return try body(path, scratch) }
        let whole = try ScratchFolder(in: temporaryFolder)
        let path = FilePath.join(whole.path, "output")
        try body(path, scratch)
        do {
            let source = try OpenFile(path, O_RDONLY)
            while case let piece = try source.read(upTo: 1 << 18), !piece.isEmpty {
                try file.write(piece)
            }
        } catch let error as SystemError {
            throw CommandFailure.cannotWrite(name, error)
        }
    }
}

/// A folder that another core may make.
private final class MadeFolder: Sendable {
    private let folder = Mutex<ScratchFolder?>(nil)

    /// Makes it in another folder and returns its path; nil where that is refused.
    func make(in parent: String) -> String? {
        folder.withLock { folder in
            folder = try? ScratchFolder(in: parent)
            return folder?.path
        }
    }

    /// Removes it, if it was made.
    func remove() { folder.withLock { $0 = nil } }
}
