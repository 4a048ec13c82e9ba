internal import CLinux
internal import Glibc

/// Another program that does a part of the work.
enum ChildProgram {
    /// How a program ended.
    enum End: Equatable {
        /// With a status.
        case status(Int32)
        /// By a signal.
        case signal(Int32)
    }

    /// Runs a program, found on the path, with the streams and the environment of this one, and waits
    /// for its end.
    ///
    /// `words` are its name and its arguments.
    /// - Throws: `SystemError` where it can't be started.
    static func run(_ words: [String]) throws(SystemError) -> End {
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map {
            unsafe strdup($0)
        }
        unsafe arguments.append(nil)
        defer { unsafe arguments.forEach { unsafe free($0) } }
        guard let name = unsafe arguments.first, let name = unsafe name else {
            throw SystemError(ENOENT)
        }
        var attributes = posix_spawnattr_t()
        _ = unsafe posix_spawnattr_init(&attributes)
        defer { _ = unsafe posix_spawnattr_destroy(&attributes) }
        Interruptions.leaveOut(of: &attributes)
        var child = pid_t()
        let failure = unsafe posix_spawnp(
            &child,
            name,
            nil,
            &attributes,
            arguments,
            yilan_environment()
        )
        guard failure == 0 else { throw SystemError(failure) }
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw .last }
        }
        // As WIFEXITED, WEXITSTATUS and WTERMSIG say, which are macros.
        let signal = status & 0x7F
        return signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
    }
}
