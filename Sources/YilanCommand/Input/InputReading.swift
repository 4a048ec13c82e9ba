internal import Glibc
internal import SourceText
internal import TargetFormats
internal import TargetModel

/// Reads files whole into memory, each with one copy.
enum InputReading {
    /// Reads every file at `paths`, in order; `-` is standard input.
    ///
    /// - Throws: `CommandFailure` that names every file that can't be read, not only the first.
    static func read(_ paths: [String]) throws(CommandFailure) -> [InputFile] {
        var inputs: [InputFile] = []
        var failures: [CommandFailure] = []
        for path in paths {
            do {
                inputs.append(try read(path))
            } catch {
                failures.append(error)
            }
        }
        guard let first = failures.first else { return inputs }
        throw CommandFailure(first.status, failures.flatMap(\.diagnostics))
    }

    /// Reads the file at `path`; `-` is standard input.
    ///
    /// - Throws: `CommandFailure` where it isn't there, isn't a file, or can't be read.
    static func read(_ path: String) throws(CommandFailure) -> InputFile {
        do throws(SystemError) {
            if path == "-" {
                let bytes = try bytes(of: STDIN_FILENO, expecting: 0)
                return InputFile(name: path, bytes: bytes)
            }
            let file = try OpenFile(path, O_RDONLY)
            let status = try file.status()
            guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemError(EISDIR) }
            let isRegular = status.st_mode & S_IFMT == S_IFREG
            return InputFile(
                name: FilePath.shown(path),
                bytes: try bytes(of: file.descriptor, expecting: Int(status.st_size)),
                modified: isRegular ? Int(status.st_mtim.tv_sec) : nil
            )
        } catch {
            throw failure(path, error)
        }
    }

    /// Says that there is no file at `path`; nil where there is one.
    static func absence(of path: String) -> CommandFailure? {
        guard unsafe access(FilePath.cString(path), F_OK) != 0, errno == ENOENT else { return nil }
        return failure(path, SystemError(ENOENT))
    }

    /// Reads up to the end; `size` is how many bytes are likely to come.
    ///
    /// A file may grow or shrink while it is read, and a pipe has no size.
    private static func bytes(
        of descriptor: Int32,
        expecting size: Int
    ) throws(SystemError) -> [UInt8] {
        guard size <= TextStore.limit else { throw SystemError(EFBIG) }
        // One byte more than expected, so that the end is seen without another block.
        var bytes = try OpenFile.read(upTo: size + 1, from: descriptor)
        guard bytes.count > size else { return bytes }
        while true {
            let more = try OpenFile.read(upTo: max(1 << 16, bytes.count), from: descriptor)
            if more.isEmpty { return bytes }
            bytes += more
            guard bytes.count <= TextStore.limit else { throw SystemError(EFBIG) }
        }
    }

    /// Says why an input can't be read.
    static func failure(_ path: String, _ error: SystemError) -> CommandFailure {
        if error.number == EFBIG {
            return CommandFailure(
                .data,
                "input-too-large",
                Wording(en: "the file is larger than 2 GiB", zh: "文件大于 2 GiB"),
                hint: Wording(
                    en: "split it into several files and give them all",
                    zh: "请拆分成几个文件后一并给出"
                ),
                file: path
            )
        }
        return CommandFailure(
            .noInput,
            "unreadable-input",
            Wording(
                en: "the input can't be read: \(error.reason.english)",
                zh: "无法读取输入文件：\(error.reason.chinese)"
            ),
            file: path
        )
    }
}
