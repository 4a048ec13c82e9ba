internal import CLibxlsxwriter
internal import SourceText

/// A text that a cell of the workbook shows: written once, it needn't be checked again.
package struct WrittenText: Sendable {
    /// The text's number among those of rows, from 1; 0 where it is blank.
    ///
    /// A workbook has one of these for each cell.
    fileprivate var number: UInt32

    /// No text.
    package static let blank = WrittenText(number: 0)
}

/// Takes the cells of one sheet: row by row from top to bottom, in a row from left to right.
///
/// Sheets of targets and of leaders, whose rows are many, are written through this alone. Rows are
/// written as XML and put into the library's file when it is finished: libxlsxwriter would keep
/// each cell as an object in two search trees and compare each text with seventeen others.
package struct SheetRows: ~Copyable {
    private let sheet: WrittenSheet
    /// What stands behind a cell's reference, for each style: of a cell with a shared text up to the
    /// text's number, and of any other.
    private let styles: [(shared: [UInt8], other: [UInt8])]
    /// The XML so far, which is packed while more is written.
    let packed: BackgroundStretch
    /// The rows and columns, from 0, that have cells.
    var extent: CellRange?
    var strings: SharedStringTable
    /// What the library's strings come to: ours are numbered behind them.
    private let firstString: Int
    private var xml = OutputBuffer()
    private var cell = EscapedText()
    private var row = 0
    private var rowNumber: [UInt8] = []
    private var isInRow = false
    /// What stands before the row's number in a cell's reference, for each column.
    private var starts: [[UInt8]] = []

    private static let pieceSize = 1 << 20

    init(
        _ sheet: WrittenSheet,
        styles: [[UInt8]],
        strings: SharedStringTable,
        firstString: Int,
        packed: BackgroundStretch
    ) {
        self.sheet = sheet
        self.packed = packed
        self.styles = styles.map { number in
            let attribute = Array("\" s=\"".utf8) + number + [UInt8(ascii: "\"")]
            return (shared: attribute + Array(" t=\"s\"><v>".utf8), other: attribute)
        }
        self.strings = strings
        self.firstString = firstString
        xml.reserve(Self.pieceSize + 1 << 16)
    }

    /// Begins a row (from 0), below those before; `height` is in points, nil: as programs like.
    ///
    /// A hidden row is there for formulas, or until somebody shows it.
    ///
    /// Programs show the row so high until a text in it changes, and then fit it to its texts: a
    /// fixed height would cut what grows. LibreOffice fits it on opening, too.
    ///
    /// - Throws: `tooManyRows`.
    package mutating func beginRow(
        _ row: Int,
        height: Double? = nil,
        isHidden: Bool = false
    ) throws(WorkbookError) {
        guard row >= 0, row < SheetLimits.rows else {
            throw WorkbookError(.tooManyRows, sheet: sheet.name)
        }
        endRow()
        self.row = row
        rowNumber.removeAll(keepingCapacity: true)
        rowNumber += String(row + 1).utf8
        xml.append(static: "<row r=\"")
        xml.append(rowNumber)
        if let height {
            xml.append(static: "\" ht=\"")
            appendNumber(height)
        }
        if isHidden { xml.append(static: "\" hidden=\"1") }
        xml.append(static: "\">")
        isInRow = true
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
        guard !text.isEmpty else {
            try writeBlank(column, style)
            return .blank
        }
        try set(text, column)
        let number = strings.number(of: cell.xml())
        try writeReference(to: number, column, style)
        return WrittenText(number: UInt32(number + 1))
    }

    /// Writes a text that a cell of this workbook shows already.
    ///
    /// - Throws: `tooManyColumns`.
    package mutating func text(
        _ text: WrittenText,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        guard text.number > 0 else {
            try writeBlank(column, style)
            return
        }
        strings.refer()
        try writeReference(to: Int(text.number) - 1, column, style)
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
        try beginCell(column, styles[style.index].other)
        xml.append(static: "><v>")
        appendNumber(number)
        xml.append(static: "</v></c>")
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
        try beginCell(column, styles[style.index].other)
        xml.append(static: " t=\"str\">")
        try appendFormula(formula, column)
        try set(text, column)
        xml.append(static: "<v>")
        let shown = cell.xml()
        xml.append(shown.span)
        xml.append(static: "</v></c>")
    }

    /// Writes a formula without `=` in a column (from 0) of the row, and the number that it comes
    /// to.
    ///
    /// - Throws: `nullCharacter` with the cell.
    package mutating func formula(
        _ formula: String,
        number: Double,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try beginCell(column, styles[style.index].other)
        xml.append(static: ">")
        try appendFormula(formula, column)
        xml.append(static: "<v>")
        appendNumber(number)
        xml.append(static: "</v></c>")
    }

    /// Ends the last row.
    mutating func finish() {
        endRow()
        packed.append(xml.bytes)
        packed.end()
        xml = OutputBuffer()
    }

    // MARK: XML

    private mutating func endRow() {
        guard isInRow else { return }
        isInRow = false
        xml.append(static: "</row>")
        if xml.bytes.count >= Self.pieceSize {
            packed.append(xml.bytes)
            xml = OutputBuffer()
            xml.reserve(Self.pieceSize + 1 << 16)
        }
    }

    /// Writes `<c r="B7" s="3"`, and what else `attributes` has.
    ///
    /// Three pieces instead of seven: there are millions of cells, and that was a twelfth of the time.
    private mutating func beginCell(
        _ column: Int,
        _ attributes: [UInt8]
    ) throws(WorkbookError) {
        while column >= starts.count {
            guard starts.count < SheetLimits.columns else {
                throw WorkbookError(.tooManyColumns, sheet: sheet.name)
            }
            starts.append(Array("<c r=\"\(ColumnLetters.of(starts.count))".utf8))
        }
        xml.append(starts[column])
        xml.append(rowNumber)
        xml.append(attributes)
        extend(to: column)
    }

    private mutating func extend(to column: Int) {
        guard var extent else {
            let first = CellPosition(row: row, column: column)
            self.extent = CellRange(first, first)
            return
        }
        extent.last.row = row
        extent.last.column = max(extent.last.column, column)
        self.extent = extent
    }

    private mutating func set(_ text: Span<UInt8>, _ column: Int) throws(WorkbookError) {
        do throws(WorkbookError) {
            try cell.set(text)
        } catch {
            throw error.located(sheet.name, CellPosition(row: row, column: column))
        }
    }

    private mutating func appendFormula(_ formula: String, _ column: Int) throws(WorkbookError) {
        try set(formula.utf8.span, column)
        xml.append(static: "<f>")
        let text = cell.xml()
        xml.append(text.span)
        xml.append(static: "</f>")
    }

    private mutating func writeBlank(
        _ column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try beginCell(column, styles[style.index].other)
        xml.append(static: "/>")
    }

    private mutating func writeReference(
        to string: Int,
        _ column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try beginCell(column, styles[style.index].shared)
        appendDigits(of: firstString + string)
        xml.append(static: "</v></c>")
    }

    private mutating func appendDigits(of number: Int) {
        if number > 9 { appendDigits(of: number / 10) }
        xml.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    private mutating func appendNumber(_ number: Double) {
        if let whole = Int(exactly: number), whole >= 0 {
            appendDigits(of: whole)
        } else {
            xml.append(String(number))
        }
    }
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
        if libraryStringCount == 0 {
            // A workbook whose library cells have no text would get no table of shared strings.
            _ = unsafe lxw_get_sst_index(handle.pointer.pointee.sst, "\u{2014}", 0)
        }
        let numbers = stylePointers.map {
            Array(String(unsafe lxw_format_get_xf_index($0.pointer)).utf8)
        }
        var rows = SheetRows(
            sheet,
            styles: numbers,
            strings: changes.takeStrings(),
            firstString: libraryStringCount,
            packed: BackgroundStretch(changes.background)
        )
        let result: Result<Void, WorkbookError>
        do throws(WorkbookError) {
            result = .success(try body(&rows))
        } catch {
            result = .failure(error)
        }
        rows.finish()
        changes.setRows(rows.packed, extent: rows.extent, of: sheet)
        changes.setStrings(rows.strings, behind: libraryStringCount)
        try result.get()
    }

    /// How many distinct texts the library's own cells have.
    private var libraryStringCount: Int {
        unsafe Int(handle.pointer.pointee.sst.pointee.unique_count)
    }
}
