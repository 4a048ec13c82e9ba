internal import CLibzip

extension WorkbookWriter {
    /// Writes the workbook to `path`, checks that it is whole, and flushes it to the disk.
    ///
    /// It is made in the temporary folder and then copied, so nothing but `path` is ever seen
    /// beside it. What the library wrote is read through; of rows, which are put into it, libzip
    /// and the kernel report each byte that they can't take, and to expand them all again was an
    /// eighth of the time.
    /// - Throws: `cannotWrite`, `damagedOutput` or `refused`; then what is at `path` is of no use.
    package consuming func finish(at path: String) throws(WorkbookError) {
        let draft = draft
        let changes = changes
        let sheetCount = sheets.count
        let folder = temporaryFolder
        defer { FileWriting.remove(draft) }
        // Where the disk is full, the library prints that; so its part is made sure of before.
        try FileWriting.requireRoom(of: (1 << 20) + (sheetCount << 14), in: folder)
        try handle.close()
        let verification = WorkbookVerification(sheetCount: sheetCount)
        try verification.checkWhole(draft)
        try changes.apply(toFileAt: draft)
        try FileWriting.copy(draft, to: path)
        try verification.checkParts(of: path)
    }
}

extension DraftChanges {
    /// Puts the changes into a workbook's parts; all other parts are copied as they are.
    ///
    /// - Throws: `damagedOutput` where the file or a part is not what the library writes,
    ///   `cannotWrite` where it can't be changed.
    func apply(toFileAt path: String) throws(WorkbookError) {
        var code: Int32 = 0
        guard let archive = unsafe zip_open(path, ZIP_CHECKCONS, &code) else {
            throw WorkbookError(.damagedOutput(part: "zip"))
        }
        do throws(WorkbookError) {
            for part in parts {
                let original = try unsafe Self.read(part, of: archive)
                let changed = try applied(to: original, of: part)
                try unsafe Self.replace(part, of: archive, with: changed)
            }
        } catch {
            unsafe zip_discard(archive)
            throw error
        }
        guard unsafe zip_close(archive) == 0 else {
            let system = unsafe zip_error_code_system(zip_get_error(archive))
            unsafe zip_discard(archive)
            throw WorkbookError(.cannotWrite(system: system))
        }
    }

    private static func read(
        _ part: String,
        of archive: OpaquePointer
    ) throws(WorkbookError) -> [UInt8] {
        guard let file = unsafe zip_fopen(archive, part, 0) else {
            throw WorkbookError(.damagedOutput(part: part))
        }
        defer { unsafe zip_fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes {
                unsafe zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))
            }
            guard count >= 0 else { throw WorkbookError(.damagedOutput(part: part)) }
            if count == 0 { return bytes }
            bytes += piece[..<Int(count)]
        }
    }

    private static func replace(
        _ part: String,
        of archive: OpaquePointer,
        with packed: DeflatedBytes
    ) throws(WorkbookError) {
        guard let source = unsafe PieceSource.make(packed, for: archive) else {
            throw WorkbookError(.damagedOutput(part: part))
        }
        let index = unsafe zip_name_locate(archive, part, 0)
        let status =
            index < 0 ? -1 : unsafe zip_file_replace(archive, zip_uint64_t(index), source, 0)
        guard status == 0 else {
            unsafe zip_source_free(source)
            throw WorkbookError(.damagedOutput(part: part))
        }
        // The day that the library gives all parts, 1980-01-01, so that equal tables give equal
        // bytes.
        guard unsafe zip_file_set_dostime(archive, zip_uint64_t(index), 0, (1 << 5) | 1, 0) == 0
        else {
            throw WorkbookError(.damagedOutput(part: part))
        }
    }
}
