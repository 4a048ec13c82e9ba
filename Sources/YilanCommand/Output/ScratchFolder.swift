internal import Dispatch
internal import Glibc

/// An empty folder for files that are needed on the way; it goes with all that is in it.
///
/// Whoever is killed can't remove its folder: the next one that needs one does. The kernel's lock on
/// the folder tells whether somebody is at work in it.
final class ScratchFolder {
    /// The folder's path.
    let path: String
    private let lock: Lock?
    /// What removes the folders of others.
    private let cleaning = DispatchGroup()

    /// Makes one in `folder`.
    ///
    /// - Throws: `CommandFailure` where that is refused.
    init(in folder: String) throws(CommandFailure) {
        do {
            (path, lock) = try Self.made(in: folder)
        } catch {
            throw .cannotCreate(folder, error)
        }
        // On another core: such folders may have thousands of names.
        DispatchQueue.global().async(group: cleaning) { Self.removeAbandoned(in: folder) }
    }

    /// Waits until nothing is left of those who were killed.
    func finishCleaning() { cleaning.wait() }

    deinit {
        finishCleaning()
        let path = path
        TemporaryFiles.uninterrupted { $0.remove(path) }
    }

    /// An open folder, and the lock on it if there is one; both go with the value.
    private final class Lock {
        let file: OpenFile

        init(on path: String) throws(SystemError) {
            file = try OpenFile(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        }

        /// Whether the folder is this user's.
        var isOwn: Bool { (try? file.status())?.st_uid == geteuid() }

        /// Whether the folder hasn't been removed before it was locked.
        func isStillNamed(_ path: String) -> Bool {
            var named = stat()
            guard let own = try? file.status(),
                unsafe lstat(FilePath.cString(path), &named) == 0
            else { return false }
            return named.st_dev == own.st_dev && named.st_ino == own.st_ino
        }
    }

    /// What came of the wish to have a folder for oneself.
    private enum Holding {
        case held(Lock)
        /// Somebody else is at work in it, or has just removed it.
        case taken
        /// The file system has no locks.
        case withoutLocks
    }

    private static func made(
        in folder: String
    ) throws(SystemError) -> (path: String, lock: Lock?) {
        while true {
            let path = try TemporaryFiles.makeFolder(in: folder, for: .scratch)
            switch try hold(path) {
            case .held(let lock): return (path, lock)
            case .withoutLocks: return (path, nil)
            // Another one took it for abandoned before it was locked.
            case .taken: TemporaryFiles.uninterrupted { $0.remove(path) }
            }
        }
    }

    private static func hold(_ path: String) throws(SystemError) -> Holding {
        let lock: Lock
        do throws(SystemError) {
            lock = try Lock(on: path)
        } catch {
            guard error.number == ENOENT else { throw error }
            return .taken
        }
        guard flock(lock.file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
            return errno == EWOULDBLOCK ? .taken : .withoutLocks
        }
        return lock.isStillNamed(path) ? .held(lock) : .taken
    }

    /// Removes the folders of those who were killed, as far as they are this user's.
    ///
    /// Only those: a folder that holds outputs that are being written has no lock.
    private static func removeAbandoned(in folder: String) {
        let beginning = FilePath.TemporaryUse.scratch.rawValue
        for name in FilePath.names(in: folder, beginningWith: beginning) {
            let path = FilePath.join(folder, name)
            guard let holding = try? hold(path), case .held(let lock) = holding,
                lock.isOwn
            else { continue }
            TemporaryFiles.uninterrupted { $0.remove(path) }
        }
    }
}
