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

    /// The rows of the leader's targets, those behind first, in the columns of the table but for the
    /// leader's name.
    let rows: FollowingRows

    /// The row of the header, from 0.
    static let headerRow = 8

    /// Prepares the sheet of a leader.
    init(
        plan: WorkbookPlan,
        styles: WorkbookStyles,
        leader: WorkbookPlan.Leader,
        sheet: WrittenSheet,
        overview: WrittenSheet,
        overviewRow: Int
    ) {
        self.plan = plan
        self.styles = styles
        self.leader = leader
        self.sheet = sheet
        self.overview = overview
        self.overviewRow = overviewRow
        let counts = leader.summary.counts
        // In the order of the others, among which they are.
        var behind = counts.behindTargets[...]
        let others = leader.summary.targets.filter { target in
            guard behind.first == target else { return true }
            behind.removeFirst()
            return false
        }
        rows = FollowingRows(
            plan,
            styles,
            .leader(leader.membership),
            columns: plan.columns.enumerated().compactMap { source, column in
                guard case .table = column.content, column.field != .leader else { return nil }
                return FollowingRows.Shown(source: source, column: column)
            },
            targets: counts.behindTargets + others,
            header: Self.headerRow
        )
    }

    /// What stands above the targets.
    func block() -> LeaderBlock.Content { LeaderBlock(self).content() }

    /// Writes everything but the rows, with what stands above them.
    ///
    /// - Throws: what the library refuses.
    func writeFrame(
        _ block: LeaderBlock.Content,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let columns = rows.columns
        for (index, column) in columns.enumerated() {
            try workbook.setColumn(index, width: column.column.width, of: sheet)
        }
        try LeaderBlock(self).write(block, to: &workbook)
        let targets = rows.targets
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
