internal import CLibzip
internal import SourceText

/// The parts that libxlsxwriter made, on their way to the finished file: rows and other changes are put
/// into them.
struct LibraryParts: Sendable {
    private let parts: [LibraryPart]

    /// Parts that were changed and packed, by their names.
    typealias Packed = [String: DeflatedBytes]

    /// Takes parts from the library itself.
    ///
    /// - Throws: `damagedOutput` with the part that is not whole.
    init(_ parts: [LibraryPart], sheetCount: Int) throws(WorkbookError) {
        try WorkbookVerification(sheetCount: sheetCount).check(parts)
        self.parts = parts
    }

    /// Reads the file at a path.
    ///
    /// - Throws: `damagedOutput` with the part that is not whole.
    init(of path: String, sheetCount: Int) throws(WorkbookError) {
        parts = try WorkbookVerification(sheetCount: sheetCount).wholeParts(of: path)
    }

    /// Packs those parts that rows and their texts come to, or those that they don't.
    ///
    /// - Throws: `damagedOutput` where a part is not what the library writes, and what else
    ///   `DraftChanges.applied(to:of:)` throws.
    func packed(
        changedBy changes: DraftChanges,
        withRows: Bool
    ) throws(WorkbookError) -> Packed {
        // The longest first, or one core would be left with it.
        let wanted = parts.filter { changes.areAll(for: $0.name) != withRows }
            .sorted { $0.bytes.count > $1.bytes.count }
        let made = Cores.map(wanted.count) { number in
            Result { () throws(WorkbookError) in
                try changes.applied(to: wanted[number].bytes, of: wanted[number].name)
            }
        }
        var packed: Packed = [:]
        for (part, bytes) in zip(wanted, made) { packed[part.name] = try bytes.get() }
        return packed
    }

    /// Writes the workbook to a path, and waits until the disk has it; one of `packed` has each part.
    ///
    /// - Throws: `cannotWrite` where the file can't be written.
    func write(_ packed: [Packed], to destination: String) throws(WorkbookError) {
        let archive = unsafe try NewArchive.opened(at: destination)
        do throws(WorkbookError) {
            for part in parts {
                guard let bytes = packed.lazy.compactMap({ $0[part.name] }).first else {
                    throw WorkbookError(.damagedOutput(part: part.name))
                }
                try unsafe Self.add(part.name, to: archive, bytes)
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
    }

    private static func add(
        _ part: String,
        to archive: OpaquePointer,
        _ packed: DeflatedBytes
    ) throws(WorkbookError) {
        guard let source = unsafe PieceSource(packed).source() else {
            throw WorkbookError(.damagedOutput(part: part))
        }
        let index = unsafe libzip.zip_file_add(archive, part, source, 0)
        guard index >= 0 else {
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
