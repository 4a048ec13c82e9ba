package import TargetModel

extension Layout {
    /// What ends the last row.
    package var lastEnd: String { runs.last?.end ?? "" }
}

extension Layout.Run {
    /// What ends its rows.
    var end: String {
        switch self {
        case .literal(let row): row.end
        case .targets(let rows): rows.end
        }
    }
}

extension Layout.TargetRows {
    /// Cuts the rows after the first `count` of them; no head where `count` is 0.
    package func split(after count: Int) -> (head: Layout.TargetRows?, tail: Layout.TargetRows) {
        guard count > 0 else { return (nil, self) }
        var head = self
        head.count = count
        head.forms = forms.filter { $0.row < count }
        var tail = self
        tail.count = self.count - count
        tail.targets = targets.map { $0.map { $0 + count } }
        tail.forms = forms.filter { $0.row >= count }.map { form in
            var moved = form
            moved.row -= count
            return moved
        }
        return (head, tail)
    }
}
