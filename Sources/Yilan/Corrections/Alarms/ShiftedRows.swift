internal import SourceText
internal import TargetModel

/// Finds targets whose cells moved to the left or to the right: somebody deleted or inserted a cell of
/// the row, or a separator was lost or typed.
///
/// Then each cell says what another column of the same target, so many columns on, said.
struct ShiftedRows {
    /// How far cells are looked for.
    private static let farthest = 3
    /// So few cells may say by chance what others said.
    static let fewestCells = 3

    /// How many rows there are whose cells moved.
    private(set) var count = 0
    /// Whether those of the first row moved to the left.
    private var isToTheLeft = true
    /// Where the first of the cells stands.
    private var place = Place()

    /// Looks at a row: what the official table says, and what the file says, column by column in the
    /// order of the file; `place` tells where the cell of a column (from 0) stands.
    mutating func look(_ old: [String], _ new: [String], _ place: (Int) -> Place) {
        guard let (distance, first) = Self.shift(from: old, to: new) else { return }
        count += 1
        guard count == 1 else { return }
        isToTheLeft = distance > 0
        self.place = place(first)
    }

    /// How many columns further right each text of a row stood (negative: further left), and the first
    /// column (from 0) of those that moved; nil where too few did.
    private static func shift(from old: [String], to new: [String]) -> (distance: Int, first: Int)?
    {
        for distance in (1...farthest).flatMap({ [$0, -$0] }) {
            let moved = new.indices.filter { column in
                let other = column + distance
                return old.indices.contains(other) && !new[column].isEmpty
                    && !new[column].hasSameBytes(as: old[column])
                    && new[column].hasSameBytes(as: old[other])
            }
            if moved.count >= fewestCells { return (distance, moved[0]) }
        }
        return nil
    }

    /// What is to be said of them; nil where there are none.
    var finding: Diagnostic? {
        guard count > 0 else { return nil }
        return Diagnostic(
            .error,
            .shiftedCells,
            Wording(
                en:
                    "the cells of \(count == 1 ? "this row" : "\(count) rows, this one first,") say what"
                    + " the columns to the \(isToTheLeft ? "right" : "left") of them said: they have"
                    + " moved to the \(isToTheLeft ? "left" : "right")",
                zh: "\(count == 1 ? "这一行" : "有 \(count) 行（这里是第一行）")各格写的是\(isToTheLeft ? "右" : "左")边"
                    + "栏目的内容：整行向\(isToTheLeft ? "左" : "右")移动，与各栏错位"
            ),
            hint: Wording(
                en:
                    "undo it: a cell was deleted or inserted, or a separator is missing or too many;"
                    + " where it is meant, send a list of corrections",
                zh: "请撤销后重做：可能删除、插入了单元格，或者少了、多了分隔符；确要如此改动，请提交更正清单"
            ),
            remedy: .listOfCorrections
        ).at(place)
    }
}
