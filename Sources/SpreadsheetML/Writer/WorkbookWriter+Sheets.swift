internal import CLibxlsxwriter

extension WorkbookWriter {
    /// Sets the width of a column (from 0), in characters, and whether it is seen.
    ///
    /// - Throws: `tooManyColumns`.
    package mutating func setColumn(
        _ column: Int,
        width: Double,
        isHidden: Bool = false,
        of sheet: WrittenSheet
    ) throws(WorkbookError) {
        try CellPosition(row: 0, column: column).check()
        var options = lxw_row_col_options()
        options.hidden = isHidden ? 1 : 0
        try requireSuccess(
            unsafe libxlsxwriter.worksheet_set_column_opt(
                sheets[sheet.index].pointer,
                lxw_col_t(column),
                lxw_col_t(column),
                min(width, SheetLimits.columnWidth),
                nil,
                &options
            )
        )
    }

    /// Sets the height of a row (from 0), in points; where it `grows`, programs fit it to its texts
    /// when one of them changes.
    ///
    /// Programs fit no row to texts in merged cells.
    /// - Throws: `tooManyRows`.
    package mutating func setRow(
        _ row: Int,
        height: Double,
        grows: Bool = false,
        of sheet: WrittenSheet
    ) throws(WorkbookError) {
        try CellPosition(row: row, column: 0).check()
        try requireSuccess(
            unsafe libxlsxwriter.worksheet_set_row(
                sheets[sheet.index].pointer,
                lxw_row_t(row),
                min(height, SheetLimits.rowHeight),
                nil
            )
        )
        // The library fixes each height that it is given.
        if grows { changes.letGrow(row, in: sheet) }
    }

    /// Says that a sheet is whole: it gets no rows by `withRows`.
    ///
    /// It may then be packed while other sheets get theirs.
    package mutating func finish(_ sheet: WrittenSheet) {
        changes.finish(sheet)
    }

    /// Gives what a formula without `=` comes to a name that other formulas may use.
    ///
    /// The library's own names hold 128 bytes.
    /// - Throws: what checking texts throws.
    package mutating func define(_ name: String, as formula: String) throws(WorkbookError) {
        try changes.define(name, as: formula)
    }

    /// Sets how large a sheet is shown on the screen, in percent from 10 to 400.
    package mutating func setZoom(_ percent: Int, of sheet: WrittenSheet) {
        unsafe libxlsxwriter.worksheet_set_zoom(
            sheets[sheet.index].pointer,
            UInt16(min(400, max(10, percent)))
        )
    }

    /// Keeps the first rows and columns on the screen.
    package mutating func freeze(rows: Int, columns: Int = 0, of sheet: WrittenSheet) {
        unsafe libxlsxwriter.worksheet_freeze_panes(
            sheets[sheet.index].pointer,
            lxw_row_t(rows),
            lxw_col_t(columns)
        )
    }

    /// Makes a sheet the one that is seen when the workbook is opened.
    package mutating func activate(_ sheet: WrittenSheet) {
        unsafe libxlsxwriter.worksheet_activate(sheets[sheet.index].pointer)
    }

    /// Colours a sheet's tab, 0xRRGGBB.
    package mutating func setTabColor(_ color: UInt32, of sheet: WrittenSheet) {
        unsafe libxlsxwriter.worksheet_set_tab_color(sheets[sheet.index].pointer, Self.color(color))
    }

    /// Leaves out the grid on the screen.
    package mutating func hideGrid(of sheet: WrittenSheet) {
        unsafe libxlsxwriter.worksheet_gridlines(
            sheets[sheet.index].pointer,
            UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)
        )
    }

    /// Hides a sheet so that no menu shows it again.
    package mutating func hideDeeply(_ sheet: WrittenSheet) {
        unsafe libxlsxwriter.worksheet_hide(sheets[sheet.index].pointer)
        // The library knows only the state in between.
        changes.hideDeeply(sheet)
    }

    /// Protects a sheet without a password: it can be looked at, filtered and set, not changed.
    package mutating func protect(_ sheet: WrittenSheet) {
        var options = lxw_protection()
        options.autofilter = 1
        options.format_columns = 1
        options.format_rows = 1
        unsafe libxlsxwriter.worksheet_protect(sheets[sheet.index].pointer, nil, &options)
    }

    /// Offers a filter in the header of a range.
    ///
    /// - Throws: `refused`.
    package mutating func addFilter(_ range: CellRange, of sheet: WrittenSheet)
        throws(WorkbookError)
    {
        try requireSuccess(
            unsafe libxlsxwriter.worksheet_autofilter(
                sheets[sheet.index].pointer,
                lxw_row_t(range.first.row),
                lxw_col_t(range.first.column),
                lxw_row_t(range.last.row),
                lxw_col_t(range.last.column)
            )
        )
    }

    /// Keeps programs from marking numbers that are text on purpose.
    ///
    /// - Throws: `refused`.
    package mutating func ignoreNumbersAsText(
        in range: CellRange,
        of sheet: WrittenSheet
    ) throws(WorkbookError) {
        try text.set(range.reference)
        try requireSuccess(
            unsafe text.withCString {
                unsafe libxlsxwriter.worksheet_ignore_errors(
                    sheets[sheet.index].pointer,
                    UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue),
                    $0
                )
            }
        )
    }

    /// Sets how a sheet is printed.
    ///
    /// - Throws: `refused` where header or footer are too long.
    package mutating func setPage(_ page: PageSetup, of sheet: WrittenSheet) throws(WorkbookError) {
        let target = unsafe sheets[sheet.index].pointer
        let paperA4: UInt8 = 9
        unsafe libxlsxwriter.worksheet_set_paper(target, paperA4)
        if page.isLandscape {
            unsafe libxlsxwriter.worksheet_set_landscape(target)
        } else {
            unsafe libxlsxwriter.worksheet_set_portrait(target)
        }
        unsafe libxlsxwriter.worksheet_fit_to_pages(target, 1, 0)
        unsafe libxlsxwriter.worksheet_set_margins(
            target,
            page.sideMargin,
            page.sideMargin,
            page.topMargin,
            page.bottomMargin
        )
        unsafe libxlsxwriter.worksheet_center_horizontally(target)
        if let rows = page.repeatedRows {
            try requireSuccess(
                unsafe libxlsxwriter.worksheet_repeat_rows(
                    target,
                    lxw_row_t(rows.lowerBound),
                    lxw_row_t(rows.upperBound)
                )
            )
        }
        if let area = page.area {
            try requireSuccess(
                unsafe libxlsxwriter.worksheet_print_area(
                    target,
                    lxw_row_t(area.first.row),
                    lxw_col_t(area.first.column),
                    lxw_row_t(area.last.row),
                    lxw_col_t(area.last.column)
                )
            )
        }
        if !page.header.isEmpty {
            try text.set(page.header)
            try requireSuccess(
                unsafe text.withCString { unsafe libxlsxwriter.worksheet_set_header(target, $0) }
            )
        }
        if !page.footer.isEmpty {
            try text.set(page.footer)
            try requireSuccess(
                unsafe text.withCString { unsafe libxlsxwriter.worksheet_set_footer(target, $0) }
            )
        }
        if !page.pageBreaks.isEmpty {
            // 0 ends the list.
            var breaks = page.pageBreaks.filter { $0 > 0 }.map { lxw_row_t($0) } + [0]
            try requireSuccess(
                unsafe breaks.withUnsafeMutableBufferPointer {
                    unsafe libxlsxwriter.worksheet_set_h_pagebreaks(target, $0.baseAddress)
                }
            )
        }
    }
}
