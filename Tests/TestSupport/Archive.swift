import CLibzip

/// A ZIP archive made in memory, so that a test's text holds the parts of a workbook.
public struct Archive: Sendable {
    /// The entries, in order.
    public var entries: [(name: String, content: [UInt8])]

    /// Makes an archive of text files.
    public init(_ entries: [(name: String, text: String)]) {
        self.entries = entries.map { ($0.name, Array($0.text.utf8)) }
    }

    /// The archive's bytes; `isStored` leaves the entries as they are, so that their bytes are
    /// found in the archive's.
    public func bytes(isStored: Bool = false) -> [UInt8] {
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &error) else { return [] }
        unsafe zip_source_keep(target)
        defer { unsafe zip_source_free(target) }
        guard let archive = unsafe zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
            return []
        }
        for entry in entries {
            unsafe Self.add(entry, to: archive, isStored: isStored)
        }
        guard unsafe zip_close(archive) == 0 else { return [] }
        return unsafe Self.contents(of: target)
    }

    private static func add(
        _ entry: (name: String, content: [UInt8]),
        to archive: OpaquePointer,
        isStored: Bool
    ) {
        // libzip frees the copy when it has written it.
        let copy = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(1, entry.content.count),
            alignment: 1
        )
        unsafe copy.copyBytes(from: entry.content)
        let source = unsafe zip_source_buffer(
            archive,
            copy.baseAddress,
            zip_uint64_t(entry.content.count),
            1
        )
        let index = unsafe zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else { return }
        let method = isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
        unsafe zip_set_file_compression(archive, zip_uint64_t(index), method, 0)
        unsafe zip_file_set_mtime(archive, zip_uint64_t(index), 315_619_200, 0)
    }

    private static func contents(of source: OpaquePointer) -> [UInt8] {
        guard unsafe zip_source_open(source) == 0 else { return [] }
        defer { unsafe zip_source_close(source) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe zip_source_read(source, &piece, zip_uint64_t(piece.count))
            guard count > 0 else { return bytes }
            bytes += piece[..<Int(count)]
        }
    }
}
