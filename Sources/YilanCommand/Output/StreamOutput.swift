internal import Glibc
internal import Synchronization
internal import Yilan

/// Standard output, a device or a pipe: bytes that are written can't be taken back.
///
/// The first bytes are held back, so that of an output of usual size nothing appears when its
/// making fails.
final class StreamOutput: OutputFile {
    /// How many bytes are held back at most.
    static let heldBack = 1 << 22

    /// There is none.
    let temporaryPath: String? = nil
    private let descriptor: Int32
    private let owned: OpenFile?
    private let name: String
    private var held: [UInt8] = []
    private var flows = false

    /// Standard output of this process.
    init() {
        descriptor = STDOUT_FILENO
        owned = nil
        name = "-"
    }

    /// A device or a pipe that exists already.
    ///
    /// - Throws: `CommandFailure` where it can't be opened.
    init(at path: String) throws(CommandFailure) {
        do {
            let file = try Self.open(path)
            descriptor = file.descriptor
            owned = consume file
            name = path
        } catch {
            throw .cannotCreate(path, error)
        }
    }

    /// Writes the next bytes, or holds them back for now.
    func write(_ bytes: [UInt8]) throws {
        guard !flows else { return try pass(bytes) }
        held += bytes
        if held.count > Self.heldBack { try seal() }
    }

    /// Writes what was held back.
    func seal() throws {
        flows = true
        let bytes = held
        held = []
        try pass(bytes)
    }

    /// Does nothing: what was written is there.
    func publish() {}

    private func pass(_ bytes: [UInt8]) throws {
        if !bytes.isEmpty { StandardStreams.haveSpoken.store(true, ordering: .relaxed) }
        do {
            try OpenFile.write(bytes.span, to: descriptor)
        } catch {
            if error.number == EPIPE { throw ReaderHasGone() }
            throw CommandFailure.cannotWrite(name, error)
        }
    }

    private static func open(_ path: String) throws(SystemError) -> OpenFile {
        guard let number = StreamPath.descriptor(of: path) else {
            return try OpenFile(path, O_WRONLY)
        }
        // Opening it by its path would start again at the beginning of a regular file.
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw .last }
        return OpenFile(owning: copy)
    }
}

/// The paths by which Linux names what a process has open already.
enum StreamPath {
    /// The descriptor that a path such as `/dev/stdout` or `/dev/fd/3` names; else nil.
    static func descriptor(of path: String) -> Int32? {
        switch path {
        case "/dev/stdin": return 0
        case "/dev/stdout": return 1
        case "/dev/stderr": return 2
        default: break
        }
        for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
            return Int32(path.dropFirst(folder.count))
        }
        return nil
    }
}
