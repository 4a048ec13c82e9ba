internal import SpreadsheetML
internal import TargetModel

/// The texts that the sheets of targets show, for the leaders' sheets that show them again.
struct WrittenTexts {
    /// Targets × columns of the table, row after row; empty where leaders' sheets have formulas.
    private var texts: [WrittenText]
    private let width: Int

    /// Has room for the texts of a workbook.
    init(_ plan: WorkbookPlan) {
        width = plan.table.columns.count
        texts = plan.follows ? [] : Array(repeating: .blank, count: plan.table.count * width)
    }

    /// The text of a cell, by target and column of the table (both from 0).
    subscript(target: Int, column: Int) -> WrittenText {
        get { texts.isEmpty ? .blank : texts[target * width + column] }
        set { if !texts.isEmpty { texts[target * width + column] = newValue } }
    }
}
