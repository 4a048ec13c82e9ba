internal import Glibc
internal import Yilan

/// The files that are read as one table, by what the user named.
struct InputPaths {
    /// The paths of the files, in the order given; those in a folder by name.
    private(set) var paths: [String] = []
    /// The indexes (from 0) of those that nobody named, folder by folder: they were in it.
    private(set) var foundInFolders: [Range<Int>] = []
    /// What to say of files that were passed over.
    private(set) var notes = DiagnosticBag()
    /// Which files of the system they are; nil where one path was given, which needn't be known for.
    private(set) var identities: Set<FileIdentity>?
    /// How many bytes each file is likely to have; 0 where that isn't known.
    private(set) var sizes: [Int] = []

    /// Finds them.
    ///
    /// A folder stands for the files in it that are read, those in folders of it left out. A file
    /// that is named twice, by whatever path, is read once.
    /// - Throws: `CommandFailure` that names every folder with nothing to read.
    init(
        _ given: [String],
        _ reading: ReadingChoices,
        outputs: [String]
    ) throws(CommandFailure) {
        // A file that is named alone isn't named twice.
        if given.count == 1, given[0] == "-" || !Self.isFolder(given[0]) {
            paths = given
            sizes = given.map { _ in 0 }
            return
        }
        let outputs = outputs.compactMap(FileIdentity.init(of:))
        var seen: Set<FileIdentity> = []
        var failures: [CommandFailure] = []
        for (path, status) in zip(given, Self.statuses(of: given)) {
            guard let status, status.isFolder else {
                add(path, status, unless: &seen)
                continue
            }
            let files = files(in: path, reading).filter { file in
                FileIdentity(of: file).map { !outputs.contains($0) } ?? true
            }
            if files.isEmpty { failures.append(Self.nothing(in: path)) }
            let first = paths.count
            for file in files { add(file, FilePath.status(of: file), unless: &seen) }
            foundInFolders.append(first..<paths.count)
        }
        identities = seen
        guard let first = failures.first else { return }
        throw CommandFailure(first.status, failures.flatMap(\.diagnostics))
    }

    /// What the kernel knows of what each path leads to; nil of nothing, and of `-`.
    ///
    /// Several cores ask: 2,400 questions take one of them 4 ms.
    private static func statuses(of paths: [String]) -> [stat?] {
        let pieces = Cores.ranges(of: 256, in: paths.count)
        return Cores.map(pieces.count) { piece in
            paths[pieces[piece]].map { $0 == "-" ? nil : FilePath.status(of: $0) }
        }
        .flatMap(\.self)
    }

    private mutating func add(
        _ path: String,
        _ status: stat?,
        unless seen: inout Set<FileIdentity>
    ) {
        if let identity = status.flatMap(FileIdentity.init), !seen.insert(identity).inserted {
            notes.report(Self.repeated(path))
        } else {
            paths.append(path)
            sizes.append(status.map { Int($0.st_size) } ?? 0)
        }
    }

    /// The paths of the files in a folder that are read, by name; says which are passed over.
    private mutating func files(in folder: String, _ reading: ReadingChoices) -> [String] {
        var files: [String] = []
        var others: [String] = []
        let names = FilePath.names(in: folder).map { (bytes: FilePath.bytes(of: $0), name: $0) }
        for (_, name) in names.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
            let path = FilePath.join(folder, name)
            let isHidden = name.utf8.starts(with: "~$".utf8) || name.utf8.starts(with: ".".utf8)
            let isFolder = Self.isFolder(path)
            if isFolder || !reading.reads(fileNamed: name) {
                // Of one format that was asked for, nobody misses the others.
                if !isHidden, reading.from == nil { others.append(name + (isFolder ? "/" : "")) }
            } else if isHidden {
                notes.report(Self.passedOver(path))
            } else {
                files.append(path)
            }
        }
        if !others.isEmpty, !files.isEmpty { notes.report(Self.notRead(others, in: folder)) }
        return files
    }

    private static func isFolder(_ path: String) -> Bool {
        FilePath.status(of: path)?.isFolder ?? false
    }

    private static func passedOver(_ path: String) -> Diagnostic {
        Diagnostic(
            .note,
            .passedOver,
            Wording(
                en: "passed over: it is hidden, or the lock file of a program that has a file open",
                zh: "已略过：这是隐藏文件，或其他程序打开文件时留下的锁定文件"
            ),
            hint: Wording(
                en: "name it, where it is to be read",
                zh: "如需读取，请直接写出文件名"
            ),
            file: path
        )
    }

    private static func notRead(_ names: [String], in folder: String) -> Diagnostic {
        let named = names.prefix(mostNamed).map { FilePath.shown($0) }
        let more = names.count - named.count
        return Diagnostic(
            .note,
            .passedOver,
            Wording(
                en: "passed over in this folder: \(list: named, ", ")"
                    + "\(more > 0 ? " and \(more) more" : "")",
                zh: "此文件夹中已略过：\(list: named, "、")\(more > 0 ? " 等 \(names.count) 个" : "")"
            ),
            hint: Wording(
                en:
                    "folders in it are not looked into, and files are told by their extensions; name"
                    + " what is to be read, too",
                zh: "不查看其中的子文件夹，文件按扩展名识别；需要读取的请直接写出"
            ),
            file: folder
        )
    }

    /// How many names of what is passed over a note gives; the others are counted.
    private static let mostNamed = 5

    private static func repeated(_ path: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .repeatedInput,
            Wording(
                en: "this file is given more than once; it is read once",
                zh: "此文件给出了不止一次，只读取一次"
            ),
            file: path
        )
    }

    private static func nothing(in path: String) -> CommandFailure {
        CommandFailure(
            .noInput,
            .emptyFolder,
            Wording(
                en: "there is no file in this folder that yilan reads",
                zh: "此文件夹中没有 yilan 能读取的文件"
            ),
            hint: Wording(
                en: "files are told by their extensions ('yilan formats'); folders in it are not "
                    + "looked into",
                zh: "按扩展名识别文件（见 yilan formats）；不查看其中的子文件夹"
            ),
            file: path
        )
    }
}

extension ReadingChoices {
    /// Whether a file of a folder is read, by its name.
    ///
    /// A notice as PDF lies in many a folder that comes back, and is no table; other documents and
    /// workbooks of old programs may be one, and the error says how to save them.
    fileprivate func reads(fileNamed name: String) -> Bool {
        if name.utf8.count > 4, name.suffix(4).lowercased() == ".pdf" { return false }
        guard let format = TargetFormat.ofInput(named: name) else { return false }
        return from.map { $0.format.name == format.name } ?? true
    }
}
