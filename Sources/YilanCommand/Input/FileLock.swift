internal import Glibc

/// The right to replace a file, which one process has at a time; it goes with the value.
///
/// It is the kernel's lock on the file itself, so nothing is left behind however the process ends.
/// Where the file system has no locks, a name among the kernel's sockets stands for it, which holds
/// on one machine. Where there is neither, whoever replaces the file must look whether it still is
/// the one that was read; that is done in any case, for programs that know no lock.
final class FileLock {
    /// How long to wait for others who come to no end.
    static let patience = Duration.seconds(30)

    private let holder: OpenFile?

    /// Waits for the right to replace the file at `path`.
    ///
    /// Others may come first, one after the other: only waiting for one and the same is limited.
    /// - Throws: `Held` where somebody has held it for `patience`, `SystemError` where the file
    ///   isn't there or can't be opened.
    init(on path: String, patience: Duration = FileLock.patience) throws {
        let clock = ContinuousClock()
        var limit = clock.now + patience
        var awaited: FileIdentity?
        var pauses = Pauses()
        while true {
            let file = try Self.open(path)
            let identity = FileIdentity(try file.status())
            if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 {
                // Whoever held it may have put another file in this one's place.
                guard identity == FileIdentity(of: path) else { continue }
                holder = consume file
                return
            }
            if errno != EWOULDBLOCK {
                let name = try KernelName(standingFor: path)
                if name.socket >= 0 {
                    holder = OpenFile(owning: name.socket)
                    return
                }
                guard name.isTaken else {
                    holder = nil
                    return
                }
            }
            if identity != awaited {
                awaited = identity
                limit = clock.now + patience
            }
            guard clock.now < limit else { throw Held() }
            pauses.wait()
        }
    }

    /// Somebody else holds the right, and doesn't come to an end.
    struct Held: Error {}

    /// Network file systems lock only what is open for writing.
    private static func open(_ path: String) throws(SystemError) -> OpenFile {
        if let file = try? OpenFile(path, O_RDWR | O_NONBLOCK) { return file }
        return try OpenFile(path, O_RDONLY | O_NONBLOCK)
    }
}

/// A name among those that the kernel keeps for sockets: one process can have it, and it is free
/// again when that ends.
private struct KernelName {
    /// The socket that has the name, open; negative where there is none.
    var socket: Int32
    /// Whether another process has the name.
    var isTaken = false

    /// Tries to get the name that stands for the file at `path`, whatever file that is just now.
    init(standingFor path: String) throws(SystemError) {
        let target = try FilePath.followingLinks(path)
        guard let folder = FilePath.status(of: FilePath.folder(of: target)) else { throw .last }
        // FNV-1a: a name of a socket has less room than one of a file.
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in FilePath.bytes(of: FilePath.name(of: target)) {
            digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let name = "yilan-\(folder.st_dev)-\(folder.st_ino)-\(digest)"

        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let start = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
        unsafe withUnsafeMutableBytes(of: &address) { bytes in
            // The zero before the name says that it is none of the file system.
            for (index, byte) in name.utf8.enumerated() { unsafe bytes[start + 1 + index] = byte }
        }
        let length = socklen_t(start + 1 + name.utf8.count)
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Self.closeOnExec, 0)
        guard socket >= 0 else { return }
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(socket, $0, length)
            }
        }
        guard status != 0 else { return }
        isTaken = errno == EADDRINUSE
        close(socket)
        socket = -1
    }

    private static let closeOnExec = Int32(SOCK_CLOEXEC.rawValue)
}

/// Pauses between tries, longer and longer, and of no fixed length, so that those who wait for one
/// another don't go on in step.
struct Pauses {
    private var longest = 0.005

    /// How many seconds a pause may last.
    private static let limit = 0.25

    /// Waits for a while.
    mutating func wait() {
        let seconds = Double.random(in: longest / 2...longest)
        usleep(UInt32(seconds * 1_000_000))
        longest = min(longest * 1.5, Self.limit)
    }
}
