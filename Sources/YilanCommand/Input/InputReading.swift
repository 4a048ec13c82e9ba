internal import Glibc
internal import Yilan

/// Reads files whole into memory, each with one copy.
///
/// Nothing that a file claims of its size, and no input without an end, takes more memory than
/// there is: what can't be had is asked for before.
struct InputReading {
    /// The most bytes that an input may have.
    private let limit: ByteCount
    /// Whether the bytes that are read have room for a sixteenth more, which corrections may take.
    ///
    /// Memory is taken for it only when something is put there.
    private let leavesRoom: Bool

    /// Prepares to read inputs of a limited size.
    init(_ limit: ByteCount, leavingRoom leavesRoom: Bool = false) {
        self.limit = limit
        self.leavesRoom = leavesRoom
    }

    /// Reads every file at `paths`, in order; `-` is standard input.
    ///
    /// - Throws: `CommandFailure` that names every file that can't be read, not only the first.
    func read(_ paths: [String]) throws(CommandFailure) -> [InputFile] {
        if paths.count > 1 { MemoryPools.limit() }
        let pieces = Cores.ranges(of: Self.filesAtOnce, in: paths.count)
        let files = Cores.map(pieces.count) { piece in
            pieces[piece].map { number in
                Result { () throws(CommandFailure) in try read(paths[number]) }
            }
        }
        var inputs: [InputFile] = []
        var failures: [CommandFailure] = []
        inputs.reserveCapacity(paths.count)
        for file in files.joined() {
            switch file {
            case .success(let input): inputs.append(input)
            case .failure(let failure): failures.append(failure)
            }
        }
        guard let first = failures.first else { return inputs }
        throw CommandFailure(first.status, failures.flatMap(\.diagnostics))
    }

    /// How many files one core reads before it takes others.
    private static let filesAtOnce = 32

    /// Reads the file at `path`; `-` is standard input.
    ///
    /// - Throws: `CommandFailure` where it isn't there, isn't a file, or can't be read.
    func read(_ path: String) throws(CommandFailure) -> InputFile {
        do throws(SystemError) {
            if path == "-" {
                let bytes = try bytes(of: STDIN_FILENO, expecting: 0)
                return InputFile(name: path, bytes: bytes)
            }
            let file = try OpenFile(path, O_RDONLY)
            let status = try file.status()
            guard !status.isFolder else { throw SystemError(EISDIR) }
            let isRegular = status.st_mode & S_IFMT == S_IFREG
            return InputFile(
                name: FilePath.shown(path),
                bytes: try bytes(of: file.descriptor, expecting: Int(status.st_size)),
                modified: isRegular ? Int(status.st_mtim.tv_sec) : nil
            )
        } catch {
            throw Self.failure(path, error, limit)
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
    private func bytes(
        of descriptor: Int32,
        expecting size: Int
    ) throws(SystemError) -> [UInt8] {
        guard size <= limit.bytes else { throw SystemError(EFBIG) }
        try Self.requireMemory(for: size)
        // One byte more than expected, so that the end is seen without another block.
        var bytes = try OpenFile.read(
            upTo: size + 1,
            from: descriptor,
            roomFor: leavesRoom ? size / 16 : 0
        )
        guard bytes.count > size else { return bytes }
        // Of more than that nobody knows how much it is: pieces are put together at the end.
        var pieces: [[UInt8]] = []
        var count = bytes.count
        while true {
            guard count <= limit.bytes else { throw SystemError(EFBIG) }
            let next = min(max(1 << 16, count), Self.pieceSize, limit.bytes + 1 - count)
            try Self.requireMemory(for: count + next)
            let piece = try OpenFile.read(upTo: next, from: descriptor)
            if piece.isEmpty { break }
            count += piece.count
            pieces.append(piece)
        }
        bytes.reserveCapacity(count)
        for piece in pieces { bytes += piece }
        return bytes
    }

    /// How many bytes of a stream are read at once, at most.
    private static let pieceSize = 1 << 24

    /// Makes sure that an input of so many bytes can be held and read: that takes its bytes twice,
    /// and some more.
    ///
    /// So it is told of which input that is. Of a small one it isn't asked: cores that did so for each of
    /// 2,400 waited for each other, a third of the time that reading them took.
    /// - Throws: `SystemError` where there isn't that much.
    private static func requireMemory(for bytes: Int) throws(SystemError) {
        guard bytes >= 1 << 16 else { return }
        // Before the first of it is read.
        MemoryPools.limit()
        guard MemoryShortage.isRoom(for: 2 * bytes + (16 << 20)) else { throw SystemError(ENOMEM) }
    }

    /// Says why an input can't be read.
    static func failure(
        _ path: String,
        _ error: SystemError,
        _ limit: ByteCount = InputLimit.default
    ) -> CommandFailure {
        if error.number == EFBIG { return tooLarge(path, limit) }
        return CommandFailure(
            .noInput,
            .unreadableInput,
            Wording(
                en: "the input can't be read: \(error.reason)",
                zh: "无法读取输入文件：\(error.reason)"
            ),
            file: path
        )
    }

    private static func tooLarge(_ path: String, _ limit: ByteCount) -> CommandFailure {
        let size = limit.shown
        let most = InputLimit.default.shown
        let canBeMore = limit.bytes < InputLimit.default.bytes
        return CommandFailure(
            .data,
            .inputTooLarge,
            Wording(
                en: "the input has more than \(size), the most that is read "
                    + "(--max-input-size)",
                zh: "输入超过 \(size)，这是读取的上限（--max-input-size）"
            ),
            hint: canBeMore
                ? Wording(
                    en:
                        "let it be more, up to \(most), or see "
                        + "that the input has an end",
                    zh: "可把上限调高（最多 \(most)），并确认输入有结尾"
                )
                : Wording(
                    en: "see that the input has an end; split a larger file and give the parts",
                    zh: "请确认输入有结尾；更大的文件请拆分后一并给出"
                ),
            file: path
        )
    }
}
