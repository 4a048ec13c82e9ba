internal import SpreadsheetML
internal import TargetModel

/// A leader's sheet: what the leader's targets come to, and the targets, those behind first.
///
///     row 0   title, over all columns
///     row 1   link to the summary, note
///     row 2   total         | which are behind
///     row 3   on schedule   | deadlines and how many targets have each
///     row 4   behind        | units and how many targets each has (rows 4 to 6)
///     row 5   not stated    |
///     row 6   rate          |
///     row 8   header, then a row for each target
///
/// Where the table is small enough, cells look the target up in the sheet of targets by its number
/// (`yilan:number`), so that they follow it wherever sorting puts it.
struct LeaderSheet {
    let plan: WorkbookPlan
    let styles: WorkbookStyles
    let leader: WorkbookPlan.Leader
    let sheet: WrittenSheet
    let overview: WrittenSheet
    /// The leader's row in the overview, from 0.
    let overviewRow: Int

    /// The row of the header, from 0.
    static let headerRow = 8

    /// The columns that are seen: those of the table but for the leader's name.
    var shown: [FollowingRows.Shown] {
        plan.columns.enumerated().compactMap { source, column in
            guard case .table = column.content, column.field != .leader else { return nil }
            return FollowingRows.Shown(source: source, column: column)
        }
    }

    /// The leader's targets, those behind first.
    var targets: [Int] {
        let behind = Set(leader.summary.counts.behindTargets)
        return leader.summary.counts.behindTargets
            + leader.summary.targets.filter { !behind.contains($0) }
    }

    /// The rows of the targets in columns of the sheet.
    func rows(_ columns: [FollowingRows.Shown]) -> FollowingRows {
        FollowingRows(
            plan,
            styles,
            .leader(leader.membership),
            columns: columns,
            targets: targets,
            header: Self.headerRow
        )
    }

    /// Writes the rows; `progress` is called with the number of targets done.
    ///
    /// - Throws: `textTooLong` with the cell, and so on.
    func writeRows(
        to workbook: inout WorkbookWriter,
        _ texts: WrittenTexts,
        progress: (Int) -> Void
    ) throws(WorkbookError) {
        let rows = rows(shown)
        try workbook.withRows(of: sheet) { sink throws(WorkbookError) in
            try rows.write(to: &sink, texts, progress: progress)
        }
    }

    /// Writes everything but the rows.
    ///
    /// - Throws: what the library refuses.
    func writeFrame(to workbook: inout WorkbookWriter) throws(WorkbookError) {
        let columns = shown
        for (index, column) in columns.enumerated() {
            try workbook.setColumn(index, width: column.column.width, of: sheet)
        }
        let block = LeaderBlock(self, columns: columns)
        try block.write(to: &workbook)
        let targets = targets
        let rows = rows(columns)
        try rows.writeHeader(to: &workbook, of: sheet, hasFilter: !targets.isEmpty)
        if plan.follows {
            for column in rows.hiddenColumns {
                try workbook.setColumn(column, width: 9, isHidden: true, of: sheet)
            }
        }
        try rows.addConditions(to: &workbook, of: sheet)
        let last = Self.headerRow + max(1, rows.rows.count)
        if !targets.isEmpty {
            try workbook.addFilter(
                CellRange(rows: Self.headerRow...last, columns: 0...(columns.count - 1)),
                of: sheet
            )
        }
        if block.isSmall { workbook.freeze(rows: Self.headerRow + 1, of: sheet) }
        workbook.setZoom(plan.zoom, of: sheet)
        workbook.protect(sheet)
        var page = PageSetup()
        page.repeatedRows = Self.headerRow...Self.headerRow
        let printed = max(Self.headerRow + 1, rows.printedRows.upperBound - 1)
        page.area = CellRange(rows: 0...printed, columns: 0...max(columns.count, 4) - 1)
        page.header = PageTexts.header(plan.title, of: plan.shown(leader.summary.name))
        page.footer = PageTexts.footer(plan.words)
        try workbook.setPage(page, of: sheet)
    }
}
