package import DocumentText

/// An OpenDocument spreadsheet: its sheets, as those of a workbook.
///
/// What a cell says is the text that the program stored as shown.
package struct OpenDocumentSpreadsheet: Sendable {
    /// What stands in it: a table for each sheet.
    package let content: DocumentContent
    /// Its sheets, in the order of their tabs.
    package let sheets: [Workbook.Sheet]
    /// Their cells, in the same order.
    private let cells: [SheetCells]
    /// Their cells that have a formula.
    private let formulas: [Set<CellReference>]

    /// Reads a file.
    ///
    /// - Throws: `DocumentFailure` where the bytes are no spreadsheet that can be read.
    /// - Complexity: O(n) in the bytes of its content, and in the cells that it repeats.
    package init(
        of bytes: [UInt8],
        limits: ExpansionLimits = ExpansionLimits()
    ) throws(DocumentFailure) {
        let result: Result<OpenDocumentSpreadsheet, DocumentFailure>
        do throws(SpreadsheetError) {
            result = try ZIPArchive.withArchive(of: bytes, limits: limits) {
                archive throws(SpreadsheetError) in
                let parts = try PackageParts(archive.entries)
                guard parts.entry(named: "mimetype") != nil,
                    let entry = parts.entry(named: "content.xml")
                else { throw .notAWorkbook }
                guard try !Self.isEncrypted(parts, archive) else { throw .encrypted }
                var reader = OpenDocumentReader(try XMLReader(archive.open(entry)))
                do throws(DocumentFailure) {
                    let content = try reader.read()
                    return .success(
                        try OpenDocumentSpreadsheet(content, reader.facts, reader.valueStarts)
                    )
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            throw .archive(error)
        }
        self = try result.get()
    }

    private init(
        _ content: DocumentContent,
        _ facts: [OpenDocumentReader.SheetFacts],
        _ valueStarts: [UInt32]
    ) throws(DocumentFailure) {
        var sheets: [Workbook.Sheet] = []
        var cells: [SheetCells] = []
        do throws(SpreadsheetError) {
            for (table, facts) in zip(content.tables, facts) {
                let name = table.name ?? ""
                var sheetCells = try SheetCells(table, of: content, named: name)
                sheetCells.valueStarts = valueStarts
                sheetCells.comments = facts.comments
                sheetCells.drawings = facts.drawings
                sheetCells.problems = facts.errors.map { CellProblem(kind: .error, cell: $0) }
                for formula in facts.formulas {
                    let row = UInt32(truncatingIfNeeded: formula.row)
                    if sheetCells.formulaRows.last != row { sheetCells.formulaRows.append(row) }
                }
                cells.append(sheetCells)
                sheets.append(
                    Workbook.Sheet(
                        name: name,
                        visibility: facts.isVisible ? .visible : .hidden,
                        part: name
                    )
                )
            }
        } catch {
            throw .archive(error)
        }
        self.content = content
        self.sheets = sheets
        self.cells = cells
        formulas = facts.map { Set($0.formulas) }
    }

    /// The cells of sheets, of each as much as is asked for.
    ///
    /// - Complexity: O(n) in the cells with a formula of those whose typed cells are asked for.
    package func cells(of requests: [(sheet: Workbook.Sheet, extent: Workbook.Extent)])
        -> [SheetCells]
    {
        requests.compactMap { request in
            guard let index = sheets.firstIndex(of: request.sheet) else { return nil }
            switch request.extent {
            case .all: return cells[index]
            case .firstRows(let count): return cells[index].firstRows(count)
            case .typedCells: return cells[index].leavingOut(cells: formulas[index])
            }
        }
    }

    /// Whether the list of parts says how they are encrypted.
    private static func isEncrypted(
        _ parts: PackageParts,
        _ archive: borrowing ZIPArchive
    ) throws(SpreadsheetError) -> Bool {
        guard let manifest = parts.entry(named: "META-INF/manifest.xml") else { return false }
        var xml = try XMLReader(archive.open(manifest))
        while true {
            switch try xml.next() {
            case .start where xml.element == .document(.officeEncryption): return true
            case .endOfDocument: return false
            case .start, .end, .text: continue
            }
        }
    }
}
