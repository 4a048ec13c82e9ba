internal import SourceText
internal import SpreadsheetML
internal import TargetModel

extension OverviewSheet {
    /// What the cells of a row show that counts targets: put together apart from the workbook, so that
    /// several cores may.
    struct CountedRow: Sendable {
        /// The height, in points.
        let height: Double
        /// The counts and the rate, by column (from 0).
        fileprivate let numbers: [(column: Int, value: CellValue)]
        fileprivate let serials: Serials
        /// The serials of what is behind, each of which leads to its target.
        fileprivate let links: [CellValue]
    }

    /// The serials of what is behind.
    fileprivate struct Serials: Sendable {
        /// All of them, which other cells read.
        let all: CellValue
        /// As many as the row holds.
        let shown: CellValue
        let format: CellFormat
    }

    /// What the row (from 0) of a group shows.
    func row(of group: Group, _ hasSpareRoom: Bool, _ row: Int) -> CountedRow {
        let name = CellPosition(row: row, column: ColumnPlace.name)
        let isCounted = plan.counts && group.isCounted
        return self.row(
            of: group.counts,
            isCounted ? group.key.shown(in: "$" + name.reference) : nil,
            WorkbookTheme.list,
            height: height(of: group, hasSpareRoom),
            row
        )
    }

    /// What a row (from 0) shows of the targets that have a key; nil where they aren't counted.
    func row(
        of counts: Counts,
        _ key: CountFormulas.Key?,
        _ format: CellFormat,
        height: Double,
        _ row: Int
    ) -> CountedRow {
        func cell(_ column: Int) -> String { CellPosition(row: row, column: column).reference }
        let (total, yes, no) = (
            cell(ColumnPlace.total), cell(ColumnPlace.yes), cell(ColumnPlace.no)
        )
        let counted: [(column: Int, number: Int, formula: String?)] = [
            (ColumnPlace.total, counts.total, key.map { formulas.total($0) }),
            (
                ColumnPlace.yes, counts.onSchedule,
                key.flatMap { formulas.count($0, onSchedule: true) }
            ),
            (ColumnPlace.no, counts.behind, key.flatMap { formulas.count($0, onSchedule: false) }),
            (ColumnPlace.unstated, counts.unstated, "\(total)-\(yes)-\(no)"),
        ]
        let numbers = counted.map { column, number, formula in
            (column: column, value: value(number, formula, column))
        }
        return CountedRow(
            height: height,
            numbers: numbers + [
                (ColumnPlace.rate, rate(of: counts, total: total, yes: yes, no: no))
            ],
            serials: serials(of: counts, key, format, height: height, row, countCell: no),
            links: key.map { links(to: counts, $0, in: row) } ?? []
        )
    }

    /// Writes the row (from 0) of a group.
    ///
    /// - Throws: what the library refuses.
    func write(
        _ group: Group,
        _ shown: CountedRow,
        _ styles: OverviewStyles,
        in row: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let name = CellPosition(row: row, column: ColumnPlace.name)
        if let link = group.link {
            try workbook.link(group.name, to: link, at: name, of: sheet, styles.link)
        } else {
            try workbook.write(.text(group.name), at: name, of: sheet, styles.name)
        }
        let looks = (number: styles.count, rate: styles.rate)
        try write(shown, group.counts, styles, looks, in: row, to: &workbook)
    }

    /// Writes what stands behind the name in a row (from 0).
    ///
    /// - Throws: what the library refuses.
    func write(
        _ shown: CountedRow,
        _ counts: Counts,
        _ styles: OverviewStyles,
        _ looks: (number: CellStyle, rate: CellStyle),
        in row: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        func cell(_ column: Int) -> CellPosition { CellPosition(row: row, column: column) }
        for (column, value) in shown.numbers {
            let style = column == ColumnPlace.rate ? looks.rate : looks.number
            try workbook.write(value, at: cell(column), of: sheet, style)
        }
        let all = cell(ColumnPlace.allSerials)
        try workbook.write(shown.serials.all, at: all, of: sheet, styles.hidden)
        let style = try workbook.style(shown.serials.format)
        let position = cell(ColumnPlace.serials)
        if let behind, let first = counts.behindTargets.first,
            let place = BehindSheet.row(of: first, in: plan)
        {
            // The formula takes the label's place; the link stays.
            let target = CellPosition(row: place, column: 0)
            try workbook.link("\u{2014}", to: behind, target, at: position, of: sheet, style)
        }
        try workbook.write(shown.serials.shown, at: position, of: sheet, style)
        for (number, link) in shown.links.enumerated() {
            let place = cell(ColumnPlace.serials + 1 + number)
            try workbook.write(link, at: place, of: sheet, styles.jump)
        }
        try workbook.setRow(row, height: shown.height, grows: true, of: sheet)
    }

    private func value(_ number: Int, _ formula: String?, _ column: Int) -> CellValue {
        guard states(column) else { return .text(plan.words.none) }
        let value = Double(number)
        return formula.map { .formula($0, .number(value)) } ?? .number(value)
    }

    /// Whether the table tells what a column (from 0) counts: one without statuses doesn't tell which
    /// targets go as planned, and nobody has left them blank either.
    private func states(_ column: Int) -> Bool {
        column == ColumnPlace.total || plan.table.column(of: .onSchedule) != nil
    }

    private func rate(of counts: Counts, total: String, yes: String, no: String) -> CellValue {
        guard plan.table.column(of: .onSchedule) != nil else { return .text("—") }
        let result =
            counts.rate.map(CellValue.Result.number) ?? .text(counts.hasStatus ? "" : "—")
        var rate = "\(yes)/\(total)"
        if counts.withoutStatus > 0 {
            // Lists that state nothing have no rate, until somebody fills in what they don't ask for.
            let rated = "MAX(\(total)-\(counts.withoutStatus),\(yes)+\(no))"
            rate = "IF(\(rated)=0,\"—\",\(yes)/\(rated))"
        }
        return .formula("IF(\(total)=0,\"\",\(rate))", result)
    }

    private func serials(
        of counts: Counts,
        _ key: CountFormulas.Key?,
        _ format: CellFormat,
        height: Double,
        _ row: Int,
        countCell: String
    ) -> Serials {
        let stored = plan.listed(counts.behindTargets)
        let format = format.with { $0.size = fit(of: counts, follows: key != nil).size }
        guard let key else {
            return Serials(all: .text(stored), shown: .text(stored), format: format)
        }
        let all = formulas.serials(key, countCell: countCell, count: counts.behind, stored: stored)
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
        let cell = CellPosition(row: row, column: ColumnPlace.allSerials).reference
        let shown = limit.formula(list: "$" + cell, count: countCell)
        return Serials(
            all: all,
            shown: all.follows ? .formula(shown, .text(text)) : .text(text),
            format: format
        )
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
