internal import DocumentText
internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Reads the table of targets that stands in the tables of a document, one or several, each as if
/// it stood on a sheet of its own: under the lines above it, over the notes below it.
///
/// A table is taken where it has a header; one that has none may be a frame, and the tables in its
/// cells are looked at. What stands in the cells of a table that is taken is text.
struct DocumentReader {
    /// The file.
    let input: InputFile
    /// The format that it is read as.
    let format: TargetFormat
    /// What is known of the file.
    private var document: Document
    let options: ReadingOptions

    /// Makes a reader of a file; `encoding` is the name of its encoding, where it has one.
    init(
        _ input: InputFile,
        _ format: TargetFormat,
        options: ReadingOptions,
        encoding: String = TextEncoding.utf8.name
    ) {
        self.input = input
        self.format = format
        self.options = options
        document = Document(of: input, encoding: encoding, options)
    }

    /// Opens the document in an archive.
    ///
    /// - Throws: `FormatError` where that fails; it says what the file is, where it is another kind.
    func opened<Content>(
        _ open: (_ bytes: [UInt8], _ limits: ExpansionLimits) throws(DocumentFailure) -> Content
    ) throws(FormatError) -> Content {
        do {
            return try open(input.bytes, ExpansionLimits(perEntry: options.maximumEntrySize))
        } catch {
            switch error {
            case .limit(let limit): throw FormatError(.data, limit.diagnostic(input.name))
            case .archive(let error):
                let isOther = error.code == .notAWorkbook
                let other = isOther ? OtherFormat.ofText(input, isNot: format, options) : nil
                throw FormatError(
                    .data,
                    other ?? (isOther ? notOfFormat : error.diagnostic(file: input.name))
                )
            }
        }
    }

    /// Reads the table.
    ///
    /// - Throws: `FormatError` where there is none, or its header is not understood.
    /// - Complexity: O(n d) in the bytes, where tables stand in each other d deep.
    func read(
        _ content: DocumentContent,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let sheets: [SheetCells]
        do {
            sheets = try self.sheets(of: content, reporting: &diagnostics)
        } catch {
            throw FormatError(.data, error.diagnostic(file: input.name))
        }
        guard !sheets.isEmpty else {
            let other = OtherFormat.ofText(input, isNot: format, options)
            throw FormatError(.data, other ?? withoutTable)
        }
        var reader = PlainWorkbookReader(file: input.name, document: document, options: options)
        reader.areSheetsSections = false
        return try reader.read(sheets, reporting: &diagnostics)
    }

    // MARK: Choosing tables

    /// The tables that are taken, as sheets; where none has a header, all that could have one.
    private func sheets(
        of content: DocumentContent,
        reporting diagnostics: inout DiagnosticBag
    ) throws(SpreadsheetError) -> [SheetCells] {
        var taken: [Bool] = []
        var isInside: [Bool] = []
        var others: [Int] = []
        for (index, table) in content.tables.enumerated() {
            let inside = table.parent.map { isInside[$0] || taken[$0] } ?? false
            isInside.append(inside)
            let isTaken = inside ? false : try hasHeader(table, of: content)
            taken.append(isTaken)
            if !isTaken, !inside, Self.isLarge(table) { others.append(index) }
        }
        var content = content
        for index in others {
            guard let before = DocumentTables(content, taken: taken).beginning(of: index) else {
                continue
            }
            content.join(index, to: before)
            others.removeAll { $0 == index }
            diagnostics.report(joined(index + 1, to: before + 1))
        }
        let frames = Set(content.tables.compactMap(\.parent))
        if !taken.contains(true) {
            // One of them may be told to be a table by what its columns mean.
            for index in others where !frames.contains(index) { taken[index] = true }
        } else {
            let left = others.filter { !frames.contains($0) }
            if !left.isEmpty { diagnostics.report(withoutHeader(left.map { $0 + 1 })) }
        }
        return try DocumentLines(content, taken: taken).sheets()
    }

    private func hasHeader(
        _ table: DocumentTable,
        of content: DocumentContent
    ) throws(SpreadsheetError) -> Bool {
        let sheet = try SheetCells(table, of: content, named: "")
        let stack = try SheetStack([SheetStack.Part(sheet: sheet)], file: input.name)
        return Recognizer(blocks: options.blocks, overrides: options.columns)
            .findsHeader(in: stack.cells)
    }

    /// Whether a table has rows and columns, and so could be meant as one.
    private static func isLarge(_ table: DocumentTable) -> Bool {
        let filled = table.cells.filter { !$0.text.isEmpty }
        guard let first = filled.first else { return false }
        return filled.contains { $0.row != first.row }
            && filled.contains { $0.column != first.column }
    }
}
