internal import Glibc

/// Names of files as the kernel sees them: bytes, separated by slashes.
///
/// They are kept as texts in which a byte that is no UTF-8 stands as a character of its own; see
/// `text(of:)`.
enum FilePath {
    /// The last part of a path, without slashes at its end.
    static func name(of path: String) -> String {
        let bytes = trimmed(path)
        let start = bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0
        return String(decoding: bytes[start...], as: UTF8.self)
    }

    /// The folder that a path's last part is in: `.` where the path names none.
    static func folder(of path: String) -> String {
        let bytes = trimmed(path)
        guard let end = bytes.lastIndex(of: slash) else { return "." }
        return end == 0 ? "/" : String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// The path of `name` in `folder`.
    static func join(_ folder: String, _ name: String) -> String {
        folder.utf8.last == slash ? folder + name : folder + "/" + name
    }

    /// Whether a path names a folder by ending in a slash.
    static func endsInSlash(_ path: String) -> Bool {
        path.utf8.last == slash
    }

    /// A name that no file has by chance, for a file that is hidden and soon gone.
    static func temporaryName(_ use: TemporaryUse = .output) -> String {
        var generator = SystemRandomNumberGenerator()
        return use.rawValue + String(generator.next() as UInt64, radix: 36)
    }

    /// What something is for that is hidden and soon gone; names begin with it.
    enum TemporaryUse: String {
        /// It becomes an output, or holds those that do.
        case output = ".yilan-"
        /// It is locked by who is at work in it; no other name goes on with a hyphen.
        case scratch = ".yilan-scratch-"
    }

    /// The path that symbolic links at the end of `path` lead to; it need not exist.
    ///
    /// - Throws: `SystemError` where links go in circles or can't be read.
    static func followingLinks(_ path: String) throws(SystemError) -> String {
        var current = path
        for _ in 0..<40 {
            guard try isLink(current) else { return current }
            let target = try destination(ofLink: current)
            current = target.utf8.first == slash ? target : join(folder(of: current), target)
        }
        throw SystemError(ELOOP)
    }

    /// What the kernel knows of what a path leads to, symbolic links followed; nil where nothing is there, or
    /// it can't be asked for (`errno`).
    static func status(of path: String) -> stat? {
        var status = stat()
        return unsafe stat(cString(path), &status) == 0 ? status : nil
    }

    /// The names of what is in a folder that begin with `prefix` (ASCII), `.` and `..` left out; none where it
    /// can't be read.
    static func names(in folder: String, beginningWith prefix: String = "") -> [String] {
        guard let stream = unsafe opendir(cString(folder)) else { return [] }
        defer { _ = unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer -> String? in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                    // Before a text is made of it: a folder for temporary files has thousands.
                    unsafe strncmp(name, prefix, prefix.utf8.count) == 0 ? text(at: name) : nil
                }
            }
            if let name, name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func isLink(_ path: String) throws(SystemError) -> Bool {
        var status = stat()
        guard unsafe lstat(cString(path), &status) == 0 else {
            if errno == ENOENT { return false }
            throw .last
        }
        return status.st_mode & S_IFMT == S_IFLNK
    }

    private static func destination(ofLink path: String) throws(SystemError) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = unsafe readlink(cString(path), &buffer, buffer.count)
        guard count >= 0 else { throw .last }
        return text(of: buffer[..<count].map { UInt8(bitPattern: $0) })
    }

    /// The path without slashes at its end.
    static func withoutSlashes(_ path: String) -> String {
        String(decoding: trimmed(path), as: UTF8.self)
    }

    private static func trimmed(_ path: String) -> [UInt8] {
        var bytes = Array(path.utf8)
        while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
        return bytes
    }

    private static let slash = UInt8(ascii: "/")
}

extension stat {
    /// Whether it is a folder's.
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}
