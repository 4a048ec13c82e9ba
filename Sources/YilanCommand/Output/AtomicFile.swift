internal import Glibc
internal import Yilan

/// A regular file that appears whole, under its name, or not at all.
///
/// The bytes go to a draft in the same folder, which takes the name in one step when everything
/// has arrived on the disk. Until then a file that had the name is untouched, and it stays if
/// anything fails. Symbolic links are followed; the mode of a replaced file is kept.
final class AtomicFile: OutputFile {
    /// Where the bytes are until the file is published.
    var temporaryPath: String? { draft.path }
    private let draft: DraftFile
    private let name: String
    private let target: String
    private let replaced: ReplacedFile?

    /// Prepares to make or replace the file at `path`.
    ///
    /// - Throws: `CommandFailure` where the file can't be created or may not be replaced.
    init(at path: String) throws(CommandFailure) {
        name = path
        do {
            target = try FilePath.followingLinks(path)
            replaced = try ReplacedFile(at: target)
            let folder = FilePath.folder(of: target)
            draft = try DraftFile(in: folder, mode: replaced == nil ? 0o666 : 0o600)
        } catch {
            throw .cannotCreate(path, error)
        }
    }

    /// The number that the kernel knows the draft by.
    var descriptor: Int32 { draft.descriptor }

    /// Writes the next bytes to the draft.
    func write(_ bytes: [UInt8]) throws {
        try wrote(Result { () throws(SystemError) in try draft.write(bytes) })
    }

    /// Takes it that bytes were written to the draft, or why not.
    ///
    /// - Throws: `CommandFailure` where they couldn't be.
    func wrote(_ written: Result<Void, SystemError>) throws(CommandFailure) {
        do {
            try written.get()
        } catch {
            throw .cannotWrite(name, error)
        }
    }

    /// Puts the draft on the disk itself.
    func seal() throws {
        do {
            replaced?.passOn(to: draft.descriptor)
            try draft.flush()
        } catch {
            throw CommandFailure.cannotWrite(name, error)
        }
    }

    /// Gives the draft the name, in one step.
    func publish() throws {
        do {
            try draft.publish(as: target)
        } catch {
            throw CommandFailure.cannotCreate(name, error)
        }
        Self.flushFolder(FilePath.folder(of: target))
    }

    /// Gives the draft the name, unless the file that has it says something else than `bytes`.
    ///
    /// That is looked at twice: the bytes before, and in the same step as the names change
    /// whether it still is that file.
    /// - Returns: Whether it was done.
    /// - Throws: `CommandFailure` where the kernel refuses; then nothing has changed.
    func publish(over bytes: [UInt8]) throws(CommandFailure) -> Bool {
        guard let version = FileVersion(of: target, ifItSays: bytes) else { return false }
        do {
            guard try exchange(over: version) else { return false }
        } catch {
            // It was there a moment ago; where it is gone, reading it again will tell.
            if error.number == ENOENT { return false }
            throw .cannotCreate(name, error)
        }
        Self.flushFolder(FilePath.folder(of: target))
        return true
    }

    private func exchange(over version: FileVersion) throws(SystemError) -> Bool {
        do {
            return try draft.publish(as: target) { FileVersion(at: $0) == version }
        } catch  where [EINVAL, ENOSYS, ENOTSUP, EPERM].contains(error.number) {
            // A file system that can't exchange names; what is left is the moment between.
            guard FileVersion(at: target) == version else { return false }
            try draft.publish(as: target)
            return true
        }
    }

    /// Puts the entry of a folder on the disk itself, where the system lets it.
    ///
    /// A failure is passed over: the file is there, whole, under its name.
    static func flushFolder(_ path: String) {
        guard let folder = try? OpenFile(path, O_RDONLY | O_DIRECTORY) else { return }
        try? folder.flush()
    }
}

/// The file that an output takes the place of.
struct ReplacedFile {
    private let mode: mode_t
    private let owner: uid_t
    private let group: gid_t

    /// Looks at the file at `path`; nil where there is none.
    ///
    /// - Throws: `SystemError` where it may not be replaced: a file that is protected against
    ///   writing is meant to stay, though its folder would let it be replaced.
    init?(at path: String) throws(SystemError) {
        guard let status = FilePath.status(of: path) else {
            if errno == ENOENT { return nil }
            throw .last
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw SystemError(EISDIR)
        default: throw SystemError(EEXIST)
        }
        guard unsafe faccessat(AT_FDCWD, FilePath.cString(path), W_OK, AT_EACCESS) == 0 else {
            throw .last
        }
        mode = status.st_mode & 0o7777
        owner = status.st_uid
        group = status.st_gid
    }

    /// Gives an open file the mode and, where this user may, the owner.
    func passOn(to descriptor: Int32) {
        var mode = mode
        if fchown(descriptor, owner, group) != 0 {
            // In another group, the group's rights would be given to strangers.
            mode = mode & 0o707 | (mode & 0o007) << 3
        }
        _ = fchmod(descriptor, mode)
    }
}
