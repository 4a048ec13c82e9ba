internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The first sheet: the sentence for the circular, and the counts per leader, unit and deadline.
struct OverviewSheet {
    let plan: WorkbookPlan
    let styles: OverviewStyles
    let formulas: CountFormulas
    let sheet: WrittenSheet
    /// The sheet of what is behind, to which serials lead; nil where there is none.
    let behind: BehindSheet?

    /// Widths of the columns, in characters: name, five figures, serials.
    ///
    /// Together they are as wide as an A4 page upright.
    private static let usualWidths: [Double] = [22, 8, 9, 10, 8, 10, 27]
    /// The width of all columns, in characters.
    private static let width = usualWidths.reduce(0, +)

    /// The widths of the columns, in characters: the figures' are wide enough for each word of their
    /// headers, and take that from the serials'.
    var widths: [Double] {
        var widths = Self.usualWidths
        for column in ColumnPlace.total...ColumnPlace.rate {
            let words = headers[column].split(separator: " ").map { word in
                TextMetrics.width(String(word).utf8.span)
            }
            let size = WorkbookTheme.header.size
            let wanted = ColumnWidths.width(ofText: words.max() ?? 0, size: size)
            let more = max(0, wanted - widths[column])
            widths[column] += more
            widths[ColumnPlace.serials] -= more
        }
        return widths
    }

    /// Columns of the figures, from 0.
    enum ColumnPlace {
        static let name = 0
        static let total = 1
        static let yes = 2
        static let no = 3
        static let unstated = 4
        static let rate = 5
        static let serials = 6
    }

    /// A heading, and counts of groups below it.
    struct Table {
        /// The heading.
        var heading: String
        /// What is said below it.
        var note: String?
        /// What its rows count.
        var groups: [Group]
        /// Whether a row adds them up.
        var addsUp = false
        /// Whether it is that of the leaders.
        var isOfLeaders = false
    }

    /// Where the counts of a table stand.
    struct CountedRows {
        /// The rows of the groups, from 0; nil where there are none.
        var rows: ClosedRange<Int>?
        /// The row that adds them up; nil where they don't add up.
        var total: Int?
    }

    /// What a row counts.
    struct Group {
        /// The name that is shown.
        var name: String
        /// How its targets are found.
        var key: CountFormulas.Key
        /// What they come to.
        var counts: Counts
        /// Whether formulas count them right.
        var isCounted = true
        /// The sheet that its name leads to.
        var link: WrittenSheet?
        /// Whether a target may be counted in several rows.
        var isJoint = false
    }

    /// Writes the sheet, and returns where the leaders' rows stand.
    ///
    /// `leaders` are the leaders' sheets; nil for those without one.
    /// - Throws: what the library refuses.
    func write(
        to workbook: inout WorkbookWriter,
        leaders: [WrittenSheet?]
    ) throws(WorkbookError) -> CountedRows {
        for (column, width) in widths.enumerated() {
            try workbook.setColumn(column, width: width, of: sheet)
        }
        for column in 0..<linkColumns {
            try workbook.setColumn(ColumnPlace.serials + 1 + column, width: 6, of: sheet)
        }
        workbook.hideGrid(of: sheet)
        let tables = tables(leaders)
        let layout = OverviewLayout(
            head: headLines.map(\.height),
            tables: tables.map { block(of: $0) },
            leaders: plan.leaders.count,
            header: headerHeight
        )
        let pages = layout.pages
        let charts = OverviewCharts(
            sheet: sheet,
            plan: plan,
            division: layout.division,
            widths: widths
        )
        let parts =
            tables.prefix(1).map(Part.table)
            + layout.division.leaders(of: plan.leaders.count).map(Part.chart)
            + tables.dropFirst().map(Part.table)
        var row = headLines.count
        // The leaders' table stands first.
        var byLeader = CountedRows()
        for part in pages.order.map({ parts[$0] }) {
            switch part {
            case .table(let table):
                let place = try write(table, to: &workbook, &row)
                if table.isOfLeaders { byLeader = place }
            case .chart(let leaders):
                guard let rows = byLeader.rows else { continue }
                try charts.write(of: leaders, rows, to: &workbook, &row)
            }
        }
        try writeHead(total: byLeader.total, to: &workbook)
        if let total = byLeader.total { try defineNames(total, in: &workbook) }
        var setup = PageSetup()
        setup.isLandscape = false
        setup.footer = PageTexts.footer(plan.words)
        // Without the gap below.
        setup.area = CellRange(rows: 0...max(0, row - 2), columns: 0...ColumnPlace.serials)
        setup.pageBreaks = pages.breaks
        if pages.repeatsHeader {
            setup.repeatedRows = byLeader.rows.map {
                ($0.lowerBound - 1)...($0.lowerBound - 1)
            }
        }
        try workbook.setPage(setup, of: sheet)
        return byLeader
    }

    /// A table, or a chart of some of the leaders (from 0).
    private enum Part {
        case table(Table)
        case chart(ClosedRange<Int>)
    }

    /// The tables; without groups, the sheet of targets has no such column.
    private func tables(_ leaders: [WrittenSheet?]) -> [Table] {
        [
            Table(
                heading: plan.words.byLeader,
                note: plan.countsLeadersApart ? plan.words.leaderNote : nil,
                groups: leaderGroups(leaders),
                addsUp: true,
                isOfLeaders: true
            ),
            Table(heading: plan.words.byUnit, note: plan.words.unitNote, groups: unitGroups),
            Table(heading: plan.words.byDeadline, groups: deadlineGroups, addsUp: true),
        ].filter { !$0.groups.isEmpty }
    }

    /// Names the counts of all targets, for formulas that staff write themselves.
    private func defineNames(
        _ total: Int,
        in workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        for (name, column) in zip(plan.words.countNames, ColumnPlace.total...ColumnPlace.rate) {
            let cells = CellRange(rows: total...total, columns: column...column)
            try workbook.define(name, as: "\(FormulaText.sheet(sheet.name))!\(cells.absolute)")
        }
    }

    // MARK: Head

    private func writeHead(
        total: Int?,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let lines = headLines
        let title = try workbook.style(lines[0].format)
        let sentence = try workbook.style(lines[2].format)
        let lineStyles = [title, styles.subtitle, sentence, styles.note]
        let counts = plan.summary.counts
        var value = CellValue.text(lines[2].text)
        if let total, counts.hasStatus {
            func cell(_ column: Int) -> String {
                CellPosition(row: total, column: column).reference
            }
            let cells = Sentence.Cells(
                total: cell(ColumnPlace.total),
                yes: cell(ColumnPlace.yes),
                no: cell(ColumnPlace.no),
                unstated: cell(ColumnPlace.unstated),
                serials: cell(ColumnPlace.serials),
                withoutStatus: counts.withoutStatus
            )
            let formula = Sentence(language: plan.words.language).formula(cells)
            value = .formula(formula, .text(lines[2].text))
        }
        for (row, (line, style)) in zip(lines, lineStyles).enumerated() {
            let shown = row == 2 ? value : .text(line.text)
            try writeLine(row, shown, style, height: line.height, to: &workbook)
        }
    }

    /// What stands above the tables: title, line under it, the sentence for the circular, a note.
    private var headLines: [(text: String, format: CellFormat, height: Double)] {
        let words = plan.words
        let documents = plan.table.documents
        let counts = plan.summary.counts
        // Where they are too many for a cell, the sentence doesn't name them.
        let listed = plan.listed(counts.behindTargets)
        let isShort = !listed.utf8.elementsEqual(words.tooMany.utf8)
        let serials = isShort ? counts.behindTargets.map { plan.table.string($0, .serial) } : []
        let sentence = counts.sentence(serials: serials, language: words.language)
        // No program lets a row grow with merged cells: room for what a correction adds.
        let fit = ColumnWidths.fit(
            sentence,
            WorkbookTheme.sentence,
            width: Self.width,
            comfortable: WorkbookTheme.bodySize,
            spare: 1
        )
        let title = words.summaryTitle(of: documents)
        let lines = [
            (title, titleFormat(documents.map { $0.title ?? words.untitled })),
            (words.subtitle(of: documents), WorkbookTheme.subtitle),
            (sentence, WorkbookTheme.sentence.with { $0.size = fit.size }),
            (plan.counts ? words.overviewNote : words.storedNote, WorkbookTheme.note),
        ]
        return lines.enumerated().map { row, line in
            (line.0, line.1, row == 2 ? fit.height : Self.height(of: line.0, line.1))
        }
    }

    /// The title's format: each title on one line, as large as that may be.
    private func titleFormat(_ titles: [String]) -> CellFormat {
        let longest = titles.map { TextMetrics.width($0.utf8.span) }.max() ?? 0
        var format = WorkbookTheme.title
        func room() -> Int { ColumnWidths.available(width: Self.width, size: format.size) }
        while format.size > 14, longest > room() {
            format.size -= 1
        }
        return format
    }

    /// Writes a value over all columns of a row that is so many points high.
    func writeLine(
        _ row: Int,
        _ value: CellValue,
        _ style: CellStyle,
        height: Double,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let cells = CellRange(rows: row...row, columns: 0...ColumnPlace.serials)
        try workbook.merge(cells, of: sheet, value, style)
        try workbook.setRow(row, height: height, of: sheet)
    }

    /// The height, in points, of a row in which a text stands over all columns.
    static func height(of text: String, _ format: CellFormat) -> Double {
        ColumnWidths.height(of: text, format, width: width)
    }

    // MARK: Groups

    private func leaderGroups(_ sheets: [WrittenSheet?]) -> [Group] {
        zip(plan.leaders, sheets).map { leader, sheet in
            Group(
                name: plan.shown(leader.summary.name),
                key: key(of: leader),
                counts: leader.summary.counts,
                link: sheet,
                isJoint: true
            )
        }
    }

    private var unitGroups: [Group] {
        plan.summary.units.mostTargetsFirst.map { unit in
            Group(
                name: unit.name,
                key: .unit(cell: ""),
                counts: unit.counts,
                // The cells with the units' names have it between them.
                isCounted: !unit.name.utf8.contains(UInt8(ascii: "|"))
            )
        }
    }

    private var deadlineGroups: [Group] {
        plan.summary.deadlines.map { deadline in
            Group(
                name: plan.shown(deadline.name),
                key: key(.deadline, [deadline.name], deadline.name),
                counts: deadline.counts
            )
        }
    }

    private func key(of leader: WorkbookPlan.Leader) -> CountFormulas.Key {
        guard plan.readsCells, plan.column(of: .leader) != nil else {
            return key(.leader, leader.texts, leader.summary.name)
        }
        return .leader(leader.membership, cell: leader.membership.name.isEmpty ? nil : "")
    }

    /// A key whose cell is filled in when its row is known; nil where the cell shows another text.
    private func key(_ field: Field, _ texts: [String], _ name: String) -> CountFormulas.Key {
        // Where the table doesn't have the column, one group holds all targets.
        guard plan.column(of: field) != nil else { return .all }
        let isShown = texts.count == 1 && !name.isEmpty && texts[0].utf8.elementsEqual(name.utf8)
        return .text(field, texts, cell: isShown ? "" : nil)
    }
}

/// The overview's own styles.
struct OverviewStyles {
    let subtitle: CellStyle
    let heading: CellStyle
    let note: CellStyle
    let header: CellStyle
    let name: CellStyle
    let link: CellStyle
    let count: CellStyle
    let rate: CellStyle
    let jump: CellStyle
    let totalName: CellStyle
    let totalCount: CellStyle
    let totalRate: CellStyle

    /// Makes the styles.
    ///
    /// - Throws: `refused` where memory is short.
    init(_ workbook: inout WorkbookWriter) throws(WorkbookError) {
        subtitle = try workbook.style(WorkbookTheme.subtitle)
        heading = try workbook.style(WorkbookTheme.heading)
        note = try workbook.style(WorkbookTheme.note)
        header = try workbook.style(WorkbookTheme.header)
        name = try workbook.style(WorkbookTheme.name)
        link = try workbook.style(WorkbookTheme.link)
        count = try workbook.style(WorkbookTheme.count)
        rate = try workbook.style(WorkbookTheme.rate)
        jump = try workbook.style(WorkbookTheme.back)
        totalName = try workbook.style(WorkbookTheme.total(WorkbookTheme.name))
        totalCount = try workbook.style(WorkbookTheme.total(WorkbookTheme.count))
        totalRate = try workbook.style(WorkbookTheme.total(WorkbookTheme.rate))
    }
}
