/// What other parts say of a sheet's cells: comments, the rows that sum up Excel tables, and what lies
/// over the cells.
struct SheetAttachments {
    /// The most comments that are told of.
    private static let mostComments = 1_000

    /// Cells that somebody wrote a comment on, from top to bottom.
    private(set) var comments: [CellReference] = []
    /// Rows, from 1, that sum up the rows of an Excel table above them.
    private(set) var totalsRows: [ClosedRange<Int>] = []
    /// Text boxes and pictures.
    private(set) var drawings = SheetDrawings()

    /// Reads the parts that a sheet's part refers to; those that are missing say nothing.
    ///
    /// - Throws: what `XMLReader` throws.
    init(
        of part: String,
        among parts: PackageParts,
        in archive: borrowing ZIPArchive
    ) throws(SpreadsheetError) {
        var cells: Set<CellReference> = []
        for related in try Relationships(of: part, among: parts, in: archive).all {
            guard let entry = parts.entry(named: related.part) else { continue }
            switch related.kind {
            case "comments", "threadedComment":
                var reader = try XMLReader(archive.open(entry))
                while try reader.next() != .endOfDocument {
                    guard cells.count < Self.mostComments,
                        let text = reader.string("ref"), let cell = MergedRange(text)?.first
                    else { continue }
                    cells.insert(cell)
                }
            case "table": try readTable(archive.open(entry))
            case "drawing": try drawings.add(archive.open(entry))
            default: continue
            }
        }
        comments = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    private mutating func readTable(
        _ entry: consuming ZIPEntryReader
    ) throws(SpreadsheetError) {
        var reader = try XMLReader(entry)
        guard try reader.next() == .start, reader.element == .table,
            let count = reader.string("totalsRowCount").flatMap({ Int($0) }), count > 0,
            let range = reader.string("ref").flatMap(MergedRange.init),
            range.first.row < range.last.row
        else { return }
        totalsRows.append(max(range.first.row + 1, range.last.row - count + 1)...range.last.row)
    }
}
