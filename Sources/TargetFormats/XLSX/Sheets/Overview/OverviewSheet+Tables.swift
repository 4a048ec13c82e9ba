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
        try writeHeader(in: row, to: &workbook)
        row += 1
        let first = row
        for group in table.groups {
            try write(group, table.hasSpareRoom, in: row, to: &workbook)
            row += 1
        }
        var place = CountedRows(rows: first...(row - 1))
        if table.addsUp {
            place.total = row
            try writeTotal(place.rows, table, in: row, to: &workbook)
            row += 1
        }
        // The gap.
        row += 1
        return place
    }

    /// What stands above the columns.
    var headers: [String] { plan.words.summaryHeaders }

    /// The height of a table's header, in points.
    var headerHeight: Double {
        zip(headers, widths).reduce(24) { height, column in
            max(
                height,
                ColumnWidths.height(of: column.0, WorkbookTheme.header, width: column.1)
            )
        }
    }

    private func writeHeader(
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

    private func write(
        _ group: Group,
        _ hasSpareRoom: Bool,
        in row: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        func cell(_ column: Int) -> CellPosition { CellPosition(row: row, column: column) }
        let name = cell(ColumnPlace.name)
        if let link = group.link {
            try workbook.link(group.name, to: link, at: name, of: sheet, styles.link)
        } else {
            try workbook.write(.text(group.name), at: name, of: sheet, styles.name)
        }
        let key = group.key.shown(in: "$" + name.reference)
        let counts = group.counts
        let isCounted = plan.counts && group.isCounted
        let height = height(of: group, hasSpareRoom)
        try write(
            counts.total,
            isCounted ? formulas.total(key) : nil,
            at: cell(ColumnPlace.total),
            to: &workbook
        )
        try write(
            counts.onSchedule,
            isCounted ? formulas.count(key, onSchedule: true) : nil,
            at: cell(ColumnPlace.yes),
            to: &workbook
        )
        try write(
            counts.behind,
            isCounted ? formulas.count(key, onSchedule: false) : nil,
            at: cell(ColumnPlace.no),
            to: &workbook
        )
        let (total, yes, no) = (
            cell(ColumnPlace.total).reference, cell(ColumnPlace.yes).reference,
            cell(ColumnPlace.no).reference
        )
        try write(
            counts.unstated,
            "\(total)-\(yes)-\(no)",
            at: cell(ColumnPlace.unstated),
            to: &workbook
        )
        try write(rateOf: counts, in: row, styles.rate, to: &workbook)
        try write(
            serialsOf: counts,
            isCounted ? key : nil,
            in: row,
            WorkbookTheme.list,
            height: height,
            to: &workbook
        )
        if isCounted { try writeLinks(to: counts, key, in: row, of: &workbook) }
        try workbook.setRow(row, height: height, grows: true, of: sheet)
    }

    private func height(of group: Group, _ hasSpareRoom: Bool) -> Double {
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
    private func fit(of counts: Counts, follows: Bool) -> ColumnWidths.TextFit {
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

    private func write(
        _ number: Int,
        _ formula: String?,
        at position: CellPosition,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let value = Double(number)
        let shown: CellValue =
            states(position.column)
            ? formula.map { .formula($0, .number(value)) } ?? .number(value)
            : .text(plan.words.none)
        try workbook.write(shown, at: position, of: sheet, styles.count)
    }

    private func write(
        rateOf counts: Counts,
        in row: Int,
        _ style: CellStyle,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        guard plan.table.column(of: .onSchedule) != nil else {
            let position = CellPosition(row: row, column: ColumnPlace.rate)
            return try workbook.write(.text("—"), at: position, of: sheet, style)
        }
        let total = CellPosition(row: row, column: ColumnPlace.total).reference
        let yes = CellPosition(row: row, column: ColumnPlace.yes).reference
        let no = CellPosition(row: row, column: ColumnPlace.no).reference
        let result =
            counts.rate.map(CellValue.Result.number) ?? .text(counts.hasStatus ? "" : "—")
        var rate = "\(yes)/\(total)"
        if counts.withoutStatus > 0 {
            // Lists that state nothing have no rate, until somebody fills in what they don't ask for.
            let rated = "MAX(\(total)-\(counts.withoutStatus),\(yes)+\(no))"
            rate = "IF(\(rated)=0,\"—\",\(yes)/\(rated))"
        }
        try workbook.write(
            .formula("IF(\(total)=0,\"\",\(rate))", result),
            at: CellPosition(row: row, column: ColumnPlace.rate),
            of: sheet,
            style
        )
    }

    private func write(
        serialsOf counts: Counts,
        _ key: CountFormulas.Key?,
        in row: Int,
        _ format: CellFormat,
        height: Double,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let stored = plan.listed(counts.behindTargets)
        let format = format.with { $0.size = fit(of: counts, follows: key != nil).size }
        let style = try workbook.style(format)
        let no = CellPosition(row: row, column: ColumnPlace.no).reference
        var value =
            key.map { key in
                formulas.serials(key, countCell: no, count: counts.behind, stored: stored)
            } ?? .text(stored)
        let all = CellPosition(row: row, column: ColumnPlace.allSerials)
        try workbook.write(value, at: all, of: sheet, styles.hidden)
        if key != nil {
            let limit = limits.value(of: "\(format.size) \(height)") {
                SerialsLimit(plan, mayBeShort: true) { list in
                    ColumnWidths.holds(
                        list,
                        format,
                        width: widths[ColumnPlace.serials],
                        height: height
                    )
                }
            }
            let text = limit.text(stored, of: counts.behind)
            let shown = limit.formula(list: "$" + all.reference, count: no)
            value = value.follows ? .formula(shown, .text(text)) : .text(text)
        }
        let position = CellPosition(row: row, column: ColumnPlace.serials)
        if let behind, let first = counts.behindTargets.first, let place = behind.row(of: first) {
            // The formula takes the label's place; the link stays.
            let target = CellPosition(row: place, column: 0)
            try workbook.link("\u{2014}", to: behind.sheet, target, at: position, of: sheet, style)
        }
        try workbook.write(value, at: position, of: sheet, style)
    }

    /// Whether the table tells what a column (from 0) counts: one without statuses doesn't tell which
    /// targets go as planned, and nobody has left them blank either.
    private func states(_ column: Int) -> Bool {
        column == ColumnPlace.total || plan.table.column(of: .onSchedule) != nil
    }

    /// Writes the row of all targets.
    ///
    /// It counts them all, and not what stands above: a correction may name a leader or a deadline
    /// that has no row yet. Then the row says so.
    private func writeTotal(
        _ rows: ClosedRange<Int>?,
        _ table: Table,
        in row: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let counts = plan.summary.counts
        func cell(_ column: Int) -> String { CellPosition(row: row, column: column).reference }
        let (total, yes, no) = (
            cell(ColumnPlace.total), cell(ColumnPlace.yes), cell(ColumnPlace.no)
        )
        var name = CellValue.text(plan.words.total)
        if plan.counts, let rows {
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
        let formula: [(column: Int, number: Int, formula: String?)] = [
            (ColumnPlace.total, counts.total, formulas.total(.all)),
            (ColumnPlace.yes, counts.onSchedule, formulas.count(.all, onSchedule: true)),
            (ColumnPlace.no, counts.behind, formulas.count(.all, onSchedule: false)),
            (ColumnPlace.unstated, counts.unstated, "\(total)-\(yes)-\(no)"),
        ]
        for (column, number, formula) in formula {
            var value = CellValue.number(Double(number))
            if plan.counts, let formula { value = .formula(formula, .number(Double(number))) }
            if !states(column) { value = .text(plan.words.none) }
            let position = CellPosition(row: row, column: column)
            try workbook.write(value, at: position, of: sheet, styles.totalCount)
        }
        try write(rateOf: counts, in: row, styles.totalRate, to: &workbook)
        let list = WorkbookTheme.total(WorkbookTheme.list)
        let height = totalHeight
        let key = plan.counts ? CountFormulas.Key.all : nil
        try write(serialsOf: counts, key, in: row, list, height: height, to: &workbook)
        if plan.counts { try writeLinks(to: counts, .all, in: row, of: &workbook) }
        try workbook.setRow(row, height: height, grows: true, of: sheet)
    }

    /// The height of a row of all targets, in points.
    ///
    /// It has no room to spare: the sentence names the same serials.
    private var totalHeight: Double {
        max(22, fit(of: plan.summary.counts, follows: plan.counts).height)
    }
}

extension CellValue {
    /// Whether a correction may change it.
    fileprivate var follows: Bool {
        switch self {
        case .formula, .arrayFormula: true
        case .blank, .text, .number: false
        }
    }
}

extension CountFormulas.Key {
    /// Returns the key with the cell that shows its text, where one may.
    func shown(in cell: String) -> CountFormulas.Key {
        switch self {
        case .text(let field, let texts, let old):
            .text(field, texts, cell: old == nil ? nil : cell)
        case .leader(let named, let old): .leader(named, cell: old == nil ? nil : cell)
        case .unit: .unit(cell: cell)
        case .all: .all
        }
    }
}
