internal import CLibxlsxwriter
internal import Synchronization

/// The one owner of an `lxw_workbook`.
///
/// `close()` consumes the handle because `workbook_close` frees it whether or not it succeeds.
/// A handle dropped on an error path is freed by `deinit` and leaves no file behind.
@safe struct WorkbookHandle: ~Copyable {
    let pointer: UnsafeMutablePointer<lxw_workbook>

    /// Begins a workbook that `close()` writes to a draft.
    ///
    /// - Throws: `refused` where memory is short.
    init(_ draft: LibraryDraft) throws(WorkbookError) {
        let made = unsafe draft.path.withCString { path in
            unsafe draft.folder.withCString { folder in
                // The library copies both.
                var options = unsafe lxw_workbook_options()
                unsafe options.tmpdir = UnsafeMutablePointer(mutating: folder)
                return unsafe libxlsxwriter.workbook_new_opt(path, &options)
            }
        }
        guard let pointer = unsafe made else { throw WorkbookError(.refused(library: 0)) }
        unsafe self.pointer = pointer
    }

    deinit { unsafe libxlsxwriter.lxw_workbook_free(pointer) }

    /// Sets what the workbook says of itself.
    ///
    /// - Throws: `nullCharacter` or `textTooLong`.
    func setProperties(_ properties: WorkbookWriter.Properties) throws(WorkbookError) {
        var title = EscapedText()
        var company = EscapedText()
        try title.set(properties.title)
        try company.set(properties.company)
        let status = unsafe title.withCString { title in
            unsafe company.withCString { company in
                var all = unsafe lxw_doc_properties()
                unsafe all.title = UnsafeMutablePointer(mutating: title)
                unsafe all.company = UnsafeMutablePointer(mutating: company)
                // The library puts the present time where there is none.
                unsafe all.created = time_t(max(1, properties.created))
                return unsafe libxlsxwriter.workbook_set_properties(pointer, &all)
            }
        }
        try requireSuccess(status)
    }

    /// Writes the file.
    ///
    /// - Throws: `refused` with the library's error number. That it doesn't throw doesn't mean
    ///   that the file is whole.
    fileprivate consuming func close() throws(WorkbookError) {
        let status = unsafe libxlsxwriter.workbook_close(pointer)
        discard self
        try requireSuccess(status)
    }
}

/// The library's workbook, which is closed once, on whichever core.
final class LibraryWorkbook: Sendable {
    private let handle: Mutex<WorkbookHandle?>

    /// Begins a workbook; see `WorkbookHandle`.
    ///
    /// - Throws: `refused` where memory is short, and what setting the properties throws.
    init(
        _ draft: LibraryDraft,
        _ properties: WorkbookWriter.Properties
    ) throws(WorkbookError) {
        let handle = try WorkbookHandle(draft)
        try handle.setProperties(properties)
        self.handle = Mutex(handle)
    }

    /// The workbook for the library; nil when it was closed.
    var pointer: UnsafeMutablePointer<lxw_workbook>? {
        let address = handle.withLock { handle -> UInt in
            switch handle {
            case .some(let handle): return unsafe UInt(bitPattern: handle.pointer)
            case nil: return 0
            }
        }
        return unsafe UnsafeMutablePointer(bitPattern: address)
    }

    /// Has the library write its parts, which it was told to write to a draft.
    ///
    /// - Throws: `refused` with the library's error number, as above; `damagedOutput` with a part that is
    ///   not whole.
    func parts(of draft: LibraryDraft, sheetCount: Int) throws(WorkbookError) -> LibraryParts {
        guard !draft.isFile else {
            try close()
            return try LibraryParts(of: draft.path, sheetCount: sheetCount)
        }
        let output = LibraryOutput(ofWorkbookAt: draft.path)
        let closed = Result { () throws(WorkbookError) in try close() }
        let parts = output.take()
        try closed.get()
        return try LibraryParts(parts, sheetCount: sheetCount)
    }

    private func close() throws(WorkbookError) {
        try handle.withLock { handle throws(WorkbookError) in try handle.take()?.close() }
    }
}

/// Throws what a status of libxlsxwriter says.
///
/// - Throws: `refused` unless the status is that of success.
func requireSuccess(_ status: lxw_error) throws(WorkbookError) {
    guard status != LXW_NO_ERROR else { return }
    throw WorkbookError(.refused(library: status.rawValue))
}
