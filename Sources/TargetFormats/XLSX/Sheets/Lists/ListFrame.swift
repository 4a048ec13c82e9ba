internal import SpreadsheetML

/// What sheets with a list have around it.
///
///     row 0   title, over all columns
///     row 1   link to the summary, note
///     row 2   header, then the rows of the list
struct ListFrame {
    let plan: WorkbookPlan
    let styles: WorkbookStyles
    let sheet: WrittenSheet
    let overview: WrittenSheet

    /// The row of the header, from 0.
    static let headerRow = 2

    /// Writes title, link and note over columns of so many characters; the note may come to any of
    /// these texts.
    ///
    /// - Throws: what the library refuses.
    func write(
        _ title: String,
        note: CellValue,
        texts: [String],
        widths: [Double],
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let columns = 0...(widths.count - 1)
        try workbook.merge(
            CellRange(rows: 0...0, columns: columns),
            of: sheet,
            .text(title),
            styles.title
        )
        let width = widths.reduce(0, +)
        let height = ColumnWidths.height(of: title, WorkbookTheme.title, width: width)
        try workbook.setRow(0, height: max(36, height), of: sheet)
        try workbook.link(
            plan.words.back,
            to: overview,
            at: CellPosition(row: 1, column: 0),
            of: sheet,
            styles.back
        )
        try workbook.merge(
            CellRange(rows: 1...1, columns: 1...columns.upperBound),
            of: sheet,
            note,
            noteStyle(texts, width: width - widths[0])
        )
        let heights = texts.map {
            ColumnWidths.height(of: $0, WorkbookTheme.note, width: width - widths[0])
        }
        try workbook.setRow(1, height: heights.reduce(20, max), of: sheet)
    }

    /// The style of a note that may come to any of these texts: on one line where they fit it.
    private func noteStyle(_ texts: [String], width: Double) -> CellStyle {
        let fits = texts.allSatisfy {
            ColumnWidths.fitsLine($0, WorkbookTheme.note, width: width)
        }
        return fits ? styles.noteLine : styles.note
    }

    /// Writes the header, and sets the widths of the columns, in characters.
    ///
    /// - Throws: what the library refuses.
    func writeHeader(
        _ columns: [(header: String, width: Double)],
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        for (index, column) in columns.enumerated() {
            try workbook.setColumn(index, width: column.width, of: sheet)
            let position = CellPosition(row: Self.headerRow, column: index)
            try workbook.write(.text(column.header), at: position, of: sheet, styles.header)
        }
        try workbook.setRow(Self.headerRow, height: 30, of: sheet)
    }

    /// Keeps the header in view, protects the sheet, and sets how it is shown, in percent, and how its
    /// rows are printed.
    ///
    /// - Throws: what the library refuses.
    func finish(
        rows: Int,
        columns: ClosedRange<Int>,
        zoom: Int,
        in workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        workbook.freeze(rows: Self.headerRow + 1, of: sheet)
        workbook.setZoom(zoom, of: sheet)
        workbook.protect(sheet)
        var page = PageSetup()
        page.repeatedRows = Self.headerRow...Self.headerRow
        page.area = CellRange(rows: 0...(Self.headerRow + max(1, rows)), columns: columns)
        page.header = PageTexts.header(plan.title, of: "")
        page.footer = PageTexts.footer(plan.words)
        try workbook.setPage(page, of: sheet)
    }

    /// Writes a label that leads to the cell of a target (from 0) and a column of the table (from 0)
    /// in the sheets of targets, wherever sorting puts it.
    ///
    /// - Throws: what writing a text throws.
    func writeLink(
        _ label: CellValue.Result,
        toTarget target: Int,
        column: Int,
        at position: CellPosition,
        of parts: [WrittenSheet],
        to workbook: inout WorkbookWriter,
        _ style: CellStyle
    ) throws(WorkbookError) {
        guard
            let part = plan.parts.firstIndex(where: { $0.targets.contains(target) }),
            let shown = plan.column(.table(column))
        else { return }
        let text: String =
            switch label {
            case .number(let number): String(Int(number))
            case .text(let text): text
            }
        if plan.follows, let numbers = plan.column(.number) {
            let range = plan.parts[part].cells[numbers]
            let quoted: String =
                if case .number = label { text } else { FormulaText.literal(text) }
            let link = plan.link(
                toPlace: "MATCH(\(target),\(range),0)",
                labelled: quoted,
                column: shown
            )
            let formula = "IFERROR(\(link),\(quoted))"
            return try workbook.write(.formula(formula, label), at: position, of: sheet, style)
        }
        let row = target - plan.parts[part].targets.lowerBound + 1
        let cell = CellPosition(row: row, column: shown)
        try workbook.link(text, to: parts[part], cell, at: position, of: sheet, style)
    }

    /// The height, in points, of a row with texts in columns of these widths.
    static func height(of texts: [(text: String, width: Double)]) -> Double {
        let size = WorkbookTheme.bodySize
        let lines = texts.map { text, width in
            let room = ColumnWidths.available(width: width, size: size)
            return TextMetrics.lines(text.utf8.span, available: room)
        }
        return max(24, ColumnWidths.height(lines: lines.max() ?? 1, size: size))
    }
}
