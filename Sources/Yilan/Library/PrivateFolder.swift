internal import Glibc
internal import SourceText
internal import TargetFormats

/// A folder for one file that can't be made in memory; it is gone with the value.
///
/// It is the library's only use of files: libxlsxwriter writes to a path, through a file for each sheet
/// in a folder (writing to memory came with its version 1.1.5, Debian has 1.1.4; the files for sheets
/// have stayed). A file in memory under a path (`memfd_create`) would hold a large workbook twice.
struct PrivateFolder: ~Copyable {
    /// The folder, with no slash at its end.
    private let path: String
    /// Where the file is to be.
    var file: String { path + "/file" }
    /// An empty folder for what is needed on the way.
    var scratch: String { path + "/scratch" }

    /// Makes the folder, for this user only.
    ///
    /// - Throws: `FormatError` of kind `output` where the system refuses.
    init() throws(FormatError) {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var name = Array((parent + "/yilan-XXXXXX").utf8CString)
        let isMade = unsafe name.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return false }
            return unsafe mkdtemp(start) != nil
        }
        let made = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard isMade, unsafe mkdir(made + "/scratch", 0o700) == 0 else {
            // Fails, too, where there is nothing to remove.
            _ = unsafe rmdir(made)
            throw Self.failure
        }
        path = made
    }

    deinit {
        // Where writing failed, files that were needed on the way may have been left.
        Self.removeFiles(in: scratch)
        _ = unsafe rmdir(scratch)
        Self.removeFiles(in: path)
        _ = unsafe rmdir(path)
    }

    private static func removeFiles(in folder: String) {
        guard let stream = unsafe opendir(folder) else { return }
        defer { unsafe closedir(stream) }
        // Folders, `.` and `..` among them, are no files and stay.
        while let entry = unsafe readdir(stream) {
            unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                let first = unsafe UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)
                _ = unsafe unlinkat(dirfd(stream), first, 0)
            }
        }
    }

    /// The bytes of the file.
    ///
    /// - Throws: `FormatError` of kind `output` where it can't be read back.
    func contents() throws(FormatError) -> [UInt8] {
        guard let stream = unsafe fopen(file, "rb") else { throw Self.failure }
        defer { unsafe fclose(stream) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = unsafe fread(&piece, 1, piece.count, stream)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        guard unsafe ferror(stream) == 0 else { throw Self.failure }
        return bytes
    }

    private static var failure: FormatError {
        FormatError(
            .output,
            Diagnostic(
                .error,
                .cannotWrite,
                Wording(
                    en: "a workbook needs temporary files, and they can't be made",
                    zh: "生成工作簿需要临时文件，但无法创建"
                ),
                hint: Wording(
                    en: "see whether the folder that TMPDIR names can be written and has room",
                    zh: "请检查 TMPDIR 指定的目录是否可写、空间是否充足"
                )
            )
        )
    }
}
