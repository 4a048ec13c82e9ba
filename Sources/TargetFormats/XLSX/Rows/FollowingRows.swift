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
    /// Which targets belong on the sheet.
    let membership: Membership
    /// The targets (from 0) that the rows are made for.
    let targets: [Int]
    private let formulas: CountFormulas
    /// Whether the rows list what is behind, whichever targets that will be.
    let listsBehind: Bool
    /// Whether targets that a leader gets later come to the leader's list, and others leave it.
    let listsOwn: Bool
    /// The rows that wait for targets.
    let spareRows: SpareRows
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
        listsOwn = membership.takes(plan) && !targets.isEmpty && plan.parts.count == 1
        sources = plan.parts.first?.cells ?? []
        firstRow = header + 1
        leastHeight = listsBehind ? Self.leastHeight(of: targets, plan) : 0
        let least = leastHeight
        var spare = SpareRows()
        if listsBehind || listsOwn {
            let more = max(Self.mostSpare, plan.table.count - targets.count)
            let widths = columns.map(\.column.width)
            spare = SpareRows(
                below: targets.map { max(least, plan.rowFits[$0].height) },
                head: membership.head(widths: widths),
                header: HeaderRow.height(of: columns.map(\.column), hasFilter: !listsBehind),
                widths: widths,
                wanted: listsBehind ? min(Self.mostWaiting, more) : Self.mostSpare
            )
        }
        spareRows = spare
    }

    /// The least height of rows that list what is behind, in points.
    ///
    /// They take others' places when one of them leaves: few of them are all as high as the highest,
    /// many as most of the table's.
    private static func leastHeight(of targets: [Int], _ plan: WorkbookPlan) -> Double {
        let few = targets.count <= 10
        let heights = (few ? targets : Array(0..<plan.table.count)).map { plan.rowFits[$0].height }
        guard !few else { return min(heights.max() ?? 0, 120) }
        return heights.sorted()[heights.count * 3 / 4]
    }

    /// The rows, from 0.
    var rows: Range<Int> { firstRow..<(firstRow + targets.count + spare) }

    /// How many rows wait for targets that belong here later.
    ///
    /// A leader's other rows stay those of their targets, and become blank where one leaves.
    var spare: Int { spareRows.printed + spareRows.others }

    private static let mostSpare = 4
    private static let mostWaiting = 30
    private let leastHeight: Double

    // Hidden columns of a sheet that follows, behind those that are seen.
    /// The column (from 0) of the number by which a row finds its target.
    var numberColumn: Int { columns.count }
    /// The column (from 0) that says which row of the sheet of targets a row shows.
    var placeColumn: Int { columns.count + 1 }
    private var witnessColumn: Int { columns.count + 2 }
    /// The column (from 0) of a target's units.
    var unitsColumn: Int { columns.count + 3 }

    /// The columns (from 0) that only formulas read.
    var hiddenColumns: ClosedRange<Int> { numberColumn...unitsColumn }

    /// The rows (from 0) that are printed.
    var printedRows: Range<Int> { rows.dropLast(spareRows.others) }

    /// How many of the rows that aren't printed show a target, for formulas; nil where there are
    /// none.
    var unprinted: String? {
        guard spareRows.others > 0, listsOwn else { return nil }
        let cells = CellRange(
            rows: printedRows.upperBound...(rows.upperBound - 1),
            columns: placeColumn...placeColumn
        )
        return "SUMPRODUCT((\(cells.absolute)>0)*1)"
    }

    /// The cells of the targets in a column (from 0) of the sheet, for formulas.
    func range(_ column: Int) -> String {
        let rows = rows.lowerBound...max(rows.lowerBound, rows.upperBound - 1)
        return CellRange(rows: rows, columns: column...column).absolute
    }

    /// The cells with the targets' units, for formulas; nil where the sheet doesn't follow.
    var unitsRange: String? { plan.follows ? range(unitsColumn) : nil }

    /// Which rows are still the leader's, as an array for formulas; nil where that isn't known.
    var ownRows: String? {
        listsOwn ? "(\(range(placeColumn))>0)" : belonging(range(witnessColumn))
    }

    /// Where a target is no longer the leader's, or no longer there, and is shown all the same; nil
    /// where that isn't known.
    var goneCondition: String? {
        guard !listsOwn else { return nil }
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
    /// - Throws: `textTooLong` with the cell, and what the library refuses.
    func write(
        to sink: inout RowsXML,
        _ texts: WrittenTexts
    ) throws(WorkbookError) {
        var derived = DerivedValues(plan.table)
        let units = UnitNamesCell(plan)
        let cells = columns.map(\.column.cells)
        for (index, target) in targets.enumerated() {
            let row = rows.lowerBound + index
            try sink.beginRow(row, height: max(leastHeight, plan.rowFits[target].height))
            guard plan.follows else {
                for place in cells.indices {
                    try writeValue(target, cells[place], texts, at: place, to: &sink)
                }
                continue
            }
            for place in cells.indices {
                let date = cells[place].content == .date ? derived.deadline(of: target).date : nil
                try writeFormula(target, columns[place], date, row, at: place, to: &sink)
            }
            let content = units.content(of: target, derived.units(of: target))
            try writeHidden(target, row, content.text, to: &sink)
        }
        for row in rows.dropFirst(targets.count) { try writeSpare(row, units, to: &sink) }
    }

    private func writeValue(
        _ target: Int,
        _ cells: SheetColumn.Cells,
        _ texts: WrittenTexts,
        at place: Int,
        to sink: inout RowsXML
    ) throws(WorkbookError) {
        guard case .table(let source) = cells.content else {
            preconditionFailure("lists show what the table says")
        }
        if cells.isSerial, case .number(let number, let style) = cell(target, cells, nil) {
            try sink.number(number, column: place, style)
        } else {
            try sink.text(texts[target, source], column: place, style(of: cells, target))
        }
    }

    private func writeFormula(
        _ target: Int,
        _ shown: Shown,
        _ date: CalendarDate?,
        _ row: Int,
        at place: Int,
        to sink: inout RowsXML
    ) throws(WorkbookError) {
        let found = lookUp(shown.source, row)
        let isLink = shown.column.field == .serial && membership.linksSerials
        let position = CellPosition(row: row, column: placeColumn).reference
        let missing =
            shown.column.field == .serial && !listsBehind && !listsOwn
            ? FormulaText.literal(plan.words.removed) : "\"\""
        switch cell(target, shown.column.cells, date) {
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
                ? styles.madeText(size(of: shown.column.cells, target))
                : isLink ? styles.serialLink : styles.madeWord
            let height = max(leastHeight, plan.rowFits[target].height)
            let whole =
                shown.column.field == .serial
                ? found + "&\"\"" : clipped(found, shown, height: height, of: target)
            try sink.formula(
                "IF($\(position)=0,\(missing),\(isLink ? linked(found, row) : whole))",
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
        to sink: inout RowsXML
    ) throws(WorkbookError) {
        guard let part = plan.parts.first else { return }
        let index = row - rows.lowerBound
        let number = listsBehind ? index + 1 : target
        try sink.number(Double(number), column: numberColumn, styles.hidden)
        try writePlace(row, now: target - part.targets.lowerBound + 1, to: &sink)
        guard case .leader = membership else { return }
        let position = CellPosition(row: row, column: placeColumn).reference
        if !listsOwn, let source = plan.column(of: .leader) {
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
    func writePlace(_ row: Int, now: Int, to sink: inout RowsXML) throws(WorkbookError) {
        guard let numbers = plan.column(.number), sources.indices.contains(numbers) else { return }
        let number = CellPosition(row: row, column: numberColumn).reference
        let match = "MATCH(\(number),\(sources[numbers]),0)"
        var found = "IFERROR(\(match),0)"
        if listsBehind, let place = formulas.place(ofBehind: .all) {
            found = place(number)
        } else if listsOwn, case .leader(let named) = membership {
            if row < rows.lowerBound + targets.count, let leaders = plan.column(of: .leader) {
                let isNamed = named.holds("INDEX(\(sources[leaders]),\(match))")
                found = "IFERROR(\(match)*\(isNamed),0)"
            } else if let place = formulas.place(of: .leader(named, cell: nil), without: listed) {
                found = place(number)
            }
        }
        try sink.formula(
            found,
            number: Double(now),
            column: placeColumn,
            styles.hidden
        )
    }

    /// The places of the targets that the rows were made for, for formulas.
    private var listed: String {
        let targetRows = rows.lowerBound...max(rows.lowerBound, rows.lowerBound + targets.count - 1)
        return CellRange(rows: targetRows, columns: placeColumn...placeColumn).absolute
    }

    /// What stands in a column (from 0) of the sheet of targets for the target of a row (from 0).
    func lookUp(_ source: Int, _ row: Int) -> String {
        guard sources.indices.contains(source) else { return "\"\"" }
        let place = CellPosition(row: row, column: placeColumn).reference
        return "INDEX(\(sources[source]),$\(place))"
    }

    /// A label that leads to a row of the sheet of targets when it is clicked.
    func linked(_ label: String, _ row: Int) -> String {
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
        _ cells: SheetColumn.Cells,
        _ date: CalendarDate?
    ) -> Content {
        guard case .table(let source) = cells.content else {
            guard let date else { return .text([], styles.date) }
            guard let day = ExcelDate.day(of: date) else {
                return .text(ArraySlice(date.iso.utf8), styles.date)
            }
            return .number(Double(day), styles.date)
        }
        let text = plan.table.text.bytes(plan.table.range(target, source))
        if cells.isSerial, let serial = SerialCell(text) {
            return .number(Double(serial.number), styles.serial(serial))
        }
        return .text(text, style(of: cells, target))
    }

    private func style(of cells: SheetColumn.Cells, _ target: Int) -> CellStyle {
        cells.isLong ? styles.text(size(of: cells, target)) : styles.word
    }

    /// The size of type, in points, that shows what a target (from 0) says in a column.
    func size(of cells: SheetColumn.Cells, _ target: Int) -> Double {
        guard case .table(let source) = cells.content else { return WorkbookTheme.bodySize }
        return plan.rowFits[target].size(of: source)
    }
}
