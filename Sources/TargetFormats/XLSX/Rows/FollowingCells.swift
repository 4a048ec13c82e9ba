internal import SpreadsheetML
internal import TargetModel

/// The cells of a column of a sheet that follows the sheet of targets: formulas, each made once, for they
/// differ in their row only, and in where texts are cut that have no room there.
struct FollowingCells {
    private let plan: WorkbookPlan
    private let styles: WorkbookStyles
    private let column: SheetColumn
    /// The column of the table, from 0.
    private let source: Int
    /// Whether it leads to the row of the target.
    private let isLink: Bool
    /// What the sheet of targets says of the target of a row, for formulas.
    private let found: String
    /// What comes before that in its formulas: where the row shows no target, another text.
    private let start: String
    /// Where it is a number.
    private let number: RowFormula
    /// Where it is a text, and how that is cut: of formulas that differ in numbers only, one.
    private var texts: [(cut: ClippedText?, formula: RowFormula)] = []
    /// What a text ends with that has no room in its row.
    private let hint: String

    init(_ rows: FollowingRows, _ shown: FollowingRows.Shown) throws(WorkbookError) {
        guard case .table(let source) = shown.column.content else {
            preconditionFailure("lists show what the table says")
        }
        plan = rows.plan
        styles = rows.styles
        column = shown.column
        self.source = source
        hint = rows.plan.words.clippedHint
        isLink = column.field == .serial && rows.membership.linksSerials
        let value = rows.lookUp(shown.source)
        found = isLink ? rows.linked(value) : value
        // Where rows wait for targets, none stays that is gone.
        let isLeft = column.field == .serial && !rows.listsBehind && !rows.listsOwn
        let missing = isLeft ? FormulaText.literal(rows.plan.words.removed) : "\"\""
        start = "IF($\(rows.placeCell)=0,\(missing),"
        number = try RowFormula("\(start)\(found))")
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
        let said = plan.table.text.bytes(plan.table.range(target, source))
        if column.field == .serial, let serial = SerialCell(said) {
            let style = isLink ? styles.serialLink : styles.serial(serial)
            try sink.formula(number, number: Double(serial.number), column: place, style)
            return
        }
        let size = plan.rowFits.size(of: target, source)
        let cut = cut(height: height, size: size, of: said)
        let style =
            column.isLong ? styles.madeText(size) : isLink ? styles.serialLink : styles.madeWord
        try sink.formula(
            textFormula(cut),
            numbers: cut?.numbers ?? [],
            text: said.span,
            column: place,
            style
        )
    }

    /// Writes the cell of a row that waits for a target.
    ///
    /// - Throws: what the library refuses.
    mutating func writeSpare(at place: Int, to sink: inout RowsXML) throws(WorkbookError) {
        let cut = cut(height: SpareRows.height, size: WorkbookTheme.bodySize, of: [])
        let style = isLink ? styles.spareLink : column.isLong ? styles.spareText : styles.spareWord
        let blank: [UInt8] = []
        try sink.formula(
            column.field == .serial ? number : textFormula(cut),
            numbers: cut?.numbers ?? [],
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
        let text = isLink ? found : cut?.formula(found) ?? found + "&\"\""
        let formula = try RowFormula("\(start)\(text))")
        texts.append((cut, formula))
        return formula
    }

    /// Where texts are cut that have no room in a row of so many points, in type of so many; nil in columns
    /// where they are short.
    ///
    /// The row is made for a text (UTF-8), which is never cut.
    private func cut(height: Double, size: Double, of text: ArraySlice<UInt8>) -> ClippedText? {
        guard column.isLong || column.field == .leader else { return nil }
        return ClippedText(
            width: column.width,
            height: height,
            size: size,
            original: text,
            hint: hint
        )
    }
}
