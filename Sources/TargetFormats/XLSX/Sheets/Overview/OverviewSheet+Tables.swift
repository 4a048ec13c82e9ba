internal import SourceText
internal import SpreadsheetML
internal import TargetModel

extension OverviewSheet {
    /// The height of a heading, in points.
    private static let headingHeight = 28.0
    /// The height of the gap below a table, in points: that of a row that nothing is said of.
    private static let gap = 15.0

    /// The heights of a table's rows.
    func block(of table: Table) -> OverviewPages.Block {
        OverviewPages.Block(
            head: [Self.headingHeight] + noteHeight(of: table) + [headerHeight],
            rows: table.groups.map { height(of: $0, table.hasSpareRoom) }
                + (table.addsUp ? [totalHeight] : []),
            addsUp: table.addsUp,
            gap: Self.gap
        )
    }

    private func noteHeight(of table: Table) -> [Double] {
        table.note.map { [Self.height(of: $0, WorkbookTheme.note)] } ?? []
    }

    /// Writes a heading, a note and a table of groups, from a row on (from 0) that then is the next
    /// one below; returns where its rows stand.
    ///
    /// - Throws: what the library refuses.
    func write(
        _ table: Table,
        _ styles: OverviewStyles,
        to workbook: inout WorkbookWriter,
        _ row: inout Int
    ) throws(WorkbookError) -> CountedRows {
        try workbook.write(
            .text(table.heading),
            at: CellPosition(row: row, column: 0),
            of: sheet,
            styles.heading
        )
        try workbook.setRow(row, height: Self.headingHeight, of: sheet)
        row += 1
        if let note = table.note, let height = noteHeight(of: table).first {
            try writeLine(row, .text(note), styles.note, height: height, to: &workbook)
            row += 1
        }
        try writeHeader(styles, in: row, to: &workbook)
        row += 1
        let first = row
        // By one core, these were 11 % of the instructions of writing a workbook of 60 targets.
        let shown = Cores.map(table.groups.count) { number in
            self.row(of: table.groups[number], table.hasSpareRoom, first + number)
        }
        for (group, shown) in zip(table.groups, shown) {
            try write(group, shown, styles, in: row, to: &workbook)
            row += 1
        }
        var place = CountedRows(rows: first...(row - 1))
        if table.addsUp {
            place.total = row
            try writeTotal(place.rows, table, styles, in: row, to: &workbook)
            row += 1
        }
        // The gap.
        row += 1
        return place
    }

    /// What stands above the columns.
    var headers: [String] { plan.words.summaryHeaders }

    /// The height of a table's header with columns of some widths, in points.
    static func headerHeight(_ headers: [String], _ widths: [Double]) -> Double {
        zip(headers, widths).reduce(24) { height, column in
            max(
                height,
                ColumnWidths.height(of: column.0, WorkbookTheme.header, width: column.1)
            )
        }
    }

    private func writeHeader(
        _ styles: OverviewStyles,
        in row: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        for (column, header) in headers.enumerated() {
            let cell = CellPosition(row: row, column: column)
            try workbook.write(.text(header), at: cell, of: sheet, styles.header)
        }
        if linkColumns > 0 {
            try workbook.write(
                .text(plan.words.jump),
                at: CellPosition(row: row, column: ColumnPlace.serials + 1),
                of: sheet,
                styles.jump
            )
        }
        try workbook.setRow(row, height: headerHeight, of: sheet)
    }

    func height(of group: Group, _ hasSpareRoom: Bool) -> Double {
        max(
            ColumnWidths.height(
                of: group.name,
                WorkbookTheme.name,
                width: widths[ColumnPlace.name]
            ),
            fit(of: group.counts, follows: plan.counts && group.isCounted).height,
            spareHeight(of: group.counts, hasSpareRoom && group.isCounted)
        )
    }

    /// How the cell shows the serials of what is behind, or as many others.
    ///
    /// Where it follows, of those that would have to be set in type which nobody reads, some are named:
    /// the sheet of what is behind has all.
    func fit(of counts: Counts, follows: Bool) -> ColumnWidths.TextFit {
        ColumnWidths.fit(
            plan.roomiestList(counts.behindTargets),
            WorkbookTheme.list,
            width: widths[ColumnPlace.serials],
            comfortable: 8,
            mayBeCut: follows && behind != nil
        )
    }

    /// The height, in points, of a row with room for more serials: for two lines, or for those of all
    /// its targets where they need less.
    private func spareHeight(of counts: Counts, _ hasSpareRoom: Bool) -> Double {
        guard hasSpareRoom else { return 0 }
        let format = WorkbookTheme.list.with { $0.size = fit(of: counts, follows: true).size }
        return min(
            ColumnWidths.height(lines: 2, size: format.size),
            ColumnWidths.height(
                of: plan.widestList(min(counts.total, WorkbookPlan.mostSerials)),
                format,
                width: widths[ColumnPlace.serials]
            )
        )
    }

    /// Writes the row of all targets.
    ///
    /// It counts them all, and not what stands above: a correction may name a leader or a deadline
    /// that has no row yet. Then the row says so.
    private func writeTotal(
        _ rows: ClosedRange<Int>?,
        _ table: Table,
        _ styles: OverviewStyles,
        in row: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let counts = plan.summary.counts
        var name = CellValue.text(plan.words.total)
        if plan.counts, let rows {
            let total = CellPosition(row: row, column: ColumnPlace.total).reference
            let listed = CellRange(rows: rows, columns: ColumnPlace.total...ColumnPlace.total)
                .reference
            var missing = (formula: "\(total)-SUM(\(listed))", isArray: false)
            if table.groups.first?.isJoint == true {
                let names = CellRange(rows: rows, columns: ColumnPlace.name...ColumnPlace.name)
                    .absolute
                missing = formulas.unlisted(total: total, names: names, rows: listed)
            }
            let formula = plan.words.totalFormula(missing: missing.formula)
            name =
                missing.isArray
                ? .arrayFormula(formula, text: plan.words.total)
                : .formula(formula, .text(plan.words.total))
        }
        try workbook.write(
            name,
            at: CellPosition(row: row, column: ColumnPlace.name),
            of: sheet,
            styles.totalName
        )
        let key = plan.counts ? CountFormulas.Key.all : nil
        let list = WorkbookTheme.total(WorkbookTheme.list)
        let shown = self.row(of: counts, key, list, height: totalHeight, row)
        let looks = (number: styles.totalCount, rate: styles.totalRate)
        try write(shown, counts, styles, looks, in: row, to: &workbook)
    }

    /// The height of a row of all targets, in points.
    ///
    /// It has no room to spare: the sentence names the same serials.
    private var totalHeight: Double {
        max(22, fit(of: plan.summary.counts, follows: plan.counts).height)
    }
}
