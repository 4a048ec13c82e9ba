internal import SpreadsheetML
internal import TargetModel

/// Targets that a sheet shows besides the sheet of targets, as formulas that follow that one or as
/// values.
struct FollowingRows {
    /// Which targets belong on the sheet.
    enum Membership {
        /// Those that name a leader.
        case leader(NamedRows)
        /// Those that are behind, as they come in the sheet of targets.
        case behind
    }

    /// A column of the sheet.
    struct Shown {
        /// The column of the sheet of targets, from 0.
        var source: Int
        /// What it is there.
        var column: SheetColumn
    }

    let columns: [Shown]
    let plan: WorkbookPlan
    let styles: WorkbookStyles
    private let membership: Membership
    private let targets: [Int]
    private let formulas: CountFormulas
    /// Whether the rows list what is behind, whichever targets that will be.
    private let listsBehind: Bool
    /// The cells of each column of the sheet of targets, for formulas.
    private let sources: [String]
    /// The row (from 0) of the first target.
    private let firstRow: Int

    init(
        _ plan: WorkbookPlan,
        _ styles: WorkbookStyles,
        _ membership: Membership,
        columns: [Shown],
        targets: [Int],
        header: Int
    ) {
        self.plan = plan
        self.styles = styles
        self.membership = membership
        self.columns = columns
        self.targets = targets
        formulas = CountFormulas(plan)
        listsBehind = membership.linksSerials && formulas.place(ofBehind: .all) != nil
        sources =
            plan.parts.first.map { part in
                plan.columns.indices.map { CountFormulas.range($0, part, in: plan) }
            } ?? []
        firstRow = header + 1
    }

    /// The rows, from 0.
    var rows: Range<Int> { firstRow..<(firstRow + targets.count + spare) }

    /// How many rows wait for targets that belong here later.
    ///
    /// A leader's rows stay those of their targets; where targets come to the leader, a note says so.
    var spare: Int { listsBehind ? Self.spareRows : 0 }

    private static let spareRows = 8

    // Hidden columns of a sheet that follows, behind those that are seen.
    private var numberColumn: Int { columns.count }
    private var placeColumn: Int { columns.count + 1 }
    private var witnessColumn: Int { columns.count + 2 }
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
    var ownRows: String? { belonging(range(witnessColumn)) }

    /// Where a target is no longer the leader's, or no longer there; nil where that isn't known.
    var goneCondition: String? {
        let cell = "$" + CellPosition(row: rows.lowerBound, column: witnessColumn).reference
        return belonging(cell).map { "NOT(\($0))" }
    }

    /// Whether targets belong here whose leaders `cells` show; nil where formulas don't tell: a very
    /// long name fits none.
    private func belonging(_ cells: String) -> String? {
        guard plan.follows, plan.column(of: .leader) != nil, case .leader(let named) = membership
        else { return nil }
        let formula = named.holds(cells)
        return formula.sheetUnits < SheetLimits.formulaUnits / 2 ? formula : nil
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
            try sink.beginRow(row, height: plan.rowFits[target].height)
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
        for row in rows.dropFirst(targets.count) { try writeSpare(row, to: &sink) }
    }

    /// Writes a row that waits for a target.
    private func writeSpare(_ row: Int, to sink: inout SheetRows) throws(WorkbookError) {
        try sink.beginRow(row, height: 24)
        let position = "$" + CellPosition(row: row, column: placeColumn).reference
        let blank: [UInt8] = []
        for (place, shown) in columns.enumerated() {
            var found = lookUp(shown.source, row) + "&\"\""
            if shown.column.field == .serial { found = linked(lookUp(shown.source, row), row) }
            try sink.formula(
                "IF(\(position)=0,\"\",\(found))",
                text: blank.span,
                column: place,
                shown.column.field == .serial
                    ? styles.spareLink : shown.column.isLong ? styles.spareText : styles.spareWord
            )
        }
        let number = row - rows.lowerBound + 1
        try sink.number(Double(number), column: numberColumn, styles.hidden)
        try writePlace(row, now: 0, to: &sink)
    }

    private func writeValue(
        _ target: Int,
        _ shown: Shown,
        _ date: CalendarDate?,
        _ texts: WrittenTexts,
        at place: Int,
        to sink: inout SheetRows
    ) throws(WorkbookError) {
        if case .table(let source) = shown.column.content, shown.column.field != .serial {
            try sink.text(texts[target, source], column: place, style(of: shown, target))
            return
        }
        switch cell(target, shown, date) {
        case .number(let number, let style): try sink.number(number, column: place, style)
        case .text(let text, let style): try sink.text(text.span, column: place, style)
        }
    }

    private func writeFormula(
        _ target: Int,
        _ shown: Shown,
        _ date: CalendarDate?,
        _ row: Int,
        at place: Int,
        to sink: inout SheetRows
    ) throws(WorkbookError) {
        let found = lookUp(shown.source, row)
        let isLink = shown.column.field == .serial && membership.linksSerials
        let position = CellPosition(row: row, column: placeColumn).reference
        let missing =
            shown.column.field == .serial && !listsBehind
            ? FormulaText.literal(plan.words.removed) : "\"\""
        switch cell(target, shown, date) {
        case .number(let number, let style):
            try sink.formula(
                "IF($\(position)=0,\(missing),\(isLink ? linked(found, row) : found))",
                number: number,
                column: place,
                isLink ? styles.serialLink : style
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
            let style =
                shown.column.isLong
                ? styles.madeText(plan.rowFits[target].size)
                : isLink ? styles.serialLink : styles.madeWord
            try sink.formula(
                "IF($\(position)=0,\(missing),\(isLink ? linked(found, row) : found + "&\"\""))",
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
        guard let part = plan.parts.first else { return }
        let index = row - rows.lowerBound
        let number = listsBehind ? index + 1 : target
        try sink.number(Double(number), column: numberColumn, styles.hidden)
        try writePlace(row, now: target - part.targets.lowerBound + 1, to: &sink)
        guard case .leader = membership else { return }
        let position = CellPosition(row: row, column: placeColumn).reference
        if let source = plan.column(of: .leader) {
            let text = plan.table.text.bytes(plan.table.range(target, .leader))
            try sink.formula(
                "IF(\(position)=0,\"?\",\(lookUp(source, row))&\"\")",
                text: text.span,
                column: witnessColumn,
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

    /// Writes which row of the sheet of targets (from 1, under its header) a row shows, 0 for none;
    /// that is `now` when the workbook is made.
    private func writePlace(_ row: Int, now: Int, to sink: inout SheetRows) throws(WorkbookError) {
        guard let numbers = plan.column(.number), sources.indices.contains(numbers) else { return }
        let number = CellPosition(row: row, column: numberColumn).reference
        let found = "IFERROR(MATCH(\(number),\(sources[numbers]),0),0)"
        let behind = listsBehind ? formulas.place(ofBehind: .all)?(number) : nil
        try sink.formula(
            behind ?? found,
            number: Double(now),
            column: placeColumn,
            styles.hidden
        )
    }

    /// What stands in a column (from 0) of the sheet of targets for the target of a row (from 0).
    private func lookUp(_ source: Int, _ row: Int) -> String {
        guard sources.indices.contains(source) else { return "\"\"" }
        let place = CellPosition(row: row, column: placeColumn).reference
        return "INDEX(\(sources[source]),$\(place))"
    }

    /// A label that leads to a row of the sheet of targets when it is clicked.
    private func linked(_ label: String, _ row: Int) -> String {
        let place = "$" + CellPosition(row: row, column: placeColumn).reference
        return plan.link(toPlace: place, labelled: label)
    }

    /// What a cell shows, and how.
    private enum Content {
        case number(Double, CellStyle)
        case text(ArraySlice<UInt8>, CellStyle)
    }

    private func cell(
        _ target: Int,
        _ shown: Shown,
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
        return .text(text, style(of: shown, target))
    }

    private func style(of shown: Shown, _ target: Int) -> CellStyle {
        shown.column.isLong ? styles.text(plan.rowFits[target].size) : styles.word
    }
}

extension FollowingRows.Membership {
    /// Whether serials lead to the targets' rows.
    fileprivate var linksSerials: Bool {
        switch self {
        case .leader: false
        case .behind: true
        }
    }
}
