internal import CLibxlsxwriter

/// The rows of one sheet, as libxlsxwriter takes them.
@safe package struct SheetRows: RowSink, ~Copyable {
    private let sheet: Sheet
    private let target: SheetPointer
    private let styles: [StylePointer]
    private var cell = CellText()
    private var result = CellText()
    private var row: lxw_row_t = 0

    init(_ sheet: Sheet, _ target: SheetPointer, _ styles: [StylePointer]) {
        self.sheet = sheet
        self.target = target
        self.styles = styles
    }

    /// Begins a row.
    package mutating func beginRow(_ row: Int, height: Double) throws(WorkbookError) {
        guard row >= 0, row < SheetLimits.rows else {
            throw WorkbookError(.tooManyRows, sheet: sheet.name)
        }
        self.row = lxw_row_t(row)
        try requireSuccess(unsafe worksheet_set_row(target.pointer, self.row, height, nil))
    }

    /// Writes text.
    package mutating func text(
        _ text: Span<UInt8>,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        do throws(WorkbookError) {
            try cell.set(text)
        } catch {
            throw error.located(sheet.name, CellPosition(row: Int(row), column: column))
        }
        let status = unsafe cell.withCString {
            unsafe worksheet_write_string(
                target.pointer,
                row,
                lxw_col_t(column),
                $0,
                styles[style.index].pointer
            )
        }
        try check(status, column)
    }

    /// Writes a number.
    package mutating func number(
        _ number: Double,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        let status = unsafe worksheet_write_number(
            target.pointer,
            row,
            lxw_col_t(column),
            number,
            styles[style.index].pointer
        )
        try check(status, column)
    }

    /// Writes a formula that comes to a text.
    package mutating func formula(
        _ formula: String,
        text: Span<UInt8>,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        do throws(WorkbookError) {
            try cell.set(formula)
            try result.set(text)
        } catch {
            throw error.located(sheet.name, CellPosition(row: Int(row), column: column))
        }
        let status = unsafe cell.withCString { formula in
            unsafe result.withCString { text in
                unsafe worksheet_write_formula_str(
                    target.pointer,
                    row,
                    lxw_col_t(column),
                    formula,
                    styles[style.index].pointer,
                    text
                )
            }
        }
        try check(status, column)
    }

    /// Writes a formula that comes to a number.
    package mutating func formula(
        _ formula: String,
        number: Double,
        column: Int,
        _ style: CellStyle
    ) throws(WorkbookError) {
        try cell.set(formula)
        let status = unsafe cell.withCString { formula in
            unsafe worksheet_write_formula_num(
                target.pointer,
                row,
                lxw_col_t(column),
                formula,
                styles[style.index].pointer,
                number
            )
        }
        try check(status, column)
    }

    private func check(_ status: lxw_error, _ column: Int) throws(WorkbookError) {
        guard status != LXW_NO_ERROR else { return }
        throw WorkbookError(.refused(library: status.rawValue))
            .located(sheet.name, CellPosition(row: Int(row), column: column))
    }
}

extension WorkbookWriter {
    /// Lends the rows of a sheet to `body`.
    ///
    /// - Throws: what `body` throws.
    package mutating func withRows<Result>(
        of sheet: Sheet,
        _ body: (inout SheetRows) throws(WorkbookError) -> Result
    ) throws(WorkbookError) -> Result {
        var rows = SheetRows(sheet, sheets[sheet.index], stylePointers)
        return try body(&rows)
    }
}
