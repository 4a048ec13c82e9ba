package import SourceText
internal import SpreadsheetML
package import TargetModel

/// Writes a table as a workbook for staff: a summary, all targets, a sheet for each leader.
package struct XLSXWriter: TargetFileWriter {
    /// Targets that a sheet holds.
    private let rowsPerSheet: Int

    /// Makes a writer.
    package init() {
        rowsPerSheet = WorkbookPlan.rowsPerSheet
    }

    /// Makes a writer whose sheets hold fewer targets than Excel's, for tests.
    package init(rowsPerSheet: Int) {
        self.rowsPerSheet = rowsPerSheet
    }

    /// Has another core load the libraries that write workbooks.
    package func prepare() { WorkbookWriter.prepare() }

    /// Writes the whole table to a new file at `path`, checks what was written, and flushes it.
    ///
    /// - Throws: `FormatError` of kind `data` where a text doesn't fit a cell, with the cell; of
    ///   kind `output` where the file can't be written.
    package func write(
        _ table: TargetTable,
        options: WritingOptions,
        toFileAt path: String,
        temporaryFolder: ScratchSpace,
        progress: (Double) -> Void
    ) throws(FormatError) {
        do throws(WorkbookError) {
            let plan = WorkbookPlan(table, options, rowsPerSheet: rowsPerSheet)
            try write(plan, options, path, temporaryFolder, progress)
        } catch {
            var diagnostic = error.diagnostic
            diagnostic.file = path
            throw FormatError(error.isAboutData ? .data : .output, diagnostic)
        }
    }

    private func write(
        _ plan: WorkbookPlan,
        _ options: WritingOptions,
        _ path: String,
        _ folder: ScratchSpace,
        _ progress: (Double) -> Void
    ) throws(WorkbookError) {
        let tabs = WorkbookTabs(plan)
        let overviewSheet = OverviewSheet(
            plan: plan,
            formulas: CountFormulas(plan),
            sheet: tabs.overview,
            behind: tabs.behind
        )
        // Another core lays the summary out while this one begins the workbook, and then puts the leaders'
        // blocks together while this one writes the summary: that is 9 % of writing a workbook of 60 targets.
        let layout = Ahead { overviewSheet.laidOut(tabs.leaders) }
        let document = plan.table.document
        var workbook = try WorkbookWriter(
            temporaryFolder: folder,
            properties: WorkbookWriter.Properties(
                title: document.title ?? plan.words.untitled,
                company: document.issuer ?? "",
                created: options.created
            )
        )
        try WorkbookTheme.setStandardFont(of: &workbook)
        try workbook.add(tabs.all)
        if let names = plan.statusWords.names {
            let words = plan.statusWords
            try workbook.define(names.yes, as: FormulaText.array(words.yes))
            try workbook.define(names.no, as: FormulaText.array(words.no))
        }
        let styles = try WorkbookStyles(
            &workbook,
            digits: plan.zeroDigits,
            sizes: plan.rowFits.smallerSizes
        )
        let targets = plan.parts.enumerated().map { number, part in
            TargetListSheet(
                plan: plan,
                styles: styles,
                part: part,
                number: number,
                sheet: tabs.targets[number]
            )
        }
        let behind = tabs.behind.map { sheet in
            BehindSheet(plan: plan, styles: styles, sheet: sheet, overview: tabs.overview)
        }
        for sheet in targets { try sheet.writeFrame(to: &workbook) }
        try behind?.writeFrame(to: &workbook)
        let overviewStyles = try OverviewStyles(&workbook)
        let laidOut = layout.value
        let leaders = zip(laidOut.leaderRows ?? 0..<0, zip(plan.leaders, tabs.leaders))
            .compactMap { row, leader -> LeaderSheet? in
                guard let sheet = leader.1 else { return nil }
                return LeaderSheet(
                    plan: plan,
                    styles: styles,
                    leader: leader.0,
                    sheet: sheet,
                    overview: tabs.overview,
                    overviewRow: row
                )
            }
        let blocks = Ahead { leaders.map { $0.block() } }
        let record = TableRecordSheet(plan: plan, sheet: tabs.table)
        let sealed = SealedAhead(record, keeping: workbook.keeping)
        try overviewSheet.write(laidOut, overviewStyles, to: &workbook)
        for (leader, block) in zip(leaders, blocks.value) {
            try leader.writeFrame(block, to: &workbook)
        }
        func frame(_ sheet: WrittenSheet) -> ListFrame {
            ListFrame(plan: plan, styles: styles, sheet: sheet, overview: tabs.overview)
        }
        if let findings = options.findings, let sheet = tabs.findings {
            try FindingsSheet(frame: frame(sheet), findings: findings, parts: tabs.targets)
                .write(to: &workbook)
        }
        if let sheet = tabs.indicators {
            let indicators = plan.table.indicators
            try IndicatorsSheet(frame: frame(sheet), indicators: indicators, parts: tabs.targets)
                .write(to: &workbook)
        }
        workbook.setTabColor(WorkbookTheme.accent, of: tabs.overview)
        workbook.activate(tabs.overview)
        workbook.hideDeeply(tabs.table)
        for sheet in [tabs.overview, tabs.findings, tabs.indicators].compactMap({ $0 }) {
            workbook.finish(sheet)
        }
        let last = (sheet: tabs.table, record: record, sealed: sealed, style: styles.hidden)
        try writeRows(targets, behind, leaders, last, to: &workbook, progress)
        try workbook.finish(at: path)
        progress(1)
    }

    /// Writes rows: those of the targets come to half of the work.
    private func writeRows(
        _ targets: [TargetListSheet],
        _ behind: BehindSheet?,
        _ leaders: [LeaderSheet],
        _ last: (
            sheet: WrittenSheet, record: TableRecordSheet, sealed: SealedAhead, style: CellStyle
        ),
        to workbook: inout WorkbookWriter,
        _ progress: (Double) -> Void
    ) throws(WorkbookError) {
        let plan = last.record.plan
        let count = plan.table.count
        let total = Double(max(1, count)) * 2
        var texts = WrittenTexts(plan)
        for sheet in targets {
            try sheet.writeRows(to: &workbook, keeping: &texts) { progress(Double($0) / total) }
        }
        var lists = leaders.map { (sheet: $0.sheet, rows: $0.rows) }
        if let behind, !behind.rows.rows.isEmpty {
            lists.insert((behind.sheet, behind.rows), at: 0)
        }
        let (rows, written) = (lists.map(\.rows), texts)
        try workbook.withRows(
            ofEach: lists.map { (sheet: $0.sheet, count: $0.rows.rows.count) },
            { number, sink throws(WorkbookError) in try rows[number].write(to: &sink, written) },
            andLast: last.sheet
        ) { sink throws(WorkbookError) in
            try last.record.write(last.sealed, last.style, to: &sink)
        }
        progress(0.9)
    }
}
