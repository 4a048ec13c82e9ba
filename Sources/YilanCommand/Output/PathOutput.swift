internal import Glibc

/// An output that is written by its path, by those who can't be handed bytes.
struct PathOutput {
    /// The output.
    var file: any OutputFile
    /// What it is called to the user.
    var name: String
    /// The folder for files that are needed on the way.
    var temporaryFolder: String

    /// Calls `body` with a path to write to and an empty folder for its own temporary files.
    ///
    /// What has no path of its own, such as a pipe, gets the bytes when `body` is done.
    /// - Throws: what `body` throws, and `CommandFailure` where there is no room for the files.
    func write(_ body: (_ path: String, _ scratch: String) throws -> Void) throws {
        let scratch = try ScratchFolder(in: temporaryFolder)
        if let path = file.temporaryPath { return try body(path, scratch.path) }
        let whole = try ScratchFolder(in: temporaryFolder)
        let path = FilePath.join(whole.path, "output")
        try body(path, scratch.path)
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
