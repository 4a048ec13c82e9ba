internal import CLibzip
internal import SourceText

/// The one owner of a `zip_t`: an archive opened for reading.
///
/// What an archive says of itself is never believed: bytes are counted while they come, and an
/// entry is read only when its end and its checksum were seen.
///
///     let archive = try ZIPArchive(path: "table.xlsx")
///     try archive.verify()
@safe package struct ZIPArchive: ~Copyable {
    /// One file in the archive.
    package struct Entry: Sendable, Equatable {
        /// The name, with `/` between folders.
        package var name: String
        /// The place in the archive, from 0.
        package var index: Int
        /// How many bytes the archive says that the entry expands to; nil where it doesn't say.
        package var claimedSize: Int?
    }

    /// The files, in the archive's order.
    package let entries: [Entry]
    /// Whether the archive's parts contradict each other in ways that other programs put up with.
    package let isInconsistent: Bool

    private let pointer: OpaquePointer
    private let budget: ExpansionBudget
    /// The bytes that it is in; nil in a file.
    private let bytes: ArchiveBytes?

    /// Opens a file.
    ///
    /// - Throws: `unreadable-file` where it can't be opened, `not-a-workbook` where it is no ZIP
    ///   archive, `damaged-workbook` where it is a broken one.
    package init(path: String, limits: ExpansionLimits = ExpansionLimits()) throws(SpreadsheetError)
    {
        try unsafe self.init(in: nil, limits: limits) { flags, error in
            var code: Int32 = 0
            let opened = unsafe libzip.zip_open(path, flags, &code)
            if unsafe opened == nil { unsafe libzip.zip_error_init_with_code(&error, code) }
            return unsafe opened
        }
    }

    /// Lends the archive that `bytes` are to `body`.
    ///
    /// - Throws: `not-a-workbook` where they are no ZIP archive, `damaged-workbook` where they are
    ///   a broken one, and what `body` throws.
    package static func withArchive<Result>(
        of bytes: [UInt8],
        limits: ExpansionLimits = ExpansionLimits(),
        _ body: (borrowing ZIPArchive) throws(SpreadsheetError) -> Result
    ) throws(SpreadsheetError) -> Result {
        try body(ZIPArchive(ArchiveBytes(bytes, lettingGo: false), limits: limits))
    }

    /// Lends the archive that `bytes` are to `body`, and lets go of entries that it reads for the last time, if
    /// `lettingGo` says so: nobody else should have the bytes then.
    ///
    /// Where it did, no bytes are left, else they stay as they are.
    /// - Throws: what `withArchive(of:limits:_:)` throws.
    package static func withArchive<Result>(
        taking bytes: inout [UInt8],
        lettingGo: Bool = true,
        limits: ExpansionLimits = ExpansionLimits(),
        _ body: (borrowing ZIPArchive) throws(SpreadsheetError) -> Result
    ) throws(SpreadsheetError) -> Result {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        let archive = ArchiveBytes(taken, lettingGo: lettingGo)
        taken = []
        defer { bytes = archive.takeBack() }
        return try body(ZIPArchive(archive, limits: limits))
    }

    private init(_ bytes: ArchiveBytes, limits: ExpansionLimits) throws(SpreadsheetError) {
        try unsafe self.init(in: bytes, limits: limits) { flags, error in
            guard let source = unsafe bytes.source(&error) else { return nil }
            let opened = unsafe libzip.zip_open_from_source(source, flags, &error)
            // The archive owns the source only once it is open.
            if unsafe opened == nil { unsafe libzip.zip_source_free(source) }
            return unsafe opened
        }
    }

    private static func notInstalled(_ library: String) -> SpreadsheetError {
        SpreadsheetError(
            .unreadableInput,
            Wording(
                en: "the file is packed, and \(library) unpacks it, which is not installed here",
                zh: "文件是压缩格式，读取需要 \(library)，但系统中没有安装"
            ),
            hint: Wording(
                en: "install it, or save the file in another format, such as CSV",
                zh: "请安装，或把文件另存为 CSV 等格式"
            )
        )
    }

    /// Opens with libzip's strict check first, and then without: it refuses 11 of 2,863 real
    /// workbooks.
    private init(
        in bytes: ArchiveBytes?,
        limits: ExpansionLimits,
        _ open: (_ flags: Int32, _ error: inout zip_error_t) -> OpaquePointer?
    ) throws(SpreadsheetError) {
        if let library = WorkbookLibraries.missingForArchives { throw Self.notInstalled(library) }
        var error = unsafe zip_error_t()
        unsafe libzip.zip_error_init(&error)
        defer { unsafe libzip.zip_error_fini(&error) }
        var opened = unsafe open(ZIP_RDONLY | ZIP_CHECKCONS, &error)
        let isStrict = unsafe opened != nil
        if unsafe !isStrict && error.zip_err == ZIP_ER_INCONS {
            unsafe libzip.zip_error_fini(&error)
            unsafe libzip.zip_error_init(&error)
            unsafe opened = open(ZIP_RDONLY, &error)
        }
        guard let pointer = unsafe opened else {
            throw unsafe SpreadsheetError(opening: error.zip_err)
        }
        let entries = unsafe Self.entries(of: pointer)
        guard !entries.isEmpty else {
            // libzip takes a file of no bytes for an archive of no entries.
            unsafe libzip.zip_discard(pointer)
            throw .notAWorkbook
        }
        self.entries = entries
        unsafe self.pointer = pointer
        isInconsistent = !isStrict
        budget = ExpansionBudget(limits)
        self.bytes = bytes
    }

    /// How much the entries may expand to.
    package var limits: ExpansionLimits { budget.limits }

    deinit { unsafe libzip.zip_discard(pointer) }

    private static func entries(of archive: OpaquePointer) -> [Entry] {
        let count = unsafe max(0, libzip.zip_get_num_entries(archive, 0))
        return (0..<count).map { index in
            var stat = unsafe zip_stat_t()
            unsafe libzip.zip_stat_init(&stat)
            let status = unsafe libzip.zip_stat_index(archive, zip_uint64_t(index), 0, &stat)
            let says = unsafe status == 0 && stat.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0
            // The name belongs to the archive; copy it at once.
            let name = unsafe libzip.zip_get_name(archive, zip_uint64_t(index), 0)
            return Entry(
                name: unsafe name.map { unsafe String(cString: $0) } ?? "",
                index: Int(index),
                claimedSize: unsafe says ? Int(clamping: stat.size) : nil
            )
        }
    }

    /// Opens an entry for reading; `isLast` says that nobody reads it again, so that it may be let go.
    ///
    /// - Throws: `encrypted-workbook` where the entry is locked, `damaged-workbook` where it can't
    ///   be read, `workbook-too-large` where it claims to expand beyond the limit.
    package borrowing func open(
        _ entry: Entry,
        isLast: Bool = false
    ) throws(SpreadsheetError) -> ZIPEntryReader {
        // What says itself that it is too large costs no memory before it is refused.
        if let claimed = entry.claimedSize, claimed > limits.perEntry {
            throw .tooLarge(entry.name, limit: limits.perEntry)
        }
        let packed = deflated(entry)
        let flags = packed == nil ? 0 : zip_flags_t(ZIP_FL_COMPRESSED)
        guard let file = unsafe libzip.zip_fopen_index(pointer, zip_uint64_t(entry.index), flags)
        else {
            let code = unsafe libzip.zip_error_code_zip(libzip.zip_get_error(pointer))
            throw SpreadsheetError(reading: entry.name, code)
        }
        return unsafe ZIPEntryReader(
            file,
            entry,
            packed: packed,
            budget,
            letsGoOf: isLast ? bytes : nil
        )
    }

    /// The checksum of a deflated entry's bytes, which is then expanded here, and how many it packs
    /// them into; nil where libzip has to do it.
    private borrowing func deflated(_ entry: Entry) -> (checksum: UInt32, count: Int)? {
        var stat = unsafe zip_stat_t()
        unsafe libzip.zip_stat_init(&stat)
        let known = zip_uint64_t(
            ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD | ZIP_STAT_SIZE
                | ZIP_STAT_COMP_SIZE
        )
        guard unsafe libzip.zip_stat_index(pointer, zip_uint64_t(entry.index), 0, &stat) == 0,
            unsafe stat.valid & known == known,
            unsafe stat.comp_method == zip_uint16_t(ZIP_CM_DEFLATE),
            unsafe stat.encryption_method == zip_uint16_t(ZIP_EM_NONE)
        else { return nil }
        return unsafe (stat.crc, Int(clamping: stat.comp_size))
    }

    /// Reads every entry to its end, so that a cut or damaged archive doesn't pass for a whole one.
    ///
    /// - Throws: what `open` and reading throw.
    /// - Complexity: O(n) in the expanded bytes.
    package borrowing func verify() throws(SpreadsheetError) {
        var piece = [UInt8](repeating: 0, count: ZIPEntryReader.pieceSize)
        for entry in entries {
            var reader = try open(entry)
            while try reader.read(into: &piece) > 0 {}
        }
    }
}
