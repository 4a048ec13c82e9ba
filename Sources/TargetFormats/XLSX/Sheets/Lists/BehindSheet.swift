internal import SpreadsheetML
internal import TargetModel

/// The sheet of what is behind, ready to be printed and sent.
///
///     row 0   title, over all columns
///     row 1   link to the summary, note
///     row 2   header, then a row for each target
///
/// Its rows follow the sheet of targets: what is no longer behind leaves it, and what falls behind
/// comes to it, in rows that wait at its end. The note says where they don't suffice.
struct BehindSheet {
    let plan: WorkbookPlan
    let styles: WorkbookStyles
    let sheet: WrittenSheet
    let overview: WrittenSheet

    /// What it shows, from left to right; the status would be the same in all rows.
    private static let fields: [Field] = [
        .serial, .leader, .objective, .deadline, .progress, .units,
    ]

    /// The rows of the targets.
    let rows: FollowingRows

    /// Prepares the sheet.
    init(plan: WorkbookPlan, styles: WorkbookStyles, sheet: WrittenSheet, overview: WrittenSheet) {
        self.plan = plan
        self.styles = styles
        self.sheet = sheet
        self.overview = overview
        // Serials are unique within a section only.
        let section = plan.table.sectionColumn.map { SheetColumn.Content.table($0) }
        let shown = plan.columns.enumerated().filter { _, column in
            column.field.map(Self.fields.contains) ?? (column.content == section)
        }
        rows = FollowingRows(
            plan,
            styles,
            .behind,
            columns: shown.map { FollowingRows.Shown(source: $0.offset, column: $0.element) },
            targets: Self.targets(in: plan),
            header: ListFrame.headerRow
        )
    }

    /// The row (from 0) of a target; nil where it isn't listed.
    static func row(of target: Int, in plan: WorkbookPlan) -> Int? {
        targets(in: plan).firstIndex(of: target).map { ListFrame.headerRow + 1 + $0 }
    }

    private static func targets(in plan: WorkbookPlan) -> [Int] {
        plan.summary.counts.behindTargets
    }

    /// Writes everything but the rows.
    ///
    /// - Throws: what the library refuses.
    func writeFrame(to workbook: inout WorkbookWriter) throws(WorkbookError) {
        for (index, column) in rows.columns.enumerated() {
            try workbook.setColumn(index, width: column.column.width, of: sheet)
        }
        let frame = ListFrame(plan: plan, styles: styles, sheet: sheet, overview: overview)
        // The note stands beside the link.
        var widths = rows.columns.map(\.column.width)
        if widths.count < 2 { widths += Array(repeating: 9, count: 2 - widths.count) }
        let last = widths.count - 1
        let title = plan.words.behindTitle(years: plan.words.years(of: plan.table.documents))
        let note = note(rows)
        try frame.write(title, note: note.value, texts: note.texts, widths: widths, to: &workbook)
        try rows.writeHeader(to: &workbook, of: sheet, hasFilter: false)
        if plan.follows {
            for column in rows.hiddenColumns {
                try workbook.setColumn(column, width: 9, isHidden: true, of: sheet)
            }
        }
        try rows.addConditions(to: &workbook, of: sheet)
        try frame.finish(
            rows: rows.rows.count,
            columns: 0...last,
            zoom: plan.zoom,
            in: &workbook
        )
    }

    /// What is said of the list: that it follows, that nothing is behind, or how many more are; and the
    /// texts that this may come to.
    private func note(_ rows: FollowingRows) -> (value: CellValue, texts: [String]) {
        let words = plan.words
        let nothing = words.nothingBehind
        guard rows.spare > 0, let all = CountFormulas(plan).count(.all, onSchedule: false) else {
            let text = rows.targets.isEmpty ? nothing : words.storedSheetNote
            return (.text(text), [text])
        }
        let follows = words.followsNote
        let (before, after) = words.moreBehind(hidden: rows.spareRows.others)
        let more = "(\(all)-\(rows.rows.count))"
        let hint = "\(FormulaText.literal(before))&\(more)&\(FormulaText.literal(after))"
        let (open, close) = words.hiddenBehind
        let shown = "(\(all)-\(rows.targets.count + rows.spareRows.printed))"
        let unhide = "\(FormulaText.literal(open))&\(shown)&\(FormulaText.literal(close))"
        let formula =
            "IF(\(all)=0,\(FormulaText.literal(nothing)),IF(\(more)>0,\(hint),"
            + "IF(\(shown)>0,\(unhide),\(FormulaText.literal(follows)))))"
        let value = CellValue.formula(formula, .text(rows.targets.isEmpty ? nothing : follows))
        return (value, [nothing, follows, "\(before)00\(after)", "\(open)00\(close)"])
    }
}
