/// Puts a document's content together from what a reader of its format comes across.
///
/// Readers call in the order of the document; what they leave open is closed by what follows, as
/// web pages do: a cell ends where the next one begins.
package struct DocumentBuilder: Sendable {
    /// The deepest that tables may stand in each other.
    package static let deepest = 64
    /// The most columns of a table: as many as a sheet has.
    package static let mostColumns = 16_384
    /// The most rows of a table: as many as a sheet has.
    package static let mostRows = 1_048_576
    /// The most cells that there may be besides those that are written out.
    package static let mostRepeated = 1 << 22
    /// The most bytes of text: offsets have 31 bits.
    package static let mostBytes = 0x7FFF_0000

    private var content = DocumentContent()
    /// Where the line that is being read begins.
    private var lineStart = 0
    private var open: [OpenTable] = []
    /// How many cells were repeated.
    private var repeated = 0

    /// A table whose end is still to come.
    fileprivate struct OpenTable: Sendable {
        var index: Int
        /// The row being read, from 0; -1 before the first.
        var row = -1
        /// Where the next cell may begin.
        var column = 0
        /// For each column, the first row that no cell above reaches.
        var freeFrom: [Int] = []
        /// For each column, the last cell that begins in it.
        var lastCells: [Int: Int] = [:]
        /// Where the text of the cell being read begins; nil between cells.
        var cellStart: Int?
    }

    /// Makes a builder of an empty document.
    package init() {}

    /// Whether a table is open.
    package var isInTable: Bool { !open.isEmpty }
    /// Whether the line being read has no text yet.
    package var isAtStartOfLine: Bool { content.bytes.count == lineStart }
    /// The last byte of the line being read; nil where it has none.
    package var lastByte: UInt8? { isAtStartOfLine ? nil : content.bytes.last }

    /// How many bytes of text there are: where the next one begins.
    package var byteCount: Int { content.bytes.count }

    // MARK: Text

    /// Adds text to the line being read.
    package mutating func append(_ byte: UInt8) {
        content.bytes.append(byte)
    }

    /// Adds text to the line being read.
    package mutating func append(_ bytes: some Sequence<UInt8>) {
        content.bytes.append(contentsOf: bytes)
    }

    /// Ends the line being read; one without a text is none.
    package mutating func endLine(isHeading: Bool = false) {
        while let last = lastByte, last == 0x20 || last == 0x09 { content.bytes.removeLast() }
        guard !isAtStartOfLine else { return }
        let line = lineStart..<content.bytes.count
        content.pieces.append(.line(line, isHeading: isHeading))
        if let last = open.last, last.cellStart == nil {
            content.tables[last.index].lines.append(line)
        }
        content.bytes.append(0x0A)
        lineStart = content.bytes.count
    }

    /// Drops the text of the line being read, from a byte on.
    package mutating func drop(from byte: Int) {
        content.bytes.removeSubrange(max(byte, lineStart)...)
    }

    /// Drops the lines above the first table, which only list what follows.
    package mutating func dropLinesAbove() {
        if content.tables.isEmpty { content.pieces = [] }
    }

    /// The text of the line being read, from a byte on.
    package func text(from byte: Int) -> String {
        String(decoding: content.bytes[max(byte, lineStart)...], as: UTF8.self)
    }

    // MARK: Tables

    /// Begins a table: in the open cell, where there is one.
    ///
    /// - Throws: `DocumentLimit.tooDeep`.
    package mutating func beginTable(named name: String? = nil) throws(DocumentLimit) {
        endLine()
        guard open.count < Self.deepest else { throw .tooDeep(Self.deepest) }
        let index = content.tables.count
        content.tables.append(DocumentTable(parent: open.last?.index, name: name))
        content.pieces.append(.start(index))
        open.append(OpenTable(index: index))
    }

    /// Begins a row of the innermost table, or leaves out `skipping` rows before it.
    ///
    /// - Throws: `DocumentLimit.tooLong`.
    package mutating func beginRow(skipping rows: Int = 0) throws(DocumentLimit) {
        endCell()
        guard let last = open.indices.last else { return }
        guard rows < Self.mostRows - open[last].row - 1 else { throw .tooLong(Self.mostRows) }
        open[last].row += 1 + max(0, rows)
        open[last].column = 0
    }

    /// Leaves out columns of the row before its next cell.
    ///
    /// - Throws: `DocumentLimit.tooWide`.
    package mutating func skipColumns(_ count: Int) throws(DocumentLimit) {
        endCell()
        guard let last = open.indices.last else { return }
        guard count <= Self.mostColumns - open[last].column else {
            throw .tooWide(Self.mostColumns)
        }
        open[last].column += max(0, count)
    }

    /// Begins a cell of the innermost table, and a row where none is open; `rowSpan` nil reaches to
    /// the table's end.
    ///
    /// - Throws: `DocumentLimit`.
    package mutating func beginCell(
        rowSpan: Int? = 1,
        columnSpan: Int = 1
    ) throws(DocumentLimit) {
        endCell()
        guard let last = open.indices.last else { return }
        guard content.bytes.count < Self.mostBytes else { throw .tooLarge(Self.mostBytes) }
        if open[last].row < 0 { try beginRow() }
        let rows = max(1, min(rowSpan ?? Self.mostRows, Self.mostRows))
        let columns = max(1, min(columnSpan, Self.mostColumns))
        guard let column = open[last].takeRoom(rows: rows, columns: columns) else {
            throw .tooWide(Self.mostColumns)
        }
        open[last].cellStart = content.bytes.count
        add(
            DocumentTable.Cell(
                row: UInt32(open[last].row),
                column: UInt32(column),
                rowSpan: UInt32(rows),
                columnSpan: UInt32(columns),
                textStart: 0,
                textEnd: 0
            )
        )
    }

    /// Lets the cell above the place where the next one would begin reach into this row, too; false
    /// where no cell of the same width stands there.
    ///
    /// - Throws: `DocumentLimit.tooWide`.
    package mutating func continueCellAbove(columnSpan: Int) throws(DocumentLimit) -> Bool {
        endCell()
        guard let last = open.indices.last else { return false }
        let (index, row, column) = (open[last].index, open[last].row, open[last].column)
        guard let above = open[last].lastCells[column],
            content.tables[index].cells[above].columnSpan == columnSpan,
            Int(content.tables[index].cells[above].row + content.tables[index].cells[above].rowSpan)
                == row
        else { return false }
        content.tables[index].cells[above].rowSpan += 1
        try skipColumns(columnSpan)
        return true
    }

    /// Ends the cell being read of the innermost table.
    package mutating func endCell() {
        endLine()
        guard let last = open.indices.last, let start = open[last].cellStart else { return }
        open[last].cellStart = nil
        let table = open[last].index
        guard let cell = content.tables[table].cells.indices.last,
            content.bytes.count > start
        else { return }
        content.tables[table].cells[cell].textStart = UInt32(truncatingIfNeeded: start)
        content.tables[table].cells[cell].textEnd = UInt32(
            truncatingIfNeeded: content.bytes.count - 1
        )
    }

    private mutating func add(_ cell: DocumentTable.Cell) {
        guard let last = open.indices.last else { return }
        open[last].lastCells[Int(cell.column)] = content.tables[open[last].index].cells.count
        content.tables[open[last].index].cells.append(cell)
    }

    // MARK: Repetitions

    /// Repeats the cell that was ended last in the columns behind it, `times` more times.
    ///
    /// - Throws: `DocumentLimit`.
    package mutating func repeatCell(_ times: Int) throws(DocumentLimit) {
        guard let last = open.indices.last, times > 0,
            var cell = content.tables[open[last].index].cells.last
        else { return }
        try skipColumns(times)
        try spend(times)
        for _ in 0..<times {
            cell.column += 1
            add(cell)
        }
    }

    /// Repeats the row that was read last below it, `times` more times.
    ///
    /// - Throws: `DocumentLimit`.
    package mutating func repeatRow(_ times: Int) throws(DocumentLimit) {
        endCell()
        guard let last = open.indices.last, times > 0 else { return }
        let (index, row) = (open[last].index, open[last].row)
        let cells = content.tables[index].cells.reversed().prefix { Int($0.row) == row }.reversed()
        guard !cells.isEmpty else { return try beginRow(skipping: times - 1) }
        guard times <= Self.mostRepeated else { throw .tooOften(Self.mostRepeated) }
        try spend(times * cells.count)
        for _ in 0..<times {
            try beginRow()
            for cell in cells {
                var copy = cell
                copy.row = UInt32(open[last].row)
                add(copy)
            }
        }
    }

    private mutating func spend(_ cells: Int) throws(DocumentLimit) {
        repeated += cells
        guard repeated <= Self.mostRepeated else { throw .tooOften(Self.mostRepeated) }
    }

    // MARK: Ends

    /// Ends the innermost table.
    package mutating func endTable() {
        endCell()
        guard let table = open.popLast() else { return }
        let cells = content.tables[table.index].cells.filter { !$0.isPlainBlank }
        let rows = cells.last { $0.textStart < $0.textEnd }.map { $0.row + 1 } ?? 0
        content.tables[table.index].rowCount = Int(rows)
        content.tables[table.index].cells = cells.prefix { $0.row < rows }.map { cell in
            var kept = cell
            kept.rowSpan = min(cell.rowSpan, rows - cell.row)
            return kept
        }
        content.pieces.append(.end(table.index))
    }

    /// Ends what is open, and returns the document.
    package mutating func finish() -> DocumentContent {
        while isInTable { endTable() }
        endLine()
        return content
    }
}

extension DocumentBuilder.OpenTable {
    /// Takes the next free place of the row for a cell, and returns its column; nil where there are
    /// too many.
    fileprivate mutating func takeRoom(rows: Int, columns: Int) -> Int? {
        while column < freeFrom.count, freeFrom[column] > row { column += 1 }
        let (start, end) = (column, column + columns)
        guard end <= DocumentBuilder.mostColumns else { return nil }
        column = end
        guard rows > 1 else { return start }
        if freeFrom.count < end {
            freeFrom += repeatElement(0, count: end - freeFrom.count)
        }
        for covered in start..<end { freeFrom[covered] = row + rows }
        return start
    }
}
