internal import SourceText
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
    let formulas: CountFormulas
    /// Whether the rows list what is behind, whichever targets that will be.
    let listsBehind: Bool
    /// Whether targets that a leader gets later come to the leader's list, and others leave it.
    let listsOwn: Bool
    /// The rows that wait for targets.
    let spareRows: SpareRows
    /// The cells of each column of the sheet of targets, for formulas.
    let sources: [String]
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
                below: targets.map { max(least, plan.rowFits.height(of: $0)) },
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
        let all = few ? targets : Array(0..<plan.table.count)
        let heights = all.map { plan.rowFits.height(of: $0) }
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
    /// The column (from 0) of the leaders that a target names.
    var witnessColumn: Int { columns.count + 2 }
    /// The column (from 0) of a target's units.
    var unitsColumn: Int { columns.count + 3 }

    /// The cell of a row that says which row of the sheet of targets it shows, in formulas of that row.
    var placeCell: String { ColumnLetters.of(placeColumn) + RowFormula.row }

    /// What stands in a column (from 0) of the sheet of targets for the target of a row.
    func lookUp(_ source: Int) -> String {
        guard sources.indices.contains(source) else { return "\"\"" }
        return "INDEX(\(sources[source]),$\(placeCell))"
    }

    /// A label that leads to a row of the sheet of targets when it is clicked.
    func linked(_ label: String) -> String {
        plan.link(toPlace: "$" + placeCell, labelled: label)
    }

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
        guard plan.follows else {
            let cells = columns.map(\.column.cells)
            for (index, target) in targets.enumerated() {
                let row = rows.lowerBound + index
                try sink.beginRow(row, height: max(leastHeight, plan.rowFits.height(of: target)))
                for place in cells.indices {
                    try writeValue(target, cells[place], texts, at: place, to: &sink)
                }
            }
            return
        }
        var derived = DerivedValues(plan.table)
        let units = UnitNamesCell(plan)
        var cells: [FollowingCells] = []
        for shown in columns { cells.append(try FollowingCells(self, shown)) }
        let hidden = try FollowingHiddenCells(self, units)
        for (index, target) in targets.enumerated() {
            let row = rows.lowerBound + index
            let height = max(leastHeight, plan.rowFits.height(of: target))
            try sink.beginRow(row, height: height)
            for place in cells.indices {
                try cells[place].write(target, height: height, at: place, to: &sink)
            }
            let content = units.content(of: target, derived.units(of: target))
            try hidden.write(target, at: index, content.text, to: &sink)
        }
        for row in rows.dropFirst(targets.count) {
            let index = row - rows.lowerBound
            let isUnseen = listsBehind && index >= targets.count + spareRows.printed
            try sink.beginRow(row, height: SpareRows.height, isHidden: isUnseen)
            for place in cells.indices { try cells[place].writeSpare(at: place, to: &sink) }
            try hidden.writeSpare(at: index, to: &sink)
        }
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
        if cells.isSerial,
            let serial = SerialCell(plan.table.text.bytes(plan.table.range(target, source)))
        {
            try sink.number(Double(serial.number), column: place, styles.serial(serial))
        } else {
            let style =
                cells.isLong ? styles.text(plan.rowFits.size(of: target, source)) : styles.word
            try sink.text(texts[target, source], column: place, style)
        }
    }
}
