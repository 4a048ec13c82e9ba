internal import SpreadsheetML
internal import TargetModel

extension OverviewSheet {
    /// The most serials of a row that lead to their targets.
    static let mostLinks = 10

    /// How many columns beside the tables hold serials that lead to their targets, one each.
    ///
    /// A cell has one link only, and paper needs the serials in one cell; so they stand there once
    /// more, outside of what is printed.
    static func linkColumns(of plan: WorkbookPlan, _ formulas: CountFormulas) -> Int {
        guard formulas.place(ofBehind: .all) != nil, plan.column(of: .serial) != nil
        else { return 0 }
        return min(mostLinks, max(3, plan.summary.counts.behind))
    }

    /// The serials of a row (from 0) that are behind, each as a link to its target, wherever sorting puts
    /// that.
    func links(to counts: Counts, _ key: CountFormulas.Key, in row: Int) -> [CellValue] {
        guard let part = plan.parts.first, let column = plan.column(of: .serial),
            let placeOfBehind = formulas.place(ofBehind: key)
        else { return [] }
        let behind = "$" + CellPosition(row: row, column: ColumnPlace.no).reference
        let serials = part.cells[column]
        var links: [CellValue] = []
        for number in 0..<linkColumns {
            let place = placeOfBehind(String(number + 1))
            let link = plan.link(toPlace: place, labelled: "INDEX(\(serials),\(place))")
            let formula = "IF(\(behind)<\(number + 1),\"\",\(link))"
            guard formula.sheetUnits < SheetLimits.formulaUnits - 100 else { break }
            var result = CellValue.Result.text("")
            if counts.behindTargets.indices.contains(number) {
                let target = counts.behindTargets[number]
                let text = plan.table.string(target, .serial)
                let serial = SerialCell(ArraySlice(text.utf8))
                result = serial.map { .number(Double($0.number)) } ?? .text(text)
            }
            links.append(.formula(formula, result))
        }
        return links
    }
}
