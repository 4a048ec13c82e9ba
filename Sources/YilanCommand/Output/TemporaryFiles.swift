internal import Glibc
internal import Synchronization

/// The files and folders that must not outlive this process unless they are published.
///
/// Whoever makes one does it here; a signal that ends the process removes what is left.
struct TemporaryFiles {
    /// What is to be removed, in the order of making.
    private var paths: [String] = []

    private static let current = Mutex(TemporaryFiles())

    /// Calls `body` while no signal can come between: for making, publishing and removing.
    ///
    /// - Throws: what `body` throws.
    static func uninterrupted<Result: Sendable, Failure: Error>(
        _ body: (inout sending TemporaryFiles) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try current.withLock { (files) throws(Failure) in try body(&files) }
    }

    /// Makes something under a new name in `folder`, to be removed at the end.
    ///
    /// `make` is given a path and answers as the kernel does: not negative, or the error is in
    /// `errno`; `EEXIST` makes it try another name.
    /// - Throws: `SystemError` where `make` fails for another reason.
    static func make(
        in folder: String,
        for use: FilePath.TemporaryUse = .output,
        _ make: (String) -> Int32
    ) throws(SystemError) -> (path: String, result: Int32) {
        try uninterrupted { (files) throws(SystemError) in
            while true {
                let path = FilePath.join(folder, FilePath.temporaryName(use))
                let result = OpenFile.retrying { make(path) }
                if result >= 0 {
                    files.paths.append(path)
                    return (path, result)
                }
                guard errno == EEXIST else { throw .last }
            }
        }
    }

    /// Makes an empty folder that only this user may enter, under a new name in `folder`.
    ///
    /// - Throws: `SystemError` where the kernel refuses.
    static func makeFolder(
        in folder: String,
        for use: FilePath.TemporaryUse = .output
    ) throws(SystemError) -> String {
        try make(in: folder, for: use) { path in unsafe mkdir(FilePath.cString(path), 0o700) }.path
    }

    /// Removes everything on the list, unless something is being made or published right now.
    static func removeAllIfFree() {
        _ = current.withLockIfAvailable { $0.removeAll() }
    }

    /// Takes a path off the list: it was published, or it is gone.
    mutating func forget(_ path: String) {
        paths.removeAll { Array($0.utf8) == Array(path.utf8) }
    }

    /// Removes a file or a folder with all that is in it, as far as that is possible.
    mutating func remove(_ path: String) {
        Self.removeTree(path)
        forget(path)
    }

    /// Removes everything on the list.
    mutating func removeAll() {
        for path in paths.reversed() { Self.removeTree(path) }
        paths = []
    }

    /// Removes what is at `path` and under it, following no symbolic link.
    private static func removeTree(_ path: String) {
        // Glibc's remove(3) removes an empty folder as well as a file.
        guard unsafe Glibc.remove(FilePath.cString(path)) != 0,
            errno == ENOTEMPTY || errno == EEXIST
        else { return }
        for name in FilePath.names(in: path) { removeTree(FilePath.join(path, name)) }
        _ = unsafe Glibc.remove(FilePath.cString(path))
    }
}
