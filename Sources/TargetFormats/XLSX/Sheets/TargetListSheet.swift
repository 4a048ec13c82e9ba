internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The sheet with one row a target: what staff filter, correct and print.
struct TargetListSheet {
    let plan: WorkbookPlan
    let styles: WorkbookStyles
    let part: WorkbookPlan.TargetsPart
    /// Number of the part, from 0.
    let number: Int
    let sheet: WrittenSheet

    /// The sheet's rows under the header, from 0; an empty table has one blank row.
    private var rows: ClosedRange<Int> { 1...max(1, part.targets.count) }

    /// Writes everything but the rows.
    ///
    /// - Throws: what the library refuses.
    func writeFrame(to workbook: inout WorkbookWriter) throws(WorkbookError) {
        for (index, column) in plan.columns.enumerated() {
            try workbook.setColumn(
                index,
                width: column.width,
                isHidden: column.isHidden,
                of: sheet
            )
        }
        try writeHeader(to: &workbook)
        try addRules(to: &workbook)
        try setPage(of: &workbook)
    }

    // MARK: Rows

    /// Writes the rows; `progress` is called with the number of targets done.
    ///
    /// - Throws: `textTooLong` with the cell, and so on.
    func writeRows(
        to workbook: inout WorkbookWriter,
        keeping texts: inout WrittenTexts,
        progress: (Int) -> Void
    ) throws(WorkbookError) {
        try workbook.withRows(of: sheet) { rows throws(WorkbookError) in
            try writeRows(to: &rows, keeping: &texts, progress: progress)
        }
    }

    private func writeRows(
        to sink: inout SheetRows,
        keeping texts: inout WrittenTexts,
        progress: (Int) -> Void
    ) throws(WorkbookError) {
        var derived = DerivedValues(plan.table)
        let kept = KeptTargetWriting(plan.table, keepsTexts: plan.keepsTexts)
        let units = UnitNamesCell(plan)
        let unitsFormula = plan.follows ? try RowFormula(units.formula) : nil
        let columns = plan.columns.map(\.cells)
        // What the cells of units come to, where that is their names and no formula.
        var named: [[Int]: WrittenText] = [:]
        for target in part.targets {
            let row = target - part.targets.lowerBound + 1
            try sink.beginRow(row, height: plan.rowFits.height(of: target))
            for index in columns.indices {
                let column = columns[index]
                switch column.content {
                case .table(let source):
                    texts[target, source] = try write(target, source, column, at: index, to: &sink)
                case .date:
                    try write(derived.deadline(of: target).date, at: index, to: &sink)
                case .number:
                    try sink.number(Double(target), column: index, styles.hidden)
                case .units where !plan.follows:
                    let numbers = derived.unitNumbers(of: target)
                    if let known = named[numbers] {
                        try sink.text(known, column: index, styles.hidden)
                    } else {
                        let content = units.content(of: target, derived.units(of: target))
                        named[numbers] =
                            try sink.text(content.text.utf8.span, column: index, styles.hidden)
                    }
                case .units:
                    let content = units.content(of: target, derived.units(of: target))
                    let text = content.text.utf8.span
                    if content.follows, let unitsFormula {
                        try sink.formula(unitsFormula, text: text, column: index, styles.hidden)
                    } else if let formula = units.formula(of: content, row: row) {
                        try sink.formula(formula, text: text, column: index, styles.hidden)
                    } else {
                        try sink.text(text, column: index, styles.hidden)
                    }
                case .key:
                    try sink.text(kept.key(of: target).text.span, column: index, styles.hidden)
                }
            }
            if target & 0x3FF == 0x3FF { progress(target + 1) }
        }
    }

    private func write(
        _ target: Int,
        _ source: Int,
        _ column: SheetColumn.Cells,
        at index: Int,
        to sink: inout SheetRows
    ) throws(WorkbookError) -> WrittenText {
        try plan.table.text.withSpan(
            of: plan.table.range(target, source)
        ) { text throws(WorkbookError) in
            if column.isSerial, let serial = SerialCell(text) {
                try sink.number(Double(serial.number), column: index, styles.serial(serial))
                return .blank
            }
            let style =
                column.isLong ? styles.text(plan.rowFits.size(of: target, source)) : styles.word
            return try sink.text(text, column: index, style)
        }
    }

    private func write(
        _ date: CalendarDate?,
        at index: Int,
        to sink: inout SheetRows
    ) throws(WorkbookError) {
        guard let date else {
            try sink.text("", column: index, styles.date)
            return
        }
        if let day = ExcelDate.day(of: date) {
            try sink.number(Double(day), column: index, styles.date)
        } else {
            try sink.text(date.iso, column: index, styles.date)
        }
    }

    // MARK: Header and rules

    private func writeHeader(
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let headers = plan.columns.map(\.header)
        let all = 0...(plan.columns.count - 1)
        let range = CellRange(rows: 0...rows.upperBound, columns: all)
        if ExcelTable.fits(headers) {
            let table = ExcelTable(
                range: range,
                name: number == 0 ? "Targets" : "Targets\(number + 1)",
                headers: headers,
                headerStyles: plan.columns.map { $0.isHidden ? styles.hidden : styles.header },
                lightStyle: WorkbookTheme.tableStyle
            )
            try workbook.addTable(table, to: sheet)
        } else {
            for (index, header) in headers.enumerated() {
                let cell = CellPosition(row: 0, column: index)
                let style = plan.columns[index].isHidden ? styles.hidden : styles.header
                try workbook.write(.text(header), at: cell, of: sheet, style)
            }
            try workbook.addFilter(range, of: sheet)
        }
        let shown = plan.columns.filter { !$0.isHidden }
        let height = HeaderRow.height(of: shown, hasFilter: true)
        try workbook.setRow(0, height: height, of: sheet)
        workbook.freeze(rows: 1, of: sheet)
        workbook.setZoom(plan.zoom, of: sheet)
        try workbook.ignoreNumbersAsText(in: CellRange(rows: rows, columns: all), of: sheet)
    }

    private func addRules(
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let words = plan.words
        if let status = plan.column(of: .onSchedule) {
            let cells = CellRange(rows: rows, columns: status...status)
            let rule = InputRule(
                .list(Status.officialWords),
                isStrict: false,
                title: words.statusRule.title,
                message: words.statusRule.message
            )
            try workbook.addRule(rule, to: cells, of: sheet)
            let behind = plan.statusWords.isBehind(
                "$" + CellPosition(row: 1, column: status).reference
            )
            try workbook.addCondition(behind, WorkbookTheme.behind, to: cells, of: sheet)
            if let serial = plan.column(of: .serial) {
                try workbook.addCondition(
                    behind,
                    WorkbookTheme.behind,
                    to: CellRange(rows: rows, columns: serial...serial),
                    of: sheet
                )
            }
            try workbook.addCondition(
                StatusTexts.isBlank(CellPosition(row: 1, column: status).reference),
                WorkbookTheme.missing,
                to: cells,
                of: sheet
            )
        }
        if let date = plan.column(.date) {
            let rule = InputRule(
                .nothing,
                isStrict: true,
                title: words.dateRule.title,
                message: words.dateRule.message
            )
            try workbook.addRule(
                rule,
                to: CellRange(rows: rows, columns: date...date),
                of: sheet
            )
        }
    }

    private func setPage(
        of workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        var page = PageSetup()
        page.repeatedRows = 0...0
        let last = max(1, plan.printedColumns) - 1
        // Down to the last row that is filled: what is typed below the table is printed, too. Programs
        // print no pages for rows in which nothing stands where an area is one of whole columns.
        page.area = CellRange(rows: 0...(SheetLimits.rows - 1), columns: 0...last)
        page.header = PageTexts.header(plan.title)
        page.footer = PageTexts.footer(plan.words)
        try workbook.setPage(page, of: sheet)
    }
}
