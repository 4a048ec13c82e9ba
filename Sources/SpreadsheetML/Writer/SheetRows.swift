internal import CLibxlsxwriter
internal import SourceText

/// Takes the cells of one sheet: row by row from top to bottom, in a row from left to right.
///
/// Sheets of targets and of leaders, whose rows are many, are written through this alone. Rows are
/// written as XML and put into the library's file when it is finished: libxlsxwriter would keep
/// each cell as an object in two search trees and compare each text with seventeen others.
package struct SheetRows: ~Copyable {
    /// The cells that add nothing to the workbook's texts.
    private var rows: RowsXML
    fileprivate var strings: SharedStringTable
    private var cell = EscapedText()
    private var row = 0

    fileprivate init(_ rows: consuming RowsXML, strings: SharedStringTable) {
        self.rows = rows
        self.strings = strings
    }

    /// What was written.
    fileprivate var cells: WrittenCells { rows.cells }

    /// Begins a row (from 0), below those before; see `RowsXML`.
    ///
    /// - Throws: `tooManyRows`.
    package mutating func beginRow(
        _ row: Int,
        height: Double? = nil,
        isHidden: Bool = false
    ) throws(WorkbookError) {
        try rows.beginRow(row, height: height, isHidden: isHidden)
        self.row = row
    }

    /// Writes text (UTF-8) in a column (from 0) of the row, and returns it for other cells.
    ///
    /// - Throws: `textTooLong` or `nullCharacter` with the cell.
    @discardableResult
    package mutating func text(
        _ text: Span<UInt8>,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) -> WrittenText {
        var written = WrittenText.blank
        if EscapedText.isPlain(text) {
            if !text.isEmpty { written = WrittenText(strings.number(of: text)) }
        } else {
            do throws(WorkbookError) {
                try cell.set(text)
            } catch {
                throw error.located(rows.sheet.name, CellPosition(row: row, column: column))
            }
            written = WrittenText(strings.number(of: cell.xml().span))
        }
        try rows.text(written, column: column, style)
        return written
    }

    /// Writes a string in a column (from 0) of the row.
    ///
    /// - Throws: `textTooLong` or `nullCharacter` with the cell.
    package mutating func text(
        _ string: String,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try text(string.utf8.span, column: column, style)
    }

    /// Writes a number in a column (from 0) of the row.
    ///
    /// - Throws: `tooManyColumns`.
    package mutating func number(
        _ number: Double,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try rows.number(number, column: column, style)
    }

    /// Writes a formula without `=` in a column (from 0) of the row, and the text (UTF-8) that it
    /// comes to.
    ///
    /// - Throws: `textTooLong` or `nullCharacter` with the cell.
    package mutating func formula(
        _ formula: String,
        text: Span<UInt8>,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try rows.formula(formula, text: text, column: column, style)
    }

    /// Ends the last row.
    fileprivate mutating func finish() { rows.finish() }
}

extension WorkbookWriter {
    /// Lends the rows of a sheet to `body`, below those that are written otherwise.
    ///
    /// Everything else of the workbook must be written before; each sheet's rows are written once.
    /// - Throws: what `body` throws.
    package mutating func withRows(
        of sheet: WrittenSheet,
        _ body: (inout SheetRows) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        let frame = try close()
        let packed = BackgroundStretch(changes.background)
        var rows = SheetRows(
            RowsXML(sheet, looks: frame.looks, firstString: frame.strings) { packed.append($0) },
            strings: changes.takeStrings()
        )
        let result: Result<Void, WorkbookError>
        do throws(WorkbookError) {
            result = .success(try body(&rows))
        } catch {
            result = .failure(error)
        }
        rows.finish()
        packed.end()
        changes.setRows(packed, rows.cells, of: sheet)
        changes.setStrings(rows.strings, behind: frame.strings)
        try result.get()
    }

    /// Lends the rows of sheets, with about how many of them, to `body`, on several cores where there
    /// are; it is called with the sheets' numbers, from 0.
    ///
    /// A hundred thousand targets' sheets of leaders took 110 ms one after the other, while the other
    /// core was idle.
    /// - Throws: what `body` throws, of the first such sheet.
    package mutating func withRows(
        ofEach sheets: [(sheet: WrittenSheet, count: Int)],
        _ body: @Sendable (Int, inout RowsXML) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        let frame = try close()
        // Packed densely or quickly by the order of the bytes, which is that of the sheets until
        // all the others are packed quickly.
        let isOrdered = !changes.background.hurries
        let stretches = sheets.map { _ in BackgroundStretch(changes.background) }
        // The longest first, or one core would be left with it.
        let order = sheets.indices.sorted { sheets[$0].count > sheets[$1].count }
        let written = Cores.map(sheets.count) { place in
            let number = order[place]
            let stretch = stretches[number]
            var pieces: [[UInt8]] = []
            var rows = RowsXML(
                sheets[number].sheet,
                looks: frame.looks,
                firstString: frame.strings
            ) { piece in
                if isOrdered { pieces.append(piece) } else { stretch.appendNow(piece) }
            }
            let result: Result<Void, WorkbookError>
            do throws(WorkbookError) {
                result = .success(try body(number, &rows))
            } catch {
                result = .failure(error)
            }
            rows.finish()
            return (number: number, result: result, cells: rows.cells, pieces: pieces)
        }.sorted { $0.number < $1.number }
        for one in written {
            for piece in one.pieces { stretches[one.number].append(piece) }
            stretches[one.number].end()
            changes.setRows(stretches[one.number], one.cells, of: sheets[one.number].sheet)
        }
        for one in written { try one.result.get() }
    }

    /// Whether all rows that are still to come are packed quickly, as those of a large workbook are.
    package var packsQuickly: Bool { changes.background.hurries }

    /// Says that no rows follow that have texts of their own: the last texts are packed from now on.
    package mutating func endTexts() { changes.endStrings() }
}
