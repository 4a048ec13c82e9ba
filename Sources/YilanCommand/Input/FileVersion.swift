internal import Glibc

/// Which file stands at a path, and as of when: equal as long as nobody replaces or changes it.
struct FileVersion: Equatable {
    private let device: dev_t
    private let number: ino_t
    private let size: off_t
    private let changed: [Int]

    private init(_ status: stat) {
        device = status.st_dev
        number = status.st_ino
        size = status.st_size
        changed = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }

    /// The version of the file at `path`, symbolic links not followed; nil where none is.
    init?(at path: String) {
        var status = stat()
        guard unsafe lstat(FilePath.cString(path), &status) == 0 else { return nil }
        self.init(status)
    }

    /// The version of an open file; nil where it can't be told.
    init?(of descriptor: Int32) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The version of the file at `path` that says `bytes` and nothing else; nil where it doesn't,
    /// or changes while it is read.
    ///
    /// - Complexity: O(n) in the bytes.
    init?(of path: String, ifItSays bytes: [UInt8]) {
        guard let file = try? OpenFile(path, O_RDONLY), let before = Self(of: file.descriptor),
            before.size == bytes.count
        else { return nil }
        var start = 0
        while start < bytes.count {
            guard let piece = try? file.read(upTo: 1 << 18), !piece.isEmpty,
                start + piece.count <= bytes.count,
                piece.elementsEqual(bytes[start..<start + piece.count])
            else { return nil }
            start += piece.count
        }
        guard let after = Self(of: file.descriptor), after == before else { return nil }
        self = after
    }
}
