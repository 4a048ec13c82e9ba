internal import Glibc

/// A folder of files that appear together, whole, or not at all.
///
/// The files are made in a temporary folder. Where the folder is new, the temporary one takes its
/// name; where it exists, the files are moved into it one after the other, and moved back if one
/// can't be. Files that are not ours stay untouched.
final class FolderOutput {
    private let name: String
    private let folder: String
    private let isNew: Bool
    private let stage: String
    private let inputs: ProtectedFiles
    private var files: [StagedFile] = []
    private var isPublished = false

    /// Prepares to make the folder at `path`, or to put files into it.
    ///
    /// - Throws: `CommandFailure` where that is refused.
    init(at path: String, protecting inputs: ProtectedFiles) throws(CommandFailure) {
        name = path
        self.inputs = inputs
        do {
            // A slash at the end makes the kernel follow a link by itself.
            folder = try FilePath.followingLinks(FilePath.withoutSlashes(path))
            isNew = try !Self.isFolder(folder)
            let place = isNew ? FilePath.folder(of: folder) : folder
            stage = try TemporaryFiles.make(in: place) { path in unsafe mkdir(path, 0o777) }.path
        } catch {
            throw .cannotCreate(path, error)
        }
    }

    deinit {
        guard !isPublished else { return }
        let stage = stage
        TemporaryFiles.uninterrupted { $0.remove(stage) }
    }

    /// Adds a file; `relative` is its path in the folder, with at most one folder in it.
    ///
    /// - Throws: `CommandFailure` where it can't be created or would replace an input.
    func addFile(_ relative: String) throws(CommandFailure) -> any OutputFile {
        let shown = FilePath.join(name, relative)
        try inputs.check(shown)
        do {
            let staged = FilePath.join(stage, relative)
            let subfolder = FilePath.folder(of: staged)
            if unsafe mkdir(subfolder, 0o777) != 0, errno != EEXIST { throw SystemError.last }
            let target = try FilePath.followingLinks(FilePath.join(folder, relative))
            let replaced = isNew ? nil : try ReplacedFile(at: target)
            let file = try StagedFile(at: staged, for: target, replacing: replaced, named: shown)
            files.append(file)
            return file
        } catch let error as SystemError {
            throw .cannotCreate(shown, error)
        } catch {
            throw .cannotCreate(shown, SystemError(EIO))
        }
    }

    /// Lets all files appear.
    ///
    /// Each must have been sealed.
    /// - Throws: `CommandFailure` where one can't appear; then none has changed.
    func publish() throws(CommandFailure) {
        let moves = files.map { Move(from: $0.path, to: $0.target, name: $0.name) }
        let (stage, folder, isNew, name) = (stage, folder, isNew, name)
        try TemporaryFiles.uninterrupted { (temporary) throws(CommandFailure) in
            if isNew {
                guard unsafe rename(stage, folder) == 0 else { throw .cannotCreate(name, .last) }
                temporary.forget(stage)
            } else {
                try Self.carryOut(moves, keepingReplacedFilesIn: stage)
                temporary.remove(stage)
            }
        }
        isPublished = true
        AtomicFile.flushFolder(isNew ? FilePath.folder(of: folder) : folder)
    }

    /// One file on its way from the temporary folder to its place.
    private struct Move: Sendable {
        var from: String
        var to: String
        var name: String
    }

    private static func carryOut(
        _ moves: [Move],
        keepingReplacedFilesIn stage: String
    ) throws(CommandFailure) {
        var undo: [() -> Void] = []
        for (index, move) in moves.enumerated() {
            do {
                try carryOut(move, kept: FilePath.join(stage, "replaced-\(index)"), undo: &undo)
            } catch {
                for step in undo.reversed() { step() }
                throw .cannotCreate(move.name, error)
            }
        }
    }

    private static func carryOut(
        _ move: Move,
        kept: String,
        undo: inout [() -> Void]
    ) throws(SystemError) {
        let subfolder = FilePath.folder(of: move.to)
        if unsafe mkdir(subfolder, 0o777) == 0 {
            undo.append { _ = unsafe rmdir(subfolder) }
        } else if errno != EEXIST {
            throw .last
        }
        if unsafe link(move.to, kept) == 0 {
            undo.append { _ = unsafe rename(kept, move.to) }
        } else if errno == ENOENT {
            undo.append { _ = unsafe unlink(move.to) }
        } else {
            // No hard links on this file system: for a moment the name is nobody's. What has come
            // there since is not ours to move.
            guard try ReplacedFile(at: move.to) != nil else { throw SystemError(EEXIST) }
            guard unsafe rename(move.to, kept) == 0 else { throw .last }
            undo.append { _ = unsafe rename(kept, move.to) }
        }
        guard unsafe rename(move.from, move.to) == 0 else { throw .last }
    }

    private static func isFolder(_ path: String) throws(SystemError) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            if errno == ENOENT { return false }
            throw .last
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(ENOTDIR) }
        return true
    }
}

/// A file in a temporary folder that is published with the others of its folder.
private final class StagedFile: OutputFile {
    /// Where the file is until it is published.
    let path: String
    /// Where it will be.
    let target: String
    /// What to call it to the user.
    let name: String
    private var file: OpenFile?

    /// The path at which it may be written by other means.
    var temporaryPath: String? { path }

    init(
        at path: String,
        for target: String,
        replacing replaced: ReplacedFile?,
        named name: String
    ) throws(SystemError) {
        self.path = path
        self.target = target
        self.name = name
        let opened = try OpenFile(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW)
        replaced?.passOn(to: opened.descriptor)
        file = consume opened
    }

    func write(_ bytes: [UInt8]) throws {
        do {
            try file?.write(bytes)
        } catch {
            throw CommandFailure.cannotWrite(name, error)
        }
    }

    func seal() throws {
        do {
            try file?.flush()
            try file.take()?.closeChecked()
        } catch {
            throw CommandFailure.cannotWrite(name, error)
        }
    }

    /// Does nothing: the folder publishes all its files.
    func publish() {}
}
