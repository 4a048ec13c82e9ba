internal import SpreadsheetML
internal import TargetModel

/// The texts of statuses that a workbook's formulas count, and the conditions that tell them.
struct StatusTexts {
    /// Those that say that a target goes as planned.
    let yes: [String]
    /// Those that say that it doesn't.
    let no: [String]
    /// The names under which the workbook keeps both lists; nil where formulas list them
    /// themselves, to be quicker.
    let names: (yes: String, no: String)?

    /// Words that count in every workbook, so that a correction may use them; the table's own are
    /// added.
    private static let usual = ["是", "√", "完成", "已完成", "否", "×", "未完成", "滞后"]

    /// Collects the texts of a table; with `all`, every word that yilan knows is among them.
    init(of table: TargetTable, all: Bool, _ words: WorkbookWords) {
        var distinct = DistinctTexts()
        for target in 0..<table.count {
            _ = distinct.number(of: table.range(target, .onSchedule), in: table.text)
        }
        var texts = all ? StatusWords.yes + StatusWords.no : Self.usual
        for range in distinct.ranges {
            let text = table.text.string(range)
            if !texts.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { texts.append(text) }
        }
        let values = texts.map(Status.value)
        yes = zip(texts, values).filter { $0.1 == true }.map(\.0)
        no = zip(texts, values).filter { $0.1 == false }.map(\.0)
        names = all ? words.statusNames : nil
    }

    /// What cells say without the blanks around it, which people type unseen.
    static func folded(_ cells: String) -> String {
        "TRIM(SUBSTITUTE(\(cells),\"\u{3000}\",\" \"))"
    }

    /// Whether cells say yes or no, as an array of true and false, or of numbers.
    func holds(_ cells: String, isYes: Bool) -> String {
        if let names {
            let name = isYes ? names.yes : names.no
            return "ISNUMBER(MATCH(\(Self.folded(cells)),\(name),0))"
        }
        return "(\(Self.folded(cells))=\(FormulaText.array(isYes ? yes : no)))"
    }

    /// The texts as `COUNTIFS` finds them, which takes no formula in place of cells: with a blank
    /// behind them, too.
    func typed(isYes: Bool) -> String {
        let words = isYes ? yes : no
        return FormulaText.array(words + words.flatMap { [$0 + " ", $0 + "\u{3000}"] })
    }

    /// Whether a cell says that a target is behind, for conditional formats: those take no arrays.
    func isBehind(_ cell: String) -> String {
        if names != nil { return holds(cell, isYes: false) }
        let each = no.map { "\(Self.folded(cell))=\(FormulaText.literal($0))" }
        return each.count == 1 ? each[0] : "OR(\(each.joined(separator: ",")))"
    }

    /// Whether a cell is blank.
    static func isBlank(_ cell: String) -> String { "LEN(TRIM(\(cell)))=0" }
}
