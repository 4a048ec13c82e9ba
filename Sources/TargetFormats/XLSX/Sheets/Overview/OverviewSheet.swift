internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The first sheet: the sentence for the circular, and the counts per leader, unit and deadline.
struct OverviewSheet {
    let plan: WorkbookPlan
    let formulas: CountFormulas
    let sheet: WrittenSheet
    /// The sheet of what is behind, to which serials lead; nil where there is none.
    let behind: WrittenSheet?
    /// The widths of the columns, in characters: the figures' are wide enough for each word of their
    /// headers, and take that from the serials'.
    let widths: [Double]
    /// The height of a table's header, in points.
    let headerHeight: Double
    /// How many serials rows show, by size of type and height: many rows have the same.
    let limits = Remembered<SerialsLimit>()
    /// How many columns beside the tables hold serials that lead to their targets, one each.
    let linkColumns: Int

    /// Prepares to write the sheet.
    init(
        plan: WorkbookPlan,
        formulas: CountFormulas,
        sheet: WrittenSheet,
        behind: WrittenSheet?
    ) {
        self.plan = plan
        self.formulas = formulas
        self.sheet = sheet
        self.behind = behind
        widths = Self.widths(below: plan.words.summaryHeaders)
        headerHeight = Self.headerHeight(plan.words.summaryHeaders, widths)
        linkColumns = Self.linkColumns(of: plan, formulas)
    }

    /// Widths of the columns, in characters: name, five figures, serials.
    ///
    /// Together they are as wide as an A4 page upright.
    private static let usualWidths: [Double] = [22, 8, 9, 10, 8, 10, serialsWidth]
    /// The width of the serials' column, where the figures' leave it that.
    static let serialsWidth = 27.0
    /// The width of all columns, in characters.
    static let width = usualWidths.reduce(0, +)

    private static func widths(below headers: [String]) -> [Double] {
        var widths = usualWidths
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
        /// Beside the serials that lead to their targets; hidden: all serials, which other cells read.
        static let allSerials = 7 + OverviewSheet.mostLinks
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
        /// Whether its rows have room for more serials than they list.
        var hasSpareRoom = false
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

    /// Head and tables, and where they stand.
    struct LaidOut: Sendable {
        fileprivate let layout: OverviewLayout
        fileprivate let tables: [Table]
        fileprivate let head: [HeadLine]

        /// Where the leaders' rows stand, from 0; nil where there are none.
        var leaderRows: Range<Int>? {
            // Their table stands first, below its heading, its note and its header.
            guard let first = tables.first, first.isOfLeaders else { return nil }
            let start = head.count + (first.note == nil ? 2 : 3)
            return start..<(start + first.groups.count)
        }
    }

    /// Writes the sheet as it was laid out.
    ///
    /// - Throws: what the library refuses.
    func write(
        _ laidOut: LaidOut,
        _ styles: OverviewStyles,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        for (column, width) in widths.enumerated() {
            try workbook.setColumn(column, width: width, of: sheet)
        }
        for column in 0..<linkColumns {
            try workbook.setColumn(ColumnPlace.serials + 1 + column, width: 6, of: sheet)
        }
        try workbook.setColumn(ColumnPlace.allSerials, width: 9, isHidden: true, of: sheet)
        workbook.hideGrid(of: sheet)
        let (layout, tables, headLines) = (laidOut.layout, laidOut.tables, laidOut.head)
        let limit = Ahead { sentenceLimit(headLines[2]) }
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
                let place = try write(table, styles, to: &workbook, &row)
                if table.isOfLeaders { byLeader = place }
            case .chart(let leaders):
                guard let rows = byLeader.rows else { continue }
                try charts.write(of: leaders, rows, to: &workbook, &row)
            }
        }
        // Leaders' sheets, which are made meanwhile, lead to these rows.
        assert(byLeader.rows.map(Range.init) == laidOut.leaderRows, "leaders' rows stand elsewhere")
        try writeHead(headLines, styles, total: byLeader.total, limit.value, to: &workbook)
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
    }

    /// Which rows have room for more serials, and how many lines the sentence has to spare.
    private typealias Spare = (ofLeaders: Bool, ofOthers: Bool, lines: Int)
    /// What is tried, roomiest first: the sentence matters more than what stands below.
    private static let spares: [Spare] = [
        (true, true, 2), (true, true, 1), (true, false, 2), (false, true, 2), (false, false, 2),
        (true, false, 1), (false, true, 1),
    ]

    /// Lays out head and tables, with room for more serials where that costs no page.
    ///
    /// `leaders` are the leaders' sheets; nil for those without one.
    func laidOut(_ leaders: [WrittenSheet?]) -> LaidOut {
        let tables = tables(leaders)
        let isShort = tables.reduce(0) { $0 + $1.groups.count } <= OverviewPages.fewRows
        let triesSpares = plan.counts && plan.column(of: .onSchedule) != nil && isShort
        // Another core lays out as usual while this one tries what comes first: that was 3 % of
        // writing a workbook of 60 targets.
        let usual = Ahead(isLong: triesSpares) { laidOut(tables, (false, false, 1)) }
        guard triesSpares else { return usual.value }
        return Self.spares.lazy.map { laidOut(tables, $0) }.first { roomy in
            let counts = usual.value.layout.pages.counts
            return zip(roomy.layout.pages.counts, counts).allSatisfy { $0 <= $1 }
        } ?? usual.value
    }

    private func laidOut(_ tables: [Table], _ spare: Spare) -> LaidOut {
        let head = headLines(spare: spare.lines)
        let tables = tables.map { table in
            var table = table
            table.hasSpareRoom = table.isOfLeaders ? spare.ofLeaders : spare.ofOthers
            return table
        }
        let layout = OverviewLayout(
            head: head.map(\.height),
            tables: tables.map { block(of: $0) },
            leaders: plan.leaders.count,
            header: headerHeight
        )
        return LaidOut(layout: layout, tables: tables, head: head)
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
    let hidden: CellStyle
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
        hidden = try workbook.style(WorkbookTheme.hidden)
        totalName = try workbook.style(WorkbookTheme.total(WorkbookTheme.name))
        totalCount = try workbook.style(WorkbookTheme.total(WorkbookTheme.count))
        totalRate = try workbook.style(WorkbookTheme.total(WorkbookTheme.rate))
    }
}
