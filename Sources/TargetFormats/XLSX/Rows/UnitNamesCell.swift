internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The hidden cells that name targets' units with `|` around each, so that formulas can count the
/// targets of a unit.
///
/// Where replacing the separators gives the names that yilan reads, a cell is a formula that does
/// so and follows corrections; else (separators inside brackets, 等 or 牵头 behind a name) it is one
/// that gives the names for as long as the units say what they said.
struct UnitNamesCell {
    private let plan: WorkbookPlan
    /// The columns with units, from 0, in the table and in the sheet.
    private let sources: [Int]
    private let columns: [Int]

    /// What a cell comes to.
    struct Content {
        /// The names, with `|` around each.
        var text: String
        /// Whether the formula comes to it.
        var follows: Bool
        /// What the cells with units say, where only that comes to it; nil where the text is all there
        /// is.
        var said: String?
    }

    /// Prepares the cells of a workbook.
    init(_ plan: WorkbookPlan) {
        self.plan = plan
        sources = plan.table.unitColumns
        columns = sources.compactMap { plan.column(.table($0)) }
    }

    /// Returns what the cell of a target (from 0) comes to; `names` are its units.
    ///
    /// - Complexity: O(n) in the texts.
    func content(of target: Int, _ names: [String]) -> Content {
        if plan.follows, !sources.isEmpty {
            let texts = sources.map { plan.table.string(target, column: $0) }
            let key = (texts + [""] + names).joined(separator: "\u{0}")
            if let text = plan.replacedUnits.value(
                of: key,
                { Self.replaced(texts, naming: names) }
            ),
                text.sheetUnits <= SheetLimits.textUnits
            {
                return Content(text: text, follows: true)
            }
        }
        let said =
            plan.follows && !sources.isEmpty
            ? sources.map { plan.table.string(target, column: $0) }.joined(separator: "|") : nil
        guard !names.isEmpty else { return Content(text: "", follows: false, said: said) }
        var text = "|"
        var units = 1
        // Names that the cell can't hold aren't counted by formulas; a correct cell is never
        // refused for them.
        for name in names {
            units += name.sheetUnits + 1
            guard units <= SheetLimits.textUnits else { break }
            text += name + "|"
        }
        return Content(text: text, follows: false, said: said)
    }

    /// What the formula comes to; nil where it names others.
    private static func replaced(_ texts: [String], naming names: [String]) -> String? {
        let joined = texts.joined(separator: "|")
        let read = NameSplitting.names(of: joined)
        guard read.count == names.count,
            zip(read, names).allSatisfy({ $0.utf8.elementsEqual($1.utf8) })
        else { return nil }
        return texts.allSatisfy(\.isEmpty) ? "" : "|" + NameSplitting.replacing(in: joined) + "|"
    }

    /// The formula of cells that follow, each in its row (see `RowFormula`), without `=`.
    var formula: String { formula(row: RowFormula.row) }

    private func formula(row: String) -> String {
        let cells = columns.map { ColumnLetters.of($0) + row }
        let names = NameSplitting.names(in: cells.joined(separator: "&\"|\"&"))
        return "IF(\(cells.joined(separator: "&"))=\"\",\"\",\(names))"
    }

    /// The formula of a cell in a row (from 0) that doesn't follow, without `=`; nil where it holds its
    /// text.
    func formula(of content: Content, row: Int) -> String? {
        // In a large workbook no cell follows, and formulas that nobody asks for are not made.
        guard let said = content.said, columns.count == sources.count,
            !said.utf8.contains(where: { $0 < 0x20 })
        else { return nil }
        let usual = formula(row: String(row + 1))
        let cells = columns.map { CellPosition(row: row, column: $0).reference }
            .joined(separator: "&\"|\"&")
        let isUnchanged = "EXACT(\(cells),\(FormulaText.literal(said)))"
        let formula = "IF(\(isUnchanged),\(FormulaText.literal(content.text)),\(usual))"
        return formula.sheetUnits < SheetLimits.formulaUnits - 100 ? formula : nil
    }

    /// What the cell comes to, or where it is blank, as in a row that was inserted, what it would
    /// come to; `kept` is that cell, `column` looks up another one's (from 0) of the sheet.
    func formula(kept: String, _ column: (Int) -> String) -> String {
        guard !columns.isEmpty else { return kept + "&\"\"" }
        let names = NameSplitting.names(in: columns.map(column).joined(separator: "&\"|\"&"))
        return "IF(\(kept)&\"\"=\"\",\(names),\(kept))"
    }

    /// Whether rows name a unit, as an array for formulas: by their hidden cells, and where those
    /// are blank, as in a row that was inserted, by what the units' own cells say.
    func holds(_ cell: String, _ part: WorkbookPlan.TargetsPart, in plan: WorkbookPlan) -> String {
        guard let hidden = plan.column(.units) else { return "0" }
        let range = part.cells[hidden]
        let sign = "\"|\"&\(cell)&\"|\""
        let found = "ISNUMBER(FIND(\(sign),\(range)))"
        guard plan.readsCells, !columns.isEmpty else { return found }
        let cells = columns.map { part.cells[$0] }
        let names = NameSplitting.names(in: cells.joined(separator: "&\"|\"&"))
        return "((\(found)+(\(range)=\"\")*ISNUMBER(FIND(\(sign),\(names))))>0)"
    }
}
