internal import DelimitedText
internal import SourceText
internal import TableLayout
internal import TargetModel

/// The cells of a text in columns: one row of cells a line, so that rows and lines stay in step.
///
/// Bars, blanks and lines are tried in this order; the first by which some row is a header tells
/// the cells apart. Lines above the header, and notes, are rows of one cell.
struct TextTable {
    /// The cells.
    let cells: GridSource
    /// The lines that don't fit the header, placed.
    let misfits: [Diagnostic]

    /// Tells cells apart; nil where no row would be a header.
    ///
    /// - Complexity: O(n) in the bytes.
    init?(_ source: SourceText, _ recognizer: Recognizer) {
        let lines = TextLines(source)
        for shape in [BarredText.rows, SpacedText.rows, ListedText.rows] {
            if let rows = shape(lines, recognizer) {
                cells = GridSource(source, rows: rows.cells)
                misfits = rows.misfits
                return
            }
        }
        return nil
    }

    /// The lines of a text as rows of one cell.
    static func plain(_ source: SourceText) -> GridSource {
        GridSource(source, rows: TextLines(source).ranges.map { [$0] })
    }
}

/// Rows of cells, one for each line of a text.
struct TextRows {
    /// The bytes of each line's cells, at least one each.
    var cells: [[Range<Int>]]
    /// The lines that don't fit the header, placed.
    var misfits: [Diagnostic] = []
}

/// The lines of a text.
struct TextLines {
    /// The text.
    let source: SourceText
    /// The bytes of each line, without its end and the blanks around it.
    let ranges: [Range<Int>]

    init(_ source: SourceText) {
        self.source = source
        var ranges: [Range<Int>] = []
        var start = 0
        let bytes = source.bytes
        while start < bytes.count {
            let end =
                bytes[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn }
                ?? bytes.count
            ranges.append(CellText.trimmed(start..<end, of: bytes.span))
            let isCRLF =
                end + 1 < bytes.count && bytes[end] == .carriageReturn
                && bytes[end + 1] == .lineFeed
            start = end + (isCRLF ? 2 : 1)
        }
        self.ranges = ranges
    }

    /// Whether cells would be a header.
    func isHeader(_ cells: [Range<Int>], _ recognizer: Recognizer) -> Bool {
        cells.count > 1 && recognizer.findsHeader(in: GridSource(source, rows: [cells]))
    }

    /// Says that a line (from 0) has not as many cells as the header.
    func misfit(_ line: Int, has count: Int, header: Int, headerLine: Int) -> Diagnostic {
        Diagnostic(
            .error,
            .rowDoesNotFit,
            Wording(
                en: "this line has \(count) columns, and the header in line \(headerLine + 1) "
                    + "has \(header)",
                zh: "本行有 \(count) 栏，而第 \(headerLine + 1) 行的表头有 \(header) 栏"
            ),
            hint: Wording(
                en: "copy the table into a spreadsheet and save it as XLSX, or put a tab "
                    + "between all columns",
                zh: "请把表格复制到电子表格中另存为 XLSX，或在各栏之间改用制表符"
            )
        ).at(ranges[line], of: source)
    }
}

extension GridSource {
    /// Makes a source of rows of cells, each a range of the text.
    init(_ source: SourceText, rows: [[Range<Int>]]) {
        var cells = TextRanges()
        var rowStarts: [UInt32] = [0]
        for row in rows {
            cells.append(contentsOf: row.map(TextRange.init(source:)))
            rowStarts.append(UInt32(truncatingIfNeeded: cells.count))
        }
        let grid = Grid(cells: cells, rowStarts: rowStarts, byteCount: source.bytes.count)
        self.init(source: source, grid: grid)
    }
}
