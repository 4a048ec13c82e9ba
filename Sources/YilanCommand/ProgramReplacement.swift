internal import Glibc

/// Another program in place of this one.
enum ProgramReplacement {
    /// Runs a program, found on the path, in place of this one; returns only where that fails.
    ///
    /// `words` are its name and its arguments.
    static func run(_ words: [String]) -> SystemError {
        Interruptions.restore()
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map {
            unsafe strdup($0)
        }
        unsafe arguments.append(nil)
        defer { unsafe arguments.forEach { unsafe free($0) } }
        guard let name = unsafe arguments.first, let name = unsafe name else {
            return SystemError(ENOENT)
        }
        _ = unsafe execvp(name, &arguments)
        return .last
    }
}
