internal import Glibc

/// Where an output goes, by what stands under the path that the user gave.
enum Destination: Equatable {
    /// Standard output.
    case standardOutput
    /// A device or a pipe: written straight, never replaced.
    case stream(String)
    /// A regular file, or one that doesn't exist yet.
    case file(String)
    /// A folder: it exists, or the path ends in a slash.
    case folder(String)

    /// Looks at what stands under `path`; `-` is standard output.
    init(_ path: String) {
        if path == "-" || path == "/dev/stdout" {
            self = .standardOutput
        } else if StreamPath.descriptor(of: path) != nil {
            self = .stream(path)
        } else if FilePath.endsInSlash(path) {
            self = .folder(path)
        } else {
            switch FilePath.status(of: path).map({ $0.st_mode & S_IFMT }) {
            case nil, S_IFREG: self = .file(path)
            case S_IFDIR: self = .folder(path)
            default: self = .stream(path)
            }
        }
    }

    /// Whether the output ends up on a terminal.
    var isTerminal: Bool {
        switch self {
        case .standardOutput: isatty(STDOUT_FILENO) == 1
        case .stream(let path): Self.isTerminal(path)
        case .file, .folder: false
        }
    }

    /// The path as the user gave it; `-` for standard output.
    var name: String {
        switch self {
        case .standardOutput: "-"
        case .stream(let path), .file(let path), .folder(let path): path
        }
    }

    /// Opens the output for one document.
    ///
    /// - Throws: `CommandFailure` where that is refused, or where a folder stands there.
    func open() throws(CommandFailure) -> any OutputFile {
        switch self {
        case .standardOutput: StreamOutput()
        case .stream(let path): try StreamOutput(at: path)
        case .file(let path): try AtomicFile(at: path)
        case .folder(let path): throw .cannotCreate(path, SystemError(EISDIR))
        }
    }

    private static func isTerminal(_ path: String) -> Bool {
        if let number = StreamPath.descriptor(of: path) { return isatty(number) == 1 }
        // A pipe must not be opened to look at it: closing it again would end its reader's input.
        guard let status = FilePath.status(of: path), status.st_mode & S_IFMT == S_IFCHR,
            let file = try? OpenFile(path, O_WRONLY | O_NOCTTY | O_NONBLOCK)
        else { return false }
        return isatty(file.descriptor) == 1
    }
}
