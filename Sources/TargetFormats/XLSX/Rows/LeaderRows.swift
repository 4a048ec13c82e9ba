internal import SpreadsheetML
internal import TargetModel

/// The targets of a leader's sheet, as formulas that follow the sheet of targets or as values.
struct LeaderRows {
    let columns: [LeaderSheet.Shown]
    private let plan: WorkbookPlan
    private let styles: WorkbookStyles
    private let leader: WorkbookPlan.Leader
    private let targets: [Int]

    init(_ sheet: LeaderSheet, columns: [LeaderSheet.Shown], targets: [Int]) {
        plan = sheet.plan
        styles = sheet.styles
        leader = sheet.leader
        self.columns = columns
        self.targets = targets
    }

    /// The rows of the targets, from 0.
    var rows: Range<Int> {
        (LeaderSheet.headerRow + 1)..<(LeaderSheet.headerRow + 1 + targets.count)
    }

    // Hidden columns of a sheet that follows, behind those that are seen.
    private var numberColumn: Int { columns.count }
    private var placeColumn: Int { columns.count + 1 }
    private var leaderColumn: Int { columns.count + 2 }
    private var unitsColumn: Int { columns.count + 3 }

    /// The columns (from 0) that only formulas read.
    var hiddenColumns: ClosedRange<Int> { numberColumn...unitsColumn }

    /// The cells of the targets in a column (from 0) of the sheet, for formulas.
    func range(_ column: Int) -> String {
        let rows = rows.lowerBound...max(rows.lowerBound, rows.upperBound - 1)
        return CellRange(rows: rows, columns: column...column).absolute
    }

    /// The cells with the targets' units, for formulas; nil where the sheet doesn't follow.
    var unitsRange: String? { plan.follows ? range(unitsColumn) : nil }

    /// Which rows are still the leader's, as an array for formulas; nil where that isn't known.
    var ownRows: String? {
        guard tellsOwn else { return nil }
        let cells = range(leaderColumn)
        let texts = leader.texts.map { "EXACT(\(cells),\(FormulaText.literal($0)))" }
        return "((\(texts.joined(separator: "+")))>0)"
    }

    /// Whether formulas tell which targets are still the leader's: a very long name fits none.
    private var tellsOwn: Bool {
        guard plan.follows, plan.column(of: .leader) != nil else { return false }
        let units = leader.texts.reduce(0) { $0 + FormulaText.literal($1).utf16.count + 40 }
        return units < SheetLimits.formulaUnits / 2
    }

    /// Where a target is no longer the leader's, or no longer there; nil where that isn't known.
    var goneCondition: String? {
        guard tellsOwn else { return nil }
        let cell = "$" + CellPosition(row: rows.lowerBound, column: leaderColumn).reference
        let texts = leader.texts.map { "EXACT(\(cell),\(FormulaText.literal($0)))" }
        return "NOT(OR(\(texts.joined(separator: ","))))"
    }

    /// Writes the rows; values are among the texts that the sheet of targets shows.
    ///
    /// `progress` is called with the number of targets done.
    /// - Throws: `textTooLong` with the cell, and what the library refuses.
    func write(
        to sink: inout SheetRows,
        _ texts: WrittenTexts,
        progress: (Int) -> Void
    ) throws(WorkbookError) {
        var derived = DerivedValues(plan.table)
        let units = UnitNamesCell(plan)
        for (index, target) in targets.enumerated() {
            let row = rows.lowerBound + index
            try sink.beginRow(row, height: plan.rowHeights[target])
            for (place, column) in columns.enumerated() {
                let date = column.column.content == .date ? derived.deadline(of: target).date : nil
                if plan.follows {
                    try writeFormula(target, column, date, row, at: place, to: &sink)
                } else {
                    try writeValue(target, column, date, texts, at: place, to: &sink)
                }
            }
            if plan.follows {
                let content = units.content(of: target, derived.units(of: target))
                try writeHidden(target, row, content.text, to: &sink)
            }
            if index & 0x3FF == 0x3FF { progress(index + 1) }
        }
    }

    private func writeValue(
        _ target: Int,
        _ shown: LeaderSheet.Shown,
        _ date: CalendarDate?,
        _ texts: WrittenTexts,
        at place: Int,
        to sink: inout SheetRows
    ) throws(WorkbookError) {
        if case .table(let source) = shown.column.content, shown.column.field != .serial {
            try sink.text(texts[target, source], column: place, style(of: shown))
            return
        }
        switch cell(target, shown, date) {
        case .number(let number, let style): try sink.number(number, column: place, style)
        case .text(let text, let style): try sink.text(text.span, column: place, style)
        }
    }

    private func writeFormula(
        _ target: Int,
        _ shown: LeaderSheet.Shown,
        _ date: CalendarDate?,
        _ row: Int,
        at place: Int,
        to sink: inout SheetRows
    ) throws(WorkbookError) {
        let found = lookUp(shown.source, row)
        let position = CellPosition(row: row, column: placeColumn).reference
        let missing =
            shown.column.field == .serial ? FormulaText.literal(plan.words.removed) : "\"\""
        switch cell(target, shown, date) {
        case .number(let number, let style):
            try sink.formula(
                "IF($\(position)=0,\(missing),\(found))",
                number: number,
                column: place,
                style
            )
        case .text(let text, _) where shown.column.content == .date:
            // A blank cell would show as a date of 1900.
            try sink.formula(
                "IF($\(position)=0,\"\",IF(\(found)=\"\",\"\",\(found)))",
                text: text.span,
                column: place,
                styles.date
            )
        case .text(let text, _):
            let style = shown.column.isLong ? styles.madeText : styles.madeWord
            try sink.formula(
                "IF($\(position)=0,\(missing),\(found)&\"\")",
                text: text.span,
                column: place,
                style
            )
        }
    }

    private func writeHidden(
        _ target: Int,
        _ row: Int,
        _ units: String,
        to sink: inout SheetRows
    ) throws(WorkbookError) {
        try sink.number(Double(target), column: numberColumn, styles.hidden)
        guard let part = plan.parts.first, let numbers = plan.column(.number) else { return }
        let number = CellPosition(row: row, column: numberColumn).reference
        try sink.formula(
            "IFERROR(MATCH(\(number),\(CountFormulas.range(numbers, part)),0),0)",
            number: Double(target - part.targets.lowerBound + 1),
            column: placeColumn,
            styles.hidden
        )
        let position = CellPosition(row: row, column: placeColumn).reference
        if let source = plan.column(of: .leader) {
            let text = plan.table.text.bytes(plan.table.range(target, .leader))
            try sink.formula(
                "IF(\(position)=0,\"?\",\(lookUp(source, row))&\"\")",
                text: text.span,
                column: leaderColumn,
                styles.hidden
            )
        }
        if let source = plan.column(.units) {
            try sink.formula(
                "IF(\(position)=0,\"\",\(lookUp(source, row))&\"\")",
                text: units.utf8.span,
                column: unitsColumn,
                styles.hidden
            )
        }
    }

    /// What stands in a column (from 0) of the sheet of targets for the target of a row (from 0).
    private func lookUp(_ source: Int, _ row: Int) -> String {
        guard let part = plan.parts.first else { return "\"\"" }
        let place = CellPosition(row: row, column: placeColumn).reference
        return "INDEX(\(CountFormulas.range(source, part)),$\(place))"
    }

    /// What a cell shows, and how.
    private enum Content {
        case number(Double, CellStyle)
        case text(ArraySlice<UInt8>, CellStyle)
    }

    private func cell(
        _ target: Int,
        _ shown: LeaderSheet.Shown,
        _ date: CalendarDate?
    ) -> Content {
        guard case .table(let source) = shown.column.content else {
            guard let date else { return .text([], styles.date) }
            guard let day = ExcelDate.day(of: date) else {
                return .text(ArraySlice(date.iso.utf8), styles.date)
            }
            return .number(Double(day), styles.date)
        }
        let text = plan.table.text.bytes(plan.table.range(target, source))
        if shown.column.field == .serial, let serial = SerialCell(text) {
            return .number(Double(serial.number), styles.serial(serial))
        }
        return .text(text, style(of: shown))
    }

    private func style(of shown: LeaderSheet.Shown) -> CellStyle {
        shown.column.isLong ? styles.text : styles.word
    }
}
