internal import TableLayout
internal import TargetModel

/// Takes the rows of deleted targets out of a page of one block: every other row stays as it is.
struct RowRemoval {
    private let deleted: Set<Int>
    private let newIndex: [Int: Int]

    /// Prepares to delete targets (from 0); `newIndex` says which target of the new table each is
    /// that is left, or that stands in for a deleted one in a row that heads its group.
    init(of deleted: Set<Int>, _ newIndex: [Int: Int]) {
        self.deleted = deleted
        self.newIndex = newIndex
    }

    /// Whether rows can be taken out of a page: where no blocks stand side by side.
    static func isPossible(in runs: [Layout.Run]) -> Bool {
        runs.allSatisfy { run in
            guard case .literal(let row) = run else { return true }
            return row.blocks.map { $0.count == 1 } ?? true
        }
    }

    /// The page without the rows.
    ///
    /// - Complexity: O(n) in the rows.
    func page(_ runs: [Layout.Run]) -> [Layout.Run] {
        var result: [Layout.Run] = []
        for run in runs {
            guard case .targets(let rows) = run else {
                result.append(run)
                continue
            }
            result += pieces(of: rows).map { .targets($0) }
        }
        return result
    }

    /// The rows that are left, cut where one is taken out.
    private func pieces(of rows: Layout.TargetRows) -> [Layout.TargetRows] {
        var left: [Layout.TargetRows] = []
        var rest: Layout.TargetRows? = rows
        while let current = rest {
            guard let gone = (0..<current.count).first(where: { isGone($0, of: current) }) else {
                left.append(current)
                break
            }
            let cut = current.split(after: gone)
            if let head = cut.head { left.append(head) }
            rest = cut.tail.count > 1 ? cut.tail.split(after: 1).tail : nil
        }
        return left.map(moved)
    }

    /// Whether a row (from 0) is of a deleted target: its own, or one in which its texts go on.
    private func isGone(_ row: Int, of rows: Layout.TargetRows) -> Bool {
        if let first = rows.targets.first.flatMap(\.self) { return deleted.contains(first + row) }
        return rows.forms.contains { form in
            guard form.row == row, case .piece(let piece) = form.content else { return false }
            return piece.part > 0 && deleted.contains(piece.target)
        }
    }

    private func moved(_ rows: Layout.TargetRows) -> Layout.TargetRows {
        var rows = rows
        rows.targets = rows.targets.map { $0.flatMap { newIndex[$0] } }
        rows.forms = rows.forms.map { form in
            var form = form
            switch form.content {
            case .piece(var piece):
                piece.target = newIndex[piece.target] ?? piece.target
                form.content = .piece(piece)
            case .repeats(let text, let target):
                form.content = .repeats(text, target: newIndex[target] ?? target)
            case .value, .literal, .standsFor: break
            }
            return form
        }
        return rows
    }
}
