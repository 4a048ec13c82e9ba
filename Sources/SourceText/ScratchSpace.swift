internal import Synchronization

/// A folder for files that are needed on the way, which may be made only when the first of them is.
///
/// A workbook needs one when it has no room in memory until it is finished. To make a folder that stays empty,
/// and to remove it, was 3 % of writing one of 60 targets.
public final class ScratchSpace: Sendable {
    /// A folder that is there already, on whose disk files are going to be.
    public let place: String
    private let folder: Mutex<Folder>

    private enum Folder {
        case made(String?)
        case waiting(@Sendable () -> String?)
    }

    /// An empty folder that is there.
    public init(at path: String) {
        place = path
        folder = Mutex(.made(path))
    }

    /// A folder on the disk of `place`, which `make` makes when it is needed; it returns the path, or nil where
    /// that is refused.
    public init(below place: String, _ make: @escaping @Sendable () -> String?) {
        self.place = place
        folder = Mutex(.waiting(make))
    }

    /// The folder's path, when it was made; nil where it can't be.
    public func path() -> String? {
        folder.withLock { folder in
            switch folder {
            case .made(let path): return path
            case .waiting(let make):
                let path = make()
                folder = .made(path)
                return path
            }
        }
    }
}
