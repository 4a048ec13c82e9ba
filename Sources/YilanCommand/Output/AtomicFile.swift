internal import Glibc
internal import SourceText

/// A regular file that appears whole, under its name, or not at all.
///
/// The bytes go to a temporary file in the same folder, which takes the name in one step when
/// everything has arrived on the disk. Until then a file that had the name is untouched, and it
/// stays if anything fails. Symbolic links are followed; the mode of a replaced file is kept.
final class AtomicFile: OutputFile {
    /// Where the bytes are until the file is published.
    var temporaryPath: String? { temporary }
    private let temporary: String
    private let name: String
    private let target: String
    private var file: OpenFile?
    private var isPublished = false

    /// Prepares to make or replace the file at `path`.
    ///
    /// - Throws: `CommandFailure` where the file can't be created or may not be replaced.
    init(at path: String) throws(CommandFailure) {
        name = path
        do {
            target = try FilePath.followingLinks(path)
            let replaced = try ReplacedFile(at: target)
            let (temporary, descriptor) = try TemporaryFiles.make(
                in: FilePath.folder(of: target)
            ) { path in
                let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
                return unsafe open(path, flags, replaced == nil ? 0o666 : 0o600)
            }
            self.temporary = temporary
            file = OpenFile(owning: descriptor)
            replaced?.passOn(to: descriptor)
        } catch {
            throw .cannotCreate(path, error)
        }
    }

    deinit {
        guard !isPublished else { return }
        let temporary = temporary
        TemporaryFiles.uninterrupted { $0.remove(temporary) }
    }

    /// Writes the next bytes to the temporary file.
    func write(_ bytes: [UInt8]) throws {
        do {
            try file?.write(bytes)
        } catch {
            throw CommandFailure.cannotWrite(name, error)
        }
    }

    /// Puts the temporary file on the disk itself and closes it.
    func seal() throws {
        do {
            try file?.flush()
            try file.take()?.closeChecked()
        } catch {
            throw CommandFailure.cannotWrite(name, error)
        }
    }

    /// Gives the temporary file the name, in one step.
    func publish() throws {
        let (from, to) = (temporary, target)
        do {
            try TemporaryFiles.uninterrupted { (files) throws(SystemError) in
                guard unsafe rename(from, to) == 0 else { throw .last }
                files.forget(from)
            }
            isPublished = true
        } catch {
            throw CommandFailure.cannotCreate(name, error)
        }
        Self.flushFolder(FilePath.folder(of: target))
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
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw .last
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw SystemError(EISDIR)
        default: throw SystemError(EEXIST)
        }
        guard unsafe faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 else { throw .last }
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
