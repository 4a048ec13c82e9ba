internal import Glibc

/// A folder of files that appear together, whole, or not at all.
///
/// The files are drafts until all are whole. Where the folder is new, they are then put into a
/// hidden one that takes its name; where it exists, they are put into it one after the other, and
/// taken out again if one can't be. Files that are not ours stay untouched.
final class FolderOutput {
    private let name: String
    private let folder: String
    private let isNew: Bool
    private let inputs: ProtectedFiles
    private var files: [StagedFile] = []
    private var stage: String?

    /// How many drafts are kept open; further ones get a name in the hidden folder when they are
    /// whole, for a process may not open files without end.
    private static let mostDrafts = 200

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
            // Told now, not when the work is done.
            _ = try DraftFile(in: isNew ? FilePath.folder(of: folder) : folder, mode: 0o600)
        } catch {
            throw .cannotCreate(path, error)
        }
    }

    deinit { removeStage() }

    /// Adds a file; `relative` is its path in the folder, with at most one folder in it.
    ///
    /// - Throws: `CommandFailure` where it can't be created or would replace an input.
    func addFile(_ relative: String) throws(CommandFailure) -> any OutputFile {
        let relative = FilePath.text(of: Array(relative.utf8))
        let shown = FilePath.join(name, relative)
        try inputs.check(shown)
        do {
            let target = try FilePath.followingLinks(FilePath.join(folder, relative))
            let file = try StagedFile(
                in: isNew ? FilePath.folder(of: folder) : place(ofDraftFor: target),
                for: isNew ? relative : target,
                replacing: isNew ? nil : ReplacedFile(at: target),
                named: shown
            )
            if files.count >= Self.mostDrafts {
                file.pathWhenSealed = FilePath.join(try makeStage(), "draft-\(files.count)")
            }
            files.append(file)
            return file
        } catch {
            throw .cannotCreate(shown, error)
        }
    }

    /// Lets all files appear.
    ///
    /// Each must have been sealed.
    /// - Throws: `CommandFailure` where one can't appear; then none has changed.
    func publish() throws(CommandFailure) {
        defer { removeStage() }
        do {
            let stage = try makeStage()
            if isNew { try publishNew(by: stage) } else { try publishEach(keepingIn: stage) }
        } catch let error as SystemError {
            throw .cannotCreate(name, error)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw .cannotCreate(name, SystemError(EIO))
        }
        // Before the disk is waited for: nobody who stops the program then shall find the hidden one.
        removeStage()
        AtomicFile.flushFolder(isNew ? FilePath.folder(of: folder) : folder)
    }

    /// Puts the files into a folder within the hidden one, which then takes the name.
    private func publishNew(by stage: String) throws(SystemError) {
        let new = FilePath.join(stage, "folder")
        guard unsafe mkdir(FilePath.cString(new), 0o777) == 0 else { throw .last }
        for file in files {
            let path = FilePath.join(new, file.target)
            let subfolder = FilePath.folder(of: path)
            if unsafe mkdir(FilePath.cString(subfolder), 0o777) != 0, errno != EEXIST {
                throw .last
            }
            try file.appear(as: path)
        }
        guard unsafe rename(FilePath.cString(new), FilePath.cString(folder)) == 0 else {
            throw .last
        }
    }

    /// Puts each file in its place; where that fails, what was there comes back.
    private func publishEach(keepingIn stage: String) throws(CommandFailure) {
        var undo: [() -> Void] = []
        for (index, file) in files.enumerated() {
            do {
                let kept = FilePath.join(stage, "replaced-\(index)")
                try Self.carryOut(file, kept: kept, undo: &undo)
            } catch {
                for step in undo.reversed() { step() }
                throw .cannotCreate(file.name, error)
            }
        }
    }

    private static func carryOut(
        _ file: StagedFile,
        kept: String,
        undo: inout [() -> Void]
    ) throws(SystemError) {
        let subfolder = FilePath.cString(FilePath.folder(of: file.target))
        if unsafe mkdir(subfolder, 0o777) == 0 {
            undo.append { _ = unsafe rmdir(subfolder) }
        } else if errno != EEXIST {
            throw .last
        }
        let (target, kept) = (FilePath.cString(file.target), FilePath.cString(kept))
        if unsafe link(target, kept) == 0 {
            undo.append { _ = unsafe rename(kept, target) }
        } else if errno == ENOENT {
            undo.append { _ = unsafe unlink(target) }
        } else {
            // No hard links on this file system: for a moment the name is nobody's. What has come
            // there since is not ours to move.
            guard try ReplacedFile(at: file.target) != nil else { throw SystemError(EEXIST) }
            guard unsafe rename(target, kept) == 0 else { throw .last }
            undo.append { _ = unsafe rename(kept, target) }
        }
        try file.appear(as: file.target)
    }

    /// The folder that a file will be in, as far as there is one.
    private func place(ofDraftFor target: String) -> String {
        let place = FilePath.folder(of: target)
        return (try? Self.isFolder(place)) == true ? place : folder
    }

    /// The hidden folder, beside the output or in it, which is made now unless it is there.
    private func makeStage() throws(SystemError) -> String {
        if let stage { return stage }
        let made = try TemporaryFiles.makeFolder(
            in: isNew ? FilePath.folder(of: folder) : folder
        )
        stage = made
        return made
    }

    private func removeStage() {
        guard let stage else { return }
        TemporaryFiles.uninterrupted { $0.remove(stage) }
        self.stage = nil
    }

    private static func isFolder(_ path: String) throws(SystemError) -> Bool {
        guard let status = FilePath.status(of: path) else {
            if errno == ENOENT { return false }
            throw .last
        }
        guard status.isFolder else { throw SystemError(ENOTDIR) }
        return true
    }
}

/// A file that is published with the others of its folder.
private final class StagedFile: OutputFile {
    /// Where it will be: in a folder that is there already, or within the one that is made.
    let target: String
    /// What to call it to the user.
    let name: String
    /// The path that it gets when it is whole, where it may not stay a draft.
    var pathWhenSealed: String?
    private let replaced: ReplacedFile?
    private var draft: DraftFile?

    /// The path at which it may be written by other means.
    var temporaryPath: String? { draft?.path }

    init(
        in folder: String,
        for target: String,
        replacing replaced: ReplacedFile?,
        named name: String
    ) throws(SystemError) {
        self.target = target
        self.name = name
        self.replaced = replaced
        draft = try DraftFile(in: folder, mode: replaced == nil ? 0o666 : 0o600)
    }

    func write(_ bytes: [UInt8]) throws {
        do {
            try draft?.write(bytes)
        } catch {
            throw CommandFailure.cannotWrite(name, error)
        }
    }

    func seal() throws {
        guard let draft else { return }
        do {
            replaced?.passOn(to: draft.descriptor)
            try draft.flush()
            guard let pathWhenSealed else { return }
            try draft.publish(as: pathWhenSealed)
            self.draft = nil
        } catch {
            throw CommandFailure.cannotWrite(name, error)
        }
    }

    /// Does nothing: the folder publishes all its files.
    func publish() {}

    /// Gives the file its name, in one step.
    func appear(as path: String) throws(SystemError) {
        if let draft { return try draft.publish(as: path) }
        guard let pathWhenSealed,
            unsafe rename(FilePath.cString(pathWhenSealed), FilePath.cString(path)) == 0
        else { throw .last }
    }
}
