internal import CLibzip
internal import SourceText

/// The file that libxlsxwriter wrote, read through: rows and other changes are put into it.
struct LibraryParts: Sendable {
    private let path: String
    /// By its name, what each part expands to.
    private let expanded: [String: [UInt8]]

    /// Reads the file at a path.
    ///
    /// - Throws: `damagedOutput` with the part that is not whole.
    init(of path: String, sheetCount: Int) throws(WorkbookError) {
        self.path = path
        expanded = try WorkbookVerification(sheetCount: sheetCount).wholeParts(of: path)
    }

    /// Writes the workbook with changes to a path, and waits until the disk has it.
    ///
    /// libzip writes them and the library's other parts to a file beside the library's, which is then
    /// copied: what is stopped leaves nothing beside the destination.
    /// - Throws: `damagedOutput` where a part is not what the library writes, `cannotWrite` where the
    ///   file can't be written.
    func write(changedBy changes: DraftChanges, to destination: String) throws(WorkbookError) {
        let names = changes.parts
        let made = Cores.map(names.count) { number in
            Result { () throws(WorkbookError) in
                guard let part = expanded[names[number]] else {
                    throw WorkbookError(.damagedOutput(part: names[number]))
                }
                return try changes.applied(to: part, of: names[number])
            }
        }
        let changed = path + ".changed"
        defer { FileWriting.remove(changed) }
        let archive = unsafe try ChangedArchive.opened(path, to: changed)
        do throws(WorkbookError) {
            for (name, part) in zip(names, made) {
                try unsafe Self.replace(name, of: archive, with: part.get())
            }
        } catch {
            unsafe libzip.zip_discard(archive)
            throw error
        }
        guard unsafe libzip.zip_close(archive) == 0 else {
            let system = unsafe libzip.zip_error_code_system(libzip.zip_get_error(archive))
            unsafe libzip.zip_discard(archive)
            throw WorkbookError(.cannotWrite(system: system))
        }
        try FileWriting.copy(changed, to: destination)
    }

    private static func replace(
        _ part: String,
        of archive: OpaquePointer,
        with packed: DeflatedBytes
    ) throws(WorkbookError) {
        guard let source = unsafe PieceSource.make(packed, for: archive) else {
            throw WorkbookError(.damagedOutput(part: part))
        }
        let index = unsafe libzip.zip_name_locate(archive, part, 0)
        let status =
            index < 0 ? -1 : unsafe libzip.zip_file_replace(archive, zip_uint64_t(index), source, 0)
        guard status == 0 else {
            unsafe libzip.zip_source_free(source)
            throw WorkbookError(.damagedOutput(part: part))
        }
        // The day that the library gives all parts, 1980-01-01, so that equal tables give equal
        // bytes.
        guard
            unsafe libzip.zip_file_set_dostime(archive, zip_uint64_t(index), 0, (1 << 5) | 1, 0)
                == 0
        else {
            throw WorkbookError(.damagedOutput(part: part))
        }
    }
}
