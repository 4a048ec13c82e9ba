internal import CLibxlsxwriter

/// An Excel table: rows under a header, with filter buttons and banded rows.
package struct ExcelTable: Sendable {
    /// The cells, the header's row first; at least one row under it.
    package var range: CellRange
    /// The name that formulas know it by: letters, digits and `_`, unique in the workbook.
    package var name: String
    /// The header of each column: none empty, none twice, at most 255 UTF-16 units.
    package var headers: [String]
    /// The look of each column's header.
    package var headerStyles: [CellStyle]
    /// Number of Excel's light style, from 1 to 21.
    package var lightStyle: Int

    /// Makes a table.
    package init(
        range: CellRange,
        name: String,
        headers: [String],
        headerStyles: [CellStyle],
        lightStyle: Int
    ) {
        self.range = range
        self.name = name
        self.headers = headers
        self.headerStyles = headerStyles
        self.lightStyle = lightStyle
    }

    /// Whether headers fit a table: the library takes memory by the square of their number.
    package static func fits(_ headers: [String]) -> Bool {
        headers.count <= 256
            && headers.allSatisfy {
                !$0.isEmpty && $0.sheetUnits <= SheetLimits.tableHeaderUnits
            }
    }
}

extension WorkbookWriter {
    /// Makes a range a table and writes its header.
    ///
    /// - Throws: `refused` where the table breaks Excel's rules; what writing texts throws.
    package mutating func addTable(_ table: ExcelTable, to sheet: WrittenSheet)
        throws(WorkbookError)
    {
        let range = table.range
        try range.last.check()
        let columns = range.last.column - range.first.column + 1
        guard ExcelTable.fits(table.headers), table.headers.count == columns,
            table.headerStyles.count == columns, range.last.row > range.first.row
        else {
            throw WorkbookError(.refused(library: LXW_ERROR_PARAMETER_VALIDATION.rawValue))
        }
        var name = EscapedText()
        try name.set(table.name)
        // All headers behind each other, and where each begins: the library wants them at once.
        var headers: [CChar] = []
        var starts: [Int] = []
        for header in table.headers {
            try text.set(header)
            starts.append(headers.count)
            unsafe text.withCString { pointer in
                var place = unsafe pointer
                while unsafe place.pointee != 0 {
                    unsafe headers.append(place.pointee)
                    unsafe place += 1
                }
            }
            headers.append(0)
        }
        let target = unsafe sheets[sheet.index].pointer
        let styles = unsafe table.headerStyles.map { unsafe stylePointers[$0.index].pointer }
        let status = unsafe headers.withUnsafeBufferPointer { texts in
            var all = unsafe starts.indices.map { index in
                var column = unsafe lxw_table_column()
                unsafe column.header = texts.baseAddress.map {
                    unsafe UnsafeMutablePointer(mutating: $0 + starts[index])
                }
                unsafe column.header_format = styles[index]
                return unsafe column
            }
            return unsafe all.withUnsafeMutableBufferPointer { columns in
                var pointers = unsafe columns.indices.map { index in
                    unsafe columns.baseAddress.map { unsafe $0 + index }
                }
                return unsafe pointers.withUnsafeMutableBufferPointer { list in
                    unsafe name.withCString { name in
                        var options = unsafe lxw_table_options()
                        unsafe options.name = UnsafeMutablePointer(mutating: name)
                        unsafe options.columns = list.baseAddress
                        unsafe options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                        unsafe options.style_type_number = UInt8(table.lightStyle)
                        return unsafe libxlsxwriter.worksheet_add_table(
                            target,
                            lxw_row_t(range.first.row),
                            lxw_col_t(range.first.column),
                            lxw_row_t(range.last.row),
                            lxw_col_t(range.last.column),
                            &options
                        )
                    }
                }
            }
        }
        try requireSuccess(status)
    }
}
