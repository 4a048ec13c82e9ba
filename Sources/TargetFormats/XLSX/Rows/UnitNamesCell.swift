internal import SpreadsheetML
internal import TargetModel

/// The hidden cells that name targets' units with `|` around each, so that formulas can count the
/// targets of a unit.
///
/// Where replacing the separators gives the names that yilan reads, a cell is a formula that does
/// so and follows corrections; else (separators inside brackets, 等 or 牵头 behind a name) it holds
/// the names.
struct UnitNamesCell {
    private let plan: WorkbookPlan
    /// The columns with units, from 0, in the table and in the sheet.
    private let sources: [Int]
    private let columns: [Int]

    private static let separators: [Unicode.Scalar] = [
        "、", " ", ",", "，", ";", "；", "/", "\u{3000}", "\n",
    ]

    /// What a cell comes to.
    struct Content {
        /// The names, with `|` around each.
        var text: String
        /// Whether the formula comes to it.
        var follows: Bool
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
            if let text = Self.replaced(texts, naming: names),
                text.utf16.count <= SheetLimits.textUnits
            {
                return Content(text: text, follows: true)
            }
        }
        guard !names.isEmpty else { return Content(text: "", follows: false) }
        var text = "|"
        var units = 1
        // Names that the cell can't hold aren't counted by formulas; a correct cell is never
        // refused for them.
        for name in names {
            units += name.utf16.count + 1
            guard units <= SheetLimits.textUnits else { break }
            text += name + "|"
        }
        return Content(text: text, follows: false)
    }

    /// What the formula comes to; nil where it names others.
    private static func replaced(_ texts: [String], naming names: [String]) -> String? {
        let joined = texts.joined(separator: "|")
        var replaced = String.UnicodeScalarView()
        for scalar in joined.unicodeScalars {
            replaced.append(separators.contains(scalar) ? "|" : scalar)
        }
        let read = replaced.split(separator: "|").map { String($0) }
        guard read.count == names.count,
            zip(read, names).allSatisfy({ $0.utf8.elementsEqual($1.utf8) })
        else { return nil }
        return texts.allSatisfy(\.isEmpty) ? "" : "|" + String(replaced) + "|"
    }

    /// The formula in a row (from 0), without `=`.
    func formula(row: Int) -> String {
        let cells = columns.map { CellPosition(row: row, column: $0).reference }
        var text = cells.joined(separator: "&\"|\"&")
        for separator in Self.separators {
            let old = separator == "\n" ? "CHAR(10)" : "\"\(separator)\""
            text = "SUBSTITUTE(\(text),\(old),\"|\")"
        }
        return "IF(\(cells.joined(separator: "&"))=\"\",\"\",\"|\"&\(text)&\"|\")"
    }
}
