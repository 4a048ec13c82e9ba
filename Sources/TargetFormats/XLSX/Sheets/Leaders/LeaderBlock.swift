internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The block above a leader's targets: title, link back, counts, and what they are made of.
struct LeaderBlock {
    private let sheet: LeaderSheet
    private let rows: FollowingRows
    private let columns: [FollowingRows.Shown]
    private let plan: WorkbookPlan
    private let styles: WorkbookStyles

    /// Columns of the labels, the figures and the texts, from 0.
    private let label: Int
    private var figure: Int { label + 1 }
    private var text: Int { label + 2 }
    private let last: Int

    init(_ sheet: LeaderSheet) {
        self.sheet = sheet
        rows = sheet.rows
        columns = rows.columns
        plan = sheet.plan
        styles = sheet.styles
        // The serials' column is too narrow for labels.
        label = columns.count > 3 && columns[0].column.width < 10 ? 1 : 0
        last = max(columns.count - 1, label + 2)
    }

    /// What the block shows, put together apart from the workbook, so that another core may.
    struct Content: Sendable {
        fileprivate let title: Line
        fileprivate let note: Line
        fileprivate let noteFits: Bool
        fileprivate let behind: Line
        fileprivate let deadlines: Line
        /// The units, and the height of all their rows.
        fileprivate let units: Line
        /// Whether it leaves the list room on a screen when it stays in view: nearly always, since what takes
        /// too much of it is cut.
        let isSmall: Bool
    }

    /// A value over several columns, and the height, in points, that it needs.
    fileprivate struct Line: Sendable {
        let value: CellValue
        var height: Double
    }

    /// Puts together what the block shows.
    func content() -> Content {
        let words = plan.words
        let summary = sheet.leader.summary
        let title = words.title(
            ofLeader: Self.shortened(plan.shown(sheet.leader.summary.name)),
            years: words.years(
                of: plan.table.documents(of: sheet.leader.summary.targets)
            )
        )
        let note = plan.follows ? words.followsNote : words.storedSheetNote
        let behind = behind
        let isSmall = behind.height + Self.lineHeight + Self.unitsHeight <= Self.room
        var room = isSmall ? Self.room - behind.height : .infinity
        let deadlines = spread(
            words.deadlines,
            summary.deadlines,
            in: room - Self.unitsHeight,
            counted: deadlineCount,
            others: otherDeadlines
        )
        room -= height(of: deadlines.text)
        let units = spread(
            words.units,
            summary.units.mostTargetsFirst,
            in: room,
            counted: unitCount,
            others: otherUnits
        )
        return Content(
            title: line(.text(title), title, WorkbookTheme.title, from: 0),
            note: line(noteValue(note), note, WorkbookTheme.note, from: 1),
            noteFits: ColumnWidths.fitsLine(note, WorkbookTheme.note, width: width(from: 1)),
            behind: Line(value: behindValue(behind), height: behind.height),
            deadlines: Line(value: deadlines.value, height: height(of: deadlines.text)),
            units: Line(
                value: units.value,
                height: max(Self.unitsHeight, height(of: units.text))
            ),
            isSmall: isSmall
        )
    }

    /// Writes the block.
    ///
    /// - Throws: what the library refuses.
    func write(
        _ content: Content,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        try write(content.title, in: 0, from: 0, styles.title, &workbook)
        try workbook.link(
            plan.words.back,
            to: sheet.overview,
            at: CellPosition(row: 1, column: 0),
            of: sheet.sheet,
            styles.back
        )
        let noteStyle = content.noteFits ? styles.noteLine : styles.note
        try write(content.note, in: 1, from: 1, noteStyle, &workbook)
        try writeFigures(to: &workbook)
        try write(content.behind, in: 2, from: text, styles.list, &workbook)
        try write(content.deadlines, in: 3, from: text, styles.list, &workbook)
        let cells = CellRange(rows: 4...6, columns: text...last)
        try workbook.merge(cells, of: sheet.sheet, content.units.value, styles.list)
        for row in 4...6 {
            let height = (content.units.height / 3).rounded(.up)
            try workbook.setRow(row, height: height, of: sheet.sheet)
        }
        try workbook.setRow(7, height: 9, of: sheet.sheet)
    }

    /// Points that the lists beside the figures may fill together: the header of the targets stays in
    /// view below them, and on a screen of 768 pixels rows have to be seen below it.
    static let room = 145.0
    /// Points of the rows that the units fill at least, and of one line.
    private static let (unitsHeight, lineHeight) = (60.0, 20.0)

    /// The list of what is behind, how many serials of the summary's list it names, and the height, in
    /// points, of its row.
    private typealias Behind = (text: String, limit: SerialsLimit, height: Double)

    /// That list, as high as what is behind now needs, and with a second line where all targets need that
    /// and the units leave it room.
    private var behind: Behind {
        let label = plan.words.behindLabel
        let counts = sheet.leader.summary.counts
        func height(_ count: Int) -> Double {
            self.height(of: label + plan.widestList(min(count, WorkbookPlan.mostSerials)))
        }
        let twoLines = ColumnWidths.height(lines: 2, size: WorkbookTheme.list.size)
        let room = Self.room - Self.lineHeight - Self.unitsHeight
        let units = self.height(of: unitsText)
        let hasRoom = twoLines + Self.lineHeight + max(Self.unitsHeight, units) <= Self.room
        let spare = hasRoom ? min(twoLines, height(counts.total)) : 0
        let listed = plan.listed(counts.behindTargets)
        let wanted = max(height(counts.behind), self.height(of: label + listed), spare)
        let rowHeight = max(self.height(of: label + plan.words.tooMany), min(wanted, room))
        let limit = SerialsLimit(plan) { list in self.height(of: label + list) <= rowHeight }
        let text = limit.text(listed, of: counts.behind)
        return (label + text, limit, rowHeight)
    }

    /// The units and how many targets each has.
    private var unitsText: String {
        let counts = sheet.leader.summary.units.prefix(Self.mostUnits).map(counted)
        return plan.words.units + counts.joined(separator: plan.words.separator)
    }

    /// More than there is ever room for.
    private static let mostUnits = 200

    /// The height, in points, of the rows that hold one of the lists.
    private func height(of text: String) -> Double {
        max(
            Self.lineHeight,
            ColumnWidths.height(of: text, WorkbookTheme.list, width: width(from: self.text))
        )
    }

    /// The note gives way to a hint where the leader has more targets than the sheet lists: those
    /// that came to the leader later.
    private func noteValue(_ note: String) -> CellValue {
        guard let ownRows = rows.ownRows, !rows.rows.isEmpty else { return .text(note) }
        let total = CellPosition(row: 2, column: figure).reference
        let more = "\(total)-SUMPRODUCT(\(ownRows)*1)"
        let (before, after) = plan.words.moreTargets
        let hint = "\(FormulaText.literal(before))&(\(more))&\(FormulaText.literal(after))"
        var usual = FormulaText.literal(note)
        if let unprinted = rows.unprinted {
            let (open, close) = plan.words.unprinted
            let told = "\(FormulaText.literal(open))&\(unprinted)&\(FormulaText.literal(close))"
            usual = "IF(\(unprinted)>0,\(told),\(usual))"
        }
        let formula = "IF(\(more)>0,\(hint),\(usual))"
        guard formula.sheetUnits < SheetLimits.formulaUnits - 100 else { return .text(note) }
        return .formula(formula, .text(note))
    }

    private func writeFigures(to workbook: inout WorkbookWriter) throws(WorkbookError) {
        let words = plan.words
        let counts = sheet.leader.summary.counts
        let hasStatus = plan.table.column(of: .onSchedule) != nil
        func number(_ number: Int) -> CellValue.Result {
            hasStatus ? self.number(number) : .text(words.none)
        }
        let figures: [(String, Int, CellValue.Result, CellStyle)] = [
            (words.count, OverviewSheet.ColumnPlace.total, self.number(counts.total), styles.count),
            (words.yes, OverviewSheet.ColumnPlace.yes, number(counts.onSchedule), styles.count),
            (words.no, OverviewSheet.ColumnPlace.no, number(counts.behind), styles.count),
            (
                words.unstated, OverviewSheet.ColumnPlace.unstated, number(counts.unstated),
                styles.count
            ),
            (
                words.rate, OverviewSheet.ColumnPlace.rate,
                counts.rate.map(CellValue.Result.number) ?? .text(counts.hasStatus ? "" : "—"),
                styles.rate
            ),
        ]
        for (index, (name, column, result, style)) in figures.enumerated() {
            let row = 2 + index
            try workbook.write(
                .text(name),
                at: CellPosition(row: row, column: label),
                of: sheet.sheet,
                styles.header
            )
            try workbook.write(
                .formula(overviewCell(column), result),
                at: CellPosition(row: row, column: figure),
                of: sheet.sheet,
                style
            )
        }
    }

    private func number(_ number: Int) -> CellValue.Result { .number(Double(number)) }

    private func overviewCell(_ column: Int) -> String {
        let cell = CellPosition(row: sheet.overviewRow, column: column).reference
        return "\(FormulaText.sheet(sheet.overview.name))!\(cell)"
    }

    // MARK: Texts

    private func behindValue(_ behind: Behind) -> CellValue {
        let listed = behind.limit.formula(
            list: overviewCell(OverviewSheet.ColumnPlace.allSerials),
            count: overviewCell(OverviewSheet.ColumnPlace.no)
        )
        let formula = "\(FormulaText.literal(plan.words.behindLabel))&\(listed)"
        return .formula(formula, .text(behind.text))
    }

    /// A list that is longer than this, in characters, nobody reads; and a cell has its limit, too.
    private static let longestList = 4_000
    private static let longestName = 200

    /// Names and how many targets each has: 年底48项、11月底2项; as many as fill so many points at most.
    private func spread(
        _ label: String,
        _ groups: [GroupSummary],
        in room: Double,
        counted formula: (GroupSummary) -> String?,
        others: ([GroupSummary]) -> String?
    ) -> (value: CellValue, text: String) {
        let words = plan.words
        let counts = groups.map(counted)
        var length = 0
        let readable = counts.prefix { count in
            length += count.unicodeScalars.count
            return length <= Self.longestList
        }
        func rest(_ shown: Int) -> String {
            shown < counts.count ? words.more(counts.count - shown) : ""
        }
        func text(_ shown: Int) -> String {
            guard !counts.isEmpty else { return label + words.none }
            return label + counts.prefix(shown).joined(separator: words.separator) + rest(shown)
        }
        func isTooHigh(_ shown: Int) -> Bool { height(of: text(shown)) > room }
        // All of them have no rest to name.
        let fitting = readable.indices.partitionPoint { isTooHigh($0 + 1) }
        let shown =
            isTooHigh(readable.count) ? max(fitting, min(1, readable.count)) : readable.count
        let isCut = shown < counts.count
        let text = text(shown)
        let formulas = groups.prefix(shown).compactMap(formula)
        guard formulas.count == shown, !groups.isEmpty else { return (.text(text), text) }
        var whole = ""
        var before = label
        for (group, formula) in zip(groups, formulas) {
            let name = FormulaText.literal(before + named(group))
            whole += "\(name)&\(formula)&"
            before = words.countEnd + words.separator
        }
        whole += FormulaText.literal(words.countEnd + rest(shown))
        if !isCut, let others = others(groups) {
            let before = FormulaText.literal(words.separator + words.others)
            let end = FormulaText.literal(words.countEnd)
            whole += "&IF(\(others)>0,\(before)&\(others)&\(end),\"\")"
        }
        guard whole.sheetUnits < SheetLimits.formulaUnits - 100 else { return (.text(text), text) }
        return (.formula(whole, .text(text)), text)
    }

    /// A group's name and how many targets it has.
    private func counted(_ group: GroupSummary) -> String {
        named(group) + String(group.counts.total) + plan.words.countEnd
    }

    /// A group's name, and what stands between it and its number: Q2 1项, but 年底4项.
    private func named(_ group: GroupSummary) -> String {
        let name = Self.shortened(plan.shown(group.name))
        let isGlued = name.unicodeScalars.last.map { last in
            last.isASCII && (last.properties.isAlphabetic || last.properties.numericType != nil)
        }
        let joint = plan.words.countJoint
        return name + (joint.isEmpty && isGlued == true ? " " : joint)
    }

    private static func shortened(_ name: String) -> String {
        guard name.unicodeScalars.count > longestName else { return name }
        return String(String.UnicodeScalarView(name.unicodeScalars.prefix(longestName))) + "…"
    }

    private func deadlineCount(_ group: GroupSummary) -> String? {
        guard plan.follows, !rows.rows.isEmpty,
            let column = columns.firstIndex(where: { $0.column.field == .deadline })
        else { return nil }
        let isGroup = "EXACT(\(rows.range(column)),\(FormulaText.literal(group.name)))"
        return "SUMPRODUCT(\(isGroup)*\(rows.ownRows ?? "1"))"
    }

    private func unitCount(_ group: GroupSummary) -> String? {
        guard !rows.rows.isEmpty, let units = rows.unitsRange else { return nil }
        let name = FormulaText.literal("|\(group.name)|")
        return "SUMPRODUCT(ISNUMBER(FIND(\(name),\(units)))*\(rows.ownRows ?? "1"))"
    }

    /// How many rows have a deadline that isn't among these: it came later.
    private func otherDeadlines(_ groups: [GroupSummary]) -> String? {
        guard let isLeaders = rows.ownRows, rows.spare > 0,
            let column = columns.firstIndex(where: { $0.column.field == .deadline })
        else { return nil }
        let cells = rows.range(column)
        return "SUMPRODUCT("
            + groups.reduce(isLeaders) { formula, group in
                formula + "*(1-EXACT(\(cells),\(FormulaText.literal(group.name))))"
            } + ")"
    }

    /// How many rows have only units that aren't among these.
    private func otherUnits(_ groups: [GroupSummary]) -> String? {
        guard let isLeaders = rows.ownRows, rows.spare > 0, let units = rows.unitsRange else {
            return nil
        }
        let named = "SUMPRODUCT(\(isLeaders)*(\(units)<>\"\")"
        return groups.reduce(named) { formula, group in
            formula + "*(1-ISNUMBER(FIND(\(FormulaText.literal("|\(group.name)|")),\(units))))"
        } + ")"
    }

    // MARK: Lines

    /// A value from a column (from 0) to the last one; `text` is what it comes to.
    private func line(
        _ value: CellValue,
        _ text: String,
        _ format: CellFormat,
        from column: Int
    ) -> Line {
        let height = ColumnWidths.height(of: text, format, width: width(from: column))
        return Line(value: value, height: max(Self.lineHeight, height))
    }

    private func write(
        _ line: Line,
        in row: Int,
        from column: Int,
        _ style: CellStyle,
        _ workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let cells = CellRange(rows: row...row, columns: column...last)
        try workbook.merge(cells, of: sheet.sheet, line.value, style)
        try workbook.setRow(row, height: line.height, of: sheet.sheet)
    }

    private func width(from column: Int) -> Double {
        (column...last).reduce(0) { width, index in
            width + (columns.indices.contains(index) ? columns[index].column.width : 9)
        }
    }
}
