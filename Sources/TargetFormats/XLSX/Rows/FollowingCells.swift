internal import SpreadsheetML
internal import TargetModel

/// The cells of a column of a sheet that follows the sheet of targets: formulas, each made once, for they
/// differ in their row only, and in where texts are cut that have no room there.
struct FollowingCells {
    private let rows: FollowingRows
    private let column: SheetColumn
    /// The column of the table, from 0.
    private let source: Int
    /// What the sheet of targets says of the target of a row, for formulas.
    private let found: String
    /// Whether it leads to the row of the target.
    private let isLink: Bool
    /// What stands there where there is no target any more, as a formula.
    private let missing: String
    /// Where it is a number.
    private let number: RowFormula
    /// Where it is a text, and how that is cut: of formulas that differ in numbers only, one.
    private var texts: [(cut: ClippedText?, formula: RowFormula)] = []
    /// In rows that wait for a target.
    private let spare: (formula: RowFormula, numbers: [Int])

    init(_ rows: FollowingRows, _ shown: FollowingRows.Shown) throws(WorkbookError) {
        guard case .table(let source) = shown.column.content else {
            preconditionFailure("lists show what the table says")
        }
        self.rows = rows
        column = shown.column
        self.source = source
        found = rows.lookUp(shown.source)
        isLink = column.field == .serial && rows.membership.linksSerials
        let isLeft = column.field == .serial && !rows.listsBehind && !rows.listsOwn
        missing = isLeft ? FormulaText.literal(rows.plan.words.removed) : "\"\""
        let value = isLink ? rows.linked(found) : found
        number = try Self.formula(rows, missing, value)
        let cut = Self.cut(rows, column, height: SpareRows.height, of: nil)
        let text =
            column.field == .serial ? value : Self.text(found, cut)
        spare = (try Self.formula(rows, "\"\"", text), cut?.numbers ?? [])
    }

    /// Writes the cell of a target (from 0), in a row of so many points, in a column (from 0) of the
    /// sheet.
    ///
    /// - Throws: `textTooLong` with the cell, and what the library refuses.
    mutating func write(
        _ target: Int,
        height: Double,
        at place: Int,
        to sink: inout RowsXML
    ) throws(WorkbookError) {
        let (plan, styles) = (rows.plan, rows.styles)
        let said = plan.table.text.bytes(plan.table.range(target, source))
        if column.field == .serial, let serial = SerialCell(said) {
            let style = isLink ? styles.serialLink : styles.serial(serial)
            try sink.formula(number, number: Double(serial.number), column: place, style)
            return
        }
        let cut = Self.cut(rows, column, height: height, of: target)
        let formula = try textFormula(cut)
        let style =
            column.isLong
            ? styles.madeText(plan.rowFits[target].size(of: source))
            : isLink ? styles.serialLink : styles.madeWord
        try sink.formula(
            formula,
            numbers: cut?.numbers ?? [],
            text: said.span,
            column: place,
            style
        )
    }

    /// Writes the cell of a row that waits for a target.
    ///
    /// - Throws: what the library refuses.
    func writeSpare(at place: Int, to sink: inout RowsXML) throws(WorkbookError) {
        let styles = rows.styles
        let style = isLink ? styles.spareLink : column.isLong ? styles.spareText : styles.spareWord
        let blank: [UInt8] = []
        try sink.formula(
            spare.formula,
            numbers: spare.numbers,
            text: blank.span,
            column: place,
            style
        )
    }

    /// The formula where it is a text that is cut so.
    private mutating func textFormula(_ cut: ClippedText?) throws(WorkbookError) -> RowFormula {
        let known = texts.first { known in
            guard let cut, let other = known.cut else { return cut == nil && known.cut == nil }
            return cut.hasWords(of: other)
        }
        if let known { return known.formula }
        let text = isLink ? rows.linked(found) : Self.text(found, cut)
        let formula = try Self.formula(rows, missing, text)
        texts.append((cut, formula))
        return formula
    }

    /// `value` where the row shows a target, and else what is said instead.
    private static func formula(
        _ rows: FollowingRows,
        _ missing: String,
        _ value: String
    ) throws(WorkbookError) -> RowFormula {
        try RowFormula("IF($\(rows.placeCell)=0,\(missing),\(value))")
    }

    /// What an expression comes to as a text, with a visible end where it is cut.
    private static func text(_ value: String, _ cut: ClippedText?) -> String {
        cut?.formula(value) ?? value + "&\"\""
    }

    /// Where a text is cut that has no room in its row, of so many points; nil in columns where texts are
    /// short.
    ///
    /// `target` is whose text the row is made for.
    private static func cut(
        _ rows: FollowingRows,
        _ column: SheetColumn,
        height: Double,
        of target: Int?
    ) -> ClippedText? {
        guard case .table(let source) = column.content, column.isLong || column.field == .leader
        else { return nil }
        let plan = rows.plan
        return ClippedText(
            width: column.width,
            height: height,
            size: target.map { plan.rowFits[$0].size(of: source) } ?? WorkbookTheme.bodySize,
            original: target.map { plan.table.text.bytes(plan.table.range($0, source)) } ?? [],
            hint: rows.clippedHint
        )
    }
}
