internal import SourceText
internal import TargetModel

/// Finds cells of a column that moved up or down against their rows: somebody deleted or inserted a
/// cell of the sheet, not a row, or sorted or pasted a part of a column.
///
/// Then each row says what another one, so many rows on, said. That is no correction of anybody's,
/// and every one of the texts would go to a wrong target.
struct ShiftedCells {
    /// One cell of the column, in the order of the file's rows.
    struct Cell {
        /// What the official table says.
        var old: String
        /// What the file says.
        var new: String
        /// Where it stands in the file.
        var place: Place

        /// Whether the file says something else.
        var isChanged: Bool { !old.utf8.elementsEqual(new.utf8) }
    }

    /// How far cells are looked for.
    private static let farthest = 5
    /// So few cells may say by chance what others said, or so few different texts.
    static let fewestCells = 5
    private static let fewestTexts = 4

    /// How many changed cells say what another row said.
    let count: Int
    /// How many rows further down the row stands whose text a cell has; negative: further up.
    let distance: Int
    /// Where the first of the cells stands.
    let place: Place

    /// Looks for the most cells that moved together; nil where there are none.
    ///
    /// - Complexity: O(n) in the cells.
    init?(in cells: [Cell]) {
        var best: (run: Range<Int>, count: Int, distance: Int)?
        for distance in (1...Self.farthest).flatMap({ [$0, -$0] }) {
            for run in Self.runs(in: cells, distance) {
                let count = cells[run].count { $0.isChanged }
                if count > best?.count ?? 0 { best = (run, count, distance) }
            }
        }
        guard let best, best.count >= Self.fewestCells,
            let first = cells[best.run].first(where: { $0.isChanged }),
            Set(cells[best.run].map { Array($0.new.utf8) }).count >= Self.fewestTexts
        else { return nil }
        count = best.count
        distance = best.distance
        place = first.place
    }

    /// Ranges of cells each of which says what the one so many rows on said.
    private static func runs(in cells: [Cell], _ distance: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for index in cells.indices {
            let other = index + distance
            if cells.indices.contains(other), !cells[index].new.isEmpty,
                cells[index].new.utf8.elementsEqual(cells[other].old.utf8)
            {
                start = start ?? index
            } else if let begin = start {
                runs.append(begin..<index)
                start = nil
            }
        }
        if let start { runs.append(start..<cells.count) }
        return runs
    }

    /// What is to be said of it, about a column with this label.
    func finding(_ column: Column) -> Diagnostic {
        let rows = abs(distance)
        return Diagnostic(
            .error,
            .shiftedCells,
            Wording(
                en: "\(count) cells of \(column.label), this one first, say what the target"
                    + " \(rows) \(rows == 1 ? "row" : "rows") further"
                    + " \(distance > 0 ? "down" : "up") said: the column has moved against its rows",
                zh: "“\(column.label)”有 \(count) 格（这里是第一格）写的是\(distance > 0 ? "下" : "上")面第"
                    + " \(rows) 行那项目标的内容：这一栏整体\(distance > 0 ? "上" : "下")移，与各行错位"
            ),
            hint: Wording(
                en:
                    "undo it: delete or insert whole rows, not cells; where it is meant, send a list"
                    + " of corrections",
                zh: "请撤销后重做：应删除或插入整行，而不是单元格；确要如此改动，请提交更正清单"
            ),
            remedy: .listOfCorrections
        ).at(place).about(field: column.key)
    }
}
