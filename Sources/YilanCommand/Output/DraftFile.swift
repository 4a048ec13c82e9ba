internal import CLinux
internal import Glibc

/// A regular file that is being made in the folder in which it will appear.
///
/// It has no name until it is whole, so nothing is left of it however the process ends. Where the
/// file system has no files without names, it has a hidden one that goes with the value, and that
/// a signal removes.
final class DraftFile {
    private let folder: String
    private let file: OpenFile
    private var hiddenPath: String?

    /// Makes an empty one in `folder`.
    ///
    /// - Throws: `SystemError` where the kernel refuses.
    init(in folder: String, mode: mode_t) throws(SystemError) {
        self.folder = folder
        if let unnamed = Self.unnamed(in: folder, mode: mode) {
            file = OpenFile(owning: unnamed)
            return
        }
        let (path, descriptor) = try TemporaryFiles.make(in: folder) { path in
            let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
            return unsafe open(FilePath.cString(path), flags, mode)
        }
        hiddenPath = path
        file = OpenFile(owning: descriptor)
    }

    deinit {
        guard let hiddenPath else { return }
        TemporaryFiles.uninterrupted { $0.remove(hiddenPath) }
    }

    /// The number that the kernel knows the file by.
    var descriptor: Int32 { file.descriptor }

    /// A path at which this process may open the file; nobody else can.
    var path: String {
        Self.descriptorsHavePaths ? Self.path(of: descriptor) : hiddenPath ?? ""
    }

    /// Writes the next bytes.
    ///
    /// - Throws: `SystemError` where the kernel refuses.
    func write(_ bytes: [UInt8]) throws(SystemError) {
        try file.write(bytes)
    }

    /// Puts the file on the disk itself.
    ///
    /// - Throws: `SystemError` where the device fails or has no room.
    func flush() throws(SystemError) {
        try file.flush()
        // Network file systems report a full disk when a descriptor is closed.
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw .last }
        try OpenFile(owning: copy).closeChecked()
    }

    /// Gives the file the name `target` in its folder, in one step; what has that name is replaced.
    ///
    /// - Throws: `SystemError` where the kernel refuses; then nothing has changed.
    func publish(as target: String) throws(SystemError) {
        if hiddenPath == nil, link(as: target) == 0 { return }
        let from = try named()
        try TemporaryFiles.uninterrupted { (files) throws(SystemError) in
            guard unsafe rename(FilePath.cString(from), FilePath.cString(target)) == 0 else {
                throw .last
            }
            files.forget(from)
        }
        hiddenPath = nil
    }

    /// Lets the file and the one named `target` change their names, in one step, and calls `check`
    /// with the path that the replaced file has now; where that is false they change back.
    ///
    /// - Throws: `SystemError` where the kernel refuses or the file system can't do it; then nothing
    ///   has changed.
    func publish(
        as target: String,
        ifReplaced check: @Sendable (String) -> Bool
    ) throws(SystemError) -> Bool {
        let from = try named()
        let version = FileVersion(of: descriptor)
        let isReplaced = try TemporaryFiles.uninterrupted { (files) throws(SystemError) in
            try Self.exchange(from, target)
            if check(from) {
                files.remove(from)
                return true
            }
            // Whoever replaced the file in this very moment gets the name back; so does whoever
            // comes while that happens.
            for _ in 0..<100 {
                try Self.exchange(from, target)
                guard FileVersion(at: from) != version else { break }
            }
            return false
        }
        if isReplaced { hiddenPath = nil }
        return isReplaced
    }

    /// The hidden name of the file, which it gets now unless it has one.
    private func named() throws(SystemError) -> String {
        if let hiddenPath { return hiddenPath }
        let path = try TemporaryFiles.make(in: folder) { self.link(as: $0) }.path
        hiddenPath = path
        return path
    }

    private func link(as name: String) -> Int32 {
        let here = FilePath.cString(Self.path(of: descriptor))
        return unsafe linkat(AT_FDCWD, here, AT_FDCWD, FilePath.cString(name), AT_SYMLINK_FOLLOW)
    }

    private static func exchange(_ one: String, _ other: String) throws(SystemError) {
        let (one, other) = (FilePath.cString(one), FilePath.cString(other))
        let flags = UInt32(yilan_rename_exchange)
        guard unsafe renameat2(AT_FDCWD, one, AT_FDCWD, other, flags) == 0 else { throw .last }
    }

    private static func path(of descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

    private static var descriptorsHavePaths: Bool {
        unsafe access("/proc/self/fd", X_OK) == 0
    }

    /// A file without a name, open; nil where there is none to be had.
    ///
    /// It can only get a name by the path of its descriptor.
    private static func unnamed(in folder: String, mode: mode_t) -> Int32? {
        guard descriptorsHavePaths else { return nil }
        let flags = O_RDWR | O_CLOEXEC | Int32(yilan_open_unnamed)
        let descriptor = OpenFile.retrying {
            unsafe open(FilePath.cString(folder), flags, mode)
        }
        return descriptor >= 0 ? descriptor : nil
    }
}
