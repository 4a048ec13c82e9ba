internal import CLibxlsxwriter
package import SourceText

/// A sheet of a workbook that is being written.
package struct WrittenSheet: Sendable, Hashable {
    /// Number in the workbook, from 0, in the order of the tabs.
    package let index: Int
    /// The name, as on the tab.
    package let name: String

    /// Names a sheet that a workbook has, or will have once it is added.
    package init(index: Int, name: String) {
        self.index = index
        self.name = name
    }
}

/// Writes one workbook with libxlsxwriter.
///
/// Sheets are added in the order of their tabs, then filled in any order. Nothing of C is handed
/// out: sheets and styles are numbers of this workbook. What stands in a cell is checked before
/// the library sees it.
///
///     var workbook = try WorkbookWriter(temporaryFolder: folder, properties: properties)
///     let sheet = try workbook.addSheet(named: names.add("汇总"))
///     try workbook.write(.text("合计"), at: CellPosition(row: 0, column: 0), of: sheet)
///     try workbook.finish(at: path)
///
/// These calls of libxlsxwriter 1.1.4 are used, in this folder and nowhere else: `workbook_new_opt`,
/// `_close`, `_set_properties`, `_add_worksheet`, `_add_format`, `_add_chart`; of worksheets the
/// writing of strings, rich strings, numbers, blanks, formulas and links, merging, columns, rows, panes, tables,
/// validations, conditional formats, charts, protection and page set-up. Calls with known memory
/// errors (formulas of table columns, long lists in validations, empty header strings) are not.
@safe package struct WorkbookWriter: ~Copyable {
    private let workbook: LibraryWorkbook
    /// Where the library writes, as far as it writes a file (see `LibraryOutput`).
    private let draft: LibraryDraft
    private let temporaryFolder: ScratchSpace
    /// The sheets for the library; none when its part is closed.
    var sheets: [SheetPointer] = []
    private var sheetCount = 0
    /// What rows need to know of the library's part, when that is closed, and that part.
    private var closed: Closed?
    var styles: [CellFormat: CellStyle] = [:]
    var stylePointers: [StylePointer] = []
    var conditionalStyles: [ConditionalStyle: StylePointer] = [:]
    var text = EscapedText()
    var changes: DraftChanges

    /// What a workbook says of itself.
    package struct Properties: Sendable {
        /// The document's title.
        package var title: String
        /// The organisation that the document is from.
        package var company: String
        /// When it was made, in seconds since 1970; from 1 on.
        package var created: Int

        /// Makes properties.
        package init(title: String, company: String, created: Int) {
            self.title = title
            self.company = company
            self.created = created
        }
    }

    /// Keeps what is written later, in memory or in a file that goes with the workbook.
    package var keeping: PieceKeeping { changes.background.keeping }

    /// Has another core load the libraries that write workbooks, while this one finds out what to write.
    ///
    /// They take 1 of the 18 ms of writing a workbook of 60 targets.
    package static func prepare() {
        _ = Ahead { WorkbookLibraries.load() }
    }

    /// Begins a workbook.
    ///
    /// `temporaryFolder` is an empty folder; it is empty again when the workbook is finished.
    /// - Throws: `cannotWrite` where the folder can't be written to.
    package init(
        temporaryFolder: ScratchSpace,
        properties: Properties
    ) throws(WorkbookError) {
        try FileWriting.requireRoom(of: 0, in: temporaryFolder.place)
        if let library = WorkbookLibraries.missingForBeginning {
            throw WorkbookError(.notInstalled(library: library))
        }
        let draft = try LibraryDraft(in: temporaryFolder)
        workbook = try LibraryWorkbook(draft, properties)
        self.draft = draft
        changes = DraftChanges(temporaryFolder: temporaryFolder)
        self.temporaryFolder = temporaryFolder
    }

    deinit {
        // Where something else has failed, another core may still write the library's part: what it
        // makes then would stay when the folder is taken away.
        closed?.packed.giveUp()
        closed?.parts.giveUp()
    }

    /// Adds a sheet behind those there are.
    ///
    /// - Throws: `invalidSheetName`; names from `SheetNames` are valid.
    package mutating func addSheet(named name: String) throws(WorkbookError) -> WrittenSheet {
        try text.set(name)
        // The library prints what is wrong with a name that it doesn't take.
        let pointer = unsafe text.withCString { name -> UnsafeMutablePointer<lxw_worksheet>? in
            guard unsafe libxlsxwriter.workbook_validate_sheet_name(library, name) == LXW_NO_ERROR
            else {
                return nil
            }
            return unsafe libxlsxwriter.workbook_add_worksheet(library, name)
        }
        guard let pointer = unsafe pointer else { throw WorkbookError(.invalidSheetName) }
        let sheet = WrittenSheet(index: sheetCount, name: name)
        sheetCount += 1
        unsafe sheets.append(SheetPointer(pointer))
        return sheet
    }

    /// Adds the first sheets of the workbook, whose numbers were given out beforehand.
    ///
    /// - Throws: as `addSheet`.
    package mutating func add(_ sheets: [WrittenSheet]) throws(WorkbookError) {
        for sheet in sheets {
            let added = try addSheet(named: sheet.name)
            precondition(added == sheet, "sheets are numbered in the order of their tabs")
        }
    }

    /// Returns the style of a format; equal formats have one style.
    package mutating func style(_ format: CellFormat) throws(WorkbookError) -> CellStyle {
        if let known = styles[format] { return known }
        let pointer = try unsafe makeFormat()
        try unsafe apply(format, to: StylePointer(pointer))
        let style = CellStyle(index: stylePointers.count)
        unsafe stylePointers.append(StylePointer(pointer))
        styles[format] = style
        return style
    }

    /// The workbook for the library.
    var library: UnsafeMutablePointer<lxw_workbook> {
        guard let pointer = unsafe workbook.pointer else {
            preconditionFailure("rows come behind everything that the library writes")
        }
        return unsafe pointer
    }

    /// What rows need to know of the library's part, which nothing is added to any more.
    struct Frame {
        /// How cells look, for each style.
        let looks: [CellLook]
        /// How many distinct texts the library's own cells have.
        let strings: Int
    }

    /// The library's part when it is closed.
    struct Closed {
        /// What rows need to know of it.
        let frame: Frame
        /// The part itself.
        fileprivate let parts: Ahead<Result<LibraryParts, WorkbookError>>
        /// What of it gets no rows, packed.
        fileprivate let packed: Ahead<Result<LibraryParts.Packed, WorkbookError>>
    }

    /// Closes the library's part, where it isn't yet.
    ///
    /// Another core has it written, and packs what gets no rows, while this one goes on: that was a quarter
    /// of writing a small workbook.
    /// - Throws: `cannotWrite` where the disk has no room, `notInstalled` where a library is missing that
    ///   writes archives.
    mutating func close(hasRows: Bool = true) throws(WorkbookError) -> Closed {
        if let closed { return closed }
        // Only now: nothing needs them before, and the other core takes 0.4 ms to load the last of them.
        if let library = WorkbookLibraries.missingForArchives {
            throw WorkbookError(.notInstalled(library: library))
        }
        if hasRows, libraryStringCount == 0 {
            // A workbook whose library cells have no text would get no table of shared strings.
            _ = unsafe libxlsxwriter.lxw_get_sst_index(library.pointee.sst, "\u{2014}", 0)
        }
        let looks =
            hasRows
            ? stylePointers.map {
                CellLook(format: Int(unsafe libxlsxwriter.lxw_format_get_xf_index($0.pointer)))
            } : []
        let frame = Frame(looks: looks, strings: libraryStringCount)
        // Where the disk is full, the library prints that; so its part is made sure of before.
        try FileWriting.requireRoom(of: (1 << 20) + (sheetCount << 14), in: temporaryFolder.place)
        let (draft, sheetCount, changes) = (draft, sheetCount, changes)
        let parts = Ahead(isLong: hasRows) { [workbook] in
            Result { () throws(WorkbookError) in
                try workbook.parts(of: draft, sheetCount: sheetCount)
            }
        }
        let packed = Ahead(isLong: hasRows) {
            Result { () throws(WorkbookError) in
                try parts.value.get().packed(changedBy: changes, withRows: false)
            }
        }
        // They are the library's, and nobody else's now.
        sheets = []
        stylePointers = []
        conditionalStyles = [:]
        let closed = Closed(frame: frame, parts: parts, packed: packed)
        self.closed = closed
        return closed
    }

    private var libraryStringCount: Int {
        unsafe Int(library.pointee.sst.pointee.unique_count)
    }

    /// Writes the workbook to `path`, checks that it is whole, and flushes it to the disk.
    ///
    /// What the library wrote is looked through; of the finished file, the kernel reports each byte that
    /// it can't take, and to expand them all again was an eighth of the time.
    /// - Throws: `cannotWrite`, `damagedOutput` or `refused`; then what is at `path` is of no use.
    package consuming func finish(at path: String) throws(WorkbookError) {
        let (draft, sheetCount) = (draft, sheetCount)
        defer { draft.remove() }
        let closed = try close(hasRows: false)
        changes.endStrings()
        let changes = changes
        let parts = try closed.parts.value.get()
        let withRows = try parts.packed(changedBy: changes, withRows: true)
        try parts.write([withRows, closed.packed.value.get()], to: path)
        try WorkbookVerification(sheetCount: sheetCount).checkParts(of: path)
    }

    func makeFormat() throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        guard let pointer = unsafe libxlsxwriter.workbook_add_format(library) else {
            throw WorkbookError(.refused(library: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue))
        }
        return unsafe pointer
    }
}

/// A worksheet of the library, owned by its workbook.
@safe struct SheetPointer {
    let pointer: UnsafeMutablePointer<lxw_worksheet>

    init(_ pointer: UnsafeMutablePointer<lxw_worksheet>) { unsafe self.pointer = pointer }
}

/// A format of the library, owned by its workbook.
@safe struct StylePointer {
    let pointer: UnsafeMutablePointer<lxw_format>

    init(_ pointer: UnsafeMutablePointer<lxw_format>) { unsafe self.pointer = pointer }
}
