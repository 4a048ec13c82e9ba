internal import CLibxlsxwriter

/// What a cell holds.
package enum CellValue: Sendable, Equatable {
    /// Nothing; the cell only looks like something.
    case blank
    /// Text.
    case text(String)
    /// A number.
    case number(Double)
    /// A formula without `=`, and what it comes to.
    case formula(String, Result)
    /// A formula over arrays without `=`, as Excel 2019 and before want it marked, and its text.
    case arrayFormula(String, text: String)

    /// What a formula comes to: shown by programs that don't calculate.
    package enum Result: Sendable, Equatable {
        /// A number.
        case number(Double)
        /// Text.
        case text(String)
    }
}

extension WorkbookWriter {
    /// Writes one cell.
    ///
    /// - Throws: `textTooLong`, `nullCharacter`, `tooManyRows` or `tooManyColumns` with the cell.
    package mutating func write(
        _ value: CellValue,
        at position: CellPosition,
        of sheet: WrittenSheet,
        _ style: CellStyle? = nil
    ) throws(WorkbookError) {
        do throws(WorkbookError) {
            try put(value, at: position, of: sheet, style)
        } catch {
            throw error.located(sheet.name, position)
        }
    }

    private mutating func put(
        _ value: CellValue,
        at position: CellPosition,
        of sheet: WrittenSheet,
        _ style: CellStyle?
    ) throws(WorkbookError) {
        try position.check()
        let target = unsafe sheets[sheet.index].pointer
        let look = unsafe style.map { unsafe stylePointers[$0.index].pointer }
        let (row, column) = (lxw_row_t(position.row), lxw_col_t(position.column))
        switch value {
        case .blank:
            try requireSuccess(
                unsafe libxlsxwriter.worksheet_write_blank(target, row, column, look)
            )
        case .text(let string):
            try text.set(string)
            try requireSuccess(
                unsafe text.withCString {
                    unsafe libxlsxwriter.worksheet_write_string(target, row, column, $0, look)
                }
            )
        case .number(let number):
            try requireSuccess(
                unsafe libxlsxwriter.worksheet_write_number(target, row, column, number, look)
            )
        case .formula(let formula, .number(let result)):
            try text.set(formula)
            try requireSuccess(
                unsafe text.withCString {
                    unsafe libxlsxwriter.worksheet_write_formula_num(
                        target,
                        row,
                        column,
                        $0,
                        look,
                        result
                    )
                }
            )
        case .formula(let formula, .text(let string)):
            try text.set(formula)
            var result = EscapedText()
            try result.set(string)
            try requireSuccess(
                unsafe text.withCString { formula in
                    unsafe result.withCString {
                        unsafe libxlsxwriter.worksheet_write_formula_str(
                            target,
                            row,
                            column,
                            formula,
                            look,
                            $0
                        )
                    }
                }
            )
        case .arrayFormula(let formula, let string):
            try text.set(formula)
            try requireSuccess(
                unsafe text.withCString {
                    unsafe libxlsxwriter.worksheet_write_array_formula(
                        target,
                        row,
                        column,
                        row,
                        column,
                        $0,
                        look
                    )
                }
            )
            // The library stores numbers only.
            changes.setText(string, of: position, in: sheet)
        }
    }

    /// Merges cells into one, with a text or formula in it.
    ///
    /// - Throws: what writing the cell throws; `refused` where the range is one cell or overlaps
    ///   another.
    package mutating func merge(
        _ range: CellRange,
        of sheet: WrittenSheet,
        _ value: CellValue,
        _ style: CellStyle
    ) throws(WorkbookError) {
        if range.first != range.last {
            let target = unsafe sheets[sheet.index].pointer
            let look = unsafe stylePointers[style.index].pointer
            try range.last.check()
            try requireSuccess(
                unsafe libxlsxwriter.worksheet_merge_range(
                    target,
                    lxw_row_t(range.first.row),
                    lxw_col_t(range.first.column),
                    lxw_row_t(range.last.row),
                    lxw_col_t(range.last.column),
                    "",
                    look
                )
            )
        }
        try write(value, at: range.first, of: sheet, style)
    }

    /// Writes a text that leads to a cell of this workbook when it is clicked.
    ///
    /// - Throws: what writing a text throws.
    package mutating func link(
        _ label: String,
        to target: WrittenSheet,
        _ cell: CellPosition = CellPosition(row: 0, column: 0),
        at position: CellPosition,
        of sheet: WrittenSheet,
        _ style: CellStyle
    ) throws(WorkbookError) {
        do throws(WorkbookError) {
            try position.check()
            try text.set(label)
            var address = EscapedText()
            try address.set("internal:\(FormulaText.sheet(target.name))!\(cell.reference)")
            let pointer = unsafe sheets[sheet.index].pointer
            let look = unsafe stylePointers[style.index].pointer
            try requireSuccess(
                unsafe address.withCString { address in
                    unsafe text.withCString { label in
                        unsafe libxlsxwriter.worksheet_write_url_opt(
                            pointer,
                            lxw_row_t(position.row),
                            lxw_col_t(position.column),
                            address,
                            look,
                            label,
                            nil
                        )
                    }
                }
            )
        } catch {
            throw error.located(sheet.name, position)
        }
    }
}

extension WorkbookError {
    /// Returns the error with the cell that it is about, unless it names one.
    func located(_ sheet: String, _ position: CellPosition) -> WorkbookError {
        guard cell == nil else { return self }
        return WorkbookError(problem, sheet: sheet, cell: position.reference)
    }
}

extension CellPosition {
    /// Makes sure that a sheet has this cell.
    ///
    /// - Throws: `tooManyRows` or `tooManyColumns`.
    func check() throws(WorkbookError) {
        guard row >= 0, row < SheetLimits.rows else { throw WorkbookError(.tooManyRows) }
        guard column >= 0, column < SheetLimits.columns else {
            throw WorkbookError(.tooManyColumns)
        }
    }
}
