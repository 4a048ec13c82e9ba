internal import SourceText

extension TargetTable {
    /// What a target (from 0) says in a column that says which of several others is ticked; nothing where
    /// none is, or more than one.
    package func ticked(_ whole: Layout.Latest, of target: Int) -> String {
        Ticks(marks(of: whole, target)).only.map { whole.names[$0] } ?? ""
    }

    /// The cells by whose texts a target (from 0) ticks what it says in such a column; nil where no
    /// column has that name.
    package func ticking(_ whole: Layout.Latest, of target: Int) -> [(column: Int, text: String)]? {
        let marks = marks(of: whole, target)
        let ticks = Ticks(marks)
        let said = string(target, column: whole.column)
        guard !said.isEmpty else { return ticks.ticked.map { (whole.parts[$0], "") } }
        guard let place = Ticks.place(of: said, in: whole.names) else { return nil }
        guard ticks.only != place else { return [] }
        let others = ticks.ticked.filter { $0 != place }
        let tick = ticks.ticked.first.map { marks[$0] } ?? Ticks.usual
        // Where × stands in the others, it stands in the one that is ticked no longer.
        let blank = ticks.ticked.contains(place) ? "" : marks[place]
        return others.map { (whole.parts[$0], blank) } + [(whole.parts[place], tick)]
    }

    /// The names of the columns of which rows tick one, where a column (from 0) says which; nothing of any
    /// other column.
    package func tickNames(ofColumn column: Int) -> [String] {
        latestColumns.first { $0.column == column }?.names ?? []
    }

    /// Whether a cell says a text, or what the text means where the cell says which column is ticked.
    package func says(_ text: String, _ target: Int, column: Int) -> Bool {
        let said = string(target, column: column)
        if said.hasSameBytes(as: text) { return true }
        let names = tickNames(ofColumn: column)
        return Ticks.place(of: text, in: names).map { names[$0] } == said
    }

    /// Lets such a column and the ticks go together after one of them (column from 0) was edited.
    mutating func tick(_ whole: Layout.Latest, of target: Int, edited column: Int) {
        let row = target * columns.count
        if column == whole.column {
            guard let changes = ticking(whole, of: target) else { return }
            for (column, new) in changes { cells[row + column] = text.add(new) }
        }
        cells[row + whole.column] = text.add(ticked(whole, of: target))
    }

    private func marks(of whole: Layout.Latest, _ target: Int) -> [String] {
        whole.parts.map { string(target, column: $0) }
    }
}
